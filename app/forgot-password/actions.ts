'use server'

import { headers } from 'next/headers'
import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { now } from '@/lib/server/clock'
import { originOf } from '@/lib/server/origin'
import { postedForm } from '@/lib/server/posted-form'
import { askForLink } from '@/lib/server/self-reset/ask-for-link'

export type Asked = { done: boolean; refusal: string | null }

/** Not through `action()`: nobody is signed in. The answer is one and the same, whoever is meant. */
export async function ask(_: Asked, sent: FormData): Promise<Asked> {
  const from = await headers()
  try {
    const username = String(postedForm(sent).get('username') ?? '')
    await askForLink(username, originOf((name) => from.get(name)).address, now())
  } catch (error) {
    if (error instanceof Refusal) return { done: false, refusal: messageOf(error) }
    throw error
  }
  return { done: true, refusal: null }
}
