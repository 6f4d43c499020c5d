'use server'

import { z } from 'zod'
import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import type { Result } from '@/lib/domain/result'
import { action } from '@/lib/server/action'
import { now } from '@/lib/server/clock'
import { requireFresh } from '@/lib/server/fresh'
import { postedText } from '@/lib/server/posted-form'
import { lockedSession, requireSession } from '@/lib/server/session'
import { proveAgain, unlockSession } from '@/lib/server/session-lock'

/** Not through `action()`: behind a locked screen nobody is an actor. */
export async function unlock(password: string): Promise<Result<null>> {
  // Opened in another window, it is open here; ended altogether, this leads to the door.
  const session = (await lockedSession()) ?? (await requireSession())
  return said(async () => unlockSession(session, postedText(password), now()))
}

/** Also for who signs in for the first time, so not through `action()` either. */
export async function prove(password: string): Promise<Result<null>> {
  const session = await requireSession()
  return said(async () => proveAgain(session, postedText(password), now()))
}

const asked = action(z.null(), requireFresh)

/** Whether what needs a password given lately may go on. */
export async function askFresh(): Promise<Result<null>> {
  const answer = await asked(null)
  return answer.ok ? { ok: true, value: null } : answer
}

async function said(work: () => Promise<void>): Promise<Result<null>> {
  try {
    await work()
    return { ok: true, value: null }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, message: messageOf(error) }
    throw error
  }
}
