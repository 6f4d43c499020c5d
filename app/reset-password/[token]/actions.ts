'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { messageOf } from '@/lib/domain/messages'
import { type FieldErrors, Refusal } from '@/lib/domain/refusal'
import { now, realTime } from '@/lib/server/clock'
import { originOf } from '@/lib/server/origin'
import { postedForm } from '@/lib/server/posted-form'
import { resetByLink } from '@/lib/server/self-reset/reset-by-link'

export type ResetState = { message: string; fields: FieldErrors } | null

/** Not through `action()`: nobody is signed in, and nobody is by this. */
export async function setAnew(_: ResetState, form: FormData): Promise<ResetState> {
  const sent = await headers()
  try {
    const posted = postedForm(form)
    const word = (name: string) => String(posted.get(name) ?? '')
    const given = { token: word('token'), wanted: word('wanted'), repeated: word('repeated'), code: word('code') }
    await resetByLink(given, originOf((name) => sent.get(name)).address, { now: now(), instant: realTime() })
  } catch (error) {
    if (error instanceof Refusal) return { message: messageOf(error), fields: error.fields }
    throw error
  }
  redirect('/sign-in?why=reset')
}
