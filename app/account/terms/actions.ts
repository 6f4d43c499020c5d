'use server'

import { redirect } from 'next/navigation'
import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { acceptTerms } from '@/lib/server/accept-terms'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'
import { postedForm } from '@/lib/server/posted-form'
import { requireSession } from '@/lib/server/session'

/** Not through `action()`: who has not accepted is nobody yet elsewhere. Gives the sentence of a refusal. */
export async function accept(_: string | null, form: FormData): Promise<string | null> {
  const { id, userId, user } = await requireSession()
  const acting = { userId, personName: user.person.fullName, sessionId: id }
  try {
    const sent = postedForm(form)
    if (sent.get('agreed') !== 'yes') throw new Refusal('termsNotAccepted', {})
    await transact((tx) => acceptTerms(tx, acting, String(sent.get('version')), now()))
  } catch (error) {
    if (error instanceof Refusal) return messageOf(error)
    throw error
  }
  redirect('/')
}
