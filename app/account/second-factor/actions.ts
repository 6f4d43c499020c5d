'use server'

import { messageOf } from '@/lib/domain/messages'
import { type FieldErrors, Refusal } from '@/lib/domain/refusal'
import { now, realTime } from '@/lib/server/clock'
import * as factor from '@/lib/server/second-factor'
import { accountFacts, requireSession } from '@/lib/server/session'

export type FactorState = {
  refused: { message: string; fields: FieldErrors } | null
  /** To be shown this once. */
  codes: string[]
  done: 'enrolled' | 'renewed' | 'givenUp' | null
}

/** Not through `action()`: who must take on a second factor is nobody yet elsewhere. */
export async function enrol(_: FactorState, form: FormData): Promise<FactorState> {
  const session = await requireSession()
  return answer(async () => ({
    codes: await factor.enrolSecondFactor(session, { sealed: word(form, 'sealed'), code: word(form, 'code') }, when()),
    done: 'enrolled',
  }))
}

export async function renewOrGiveUp(_: FactorState, form: FormData): Promise<FactorState> {
  const session = await requireSession()
  const code = word(form, 'code')
  return answer(async () => {
    if (form.get('act') === 'renew') {
      return { codes: await factor.renewRecoveryCodes(session, code, when()), done: 'renewed' }
    }
    await factor.giveUpSecondFactor(session, accountFacts(session.user).grants, code, when())
    return { codes: [], done: 'givenUp' }
  })
}

async function answer(work: () => Promise<Pick<FactorState, 'codes' | 'done'>>): Promise<FactorState> {
  try {
    return { refused: null, ...(await work()) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { refused: { message: messageOf(error), fields: error.fields }, codes: [], done: null }
  }
}

const when = () => ({ now: now(), instant: realTime() })
const word = (form: FormData, name: string) => String(form.get(name) ?? '')
