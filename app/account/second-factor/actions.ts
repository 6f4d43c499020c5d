'use server'

import { messageOf } from '@/lib/domain/messages'
import { type FieldErrors, Refusal } from '@/lib/domain/refusal'
import { now, realTime } from '@/lib/server/clock'
import { postedForm } from '@/lib/server/posted-form'
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
  return answer(async () => {
    const sent = postedForm(form)
    const given = { sealed: word(sent, 'sealed'), code: word(sent, 'code') }
    return { codes: await factor.enrolSecondFactor(session, given, when()), done: 'enrolled' }
  })
}

export async function renewOrGiveUp(_: FactorState, form: FormData): Promise<FactorState> {
  const session = await requireSession()
  return answer(async () => {
    const sent = postedForm(form)
    const code = word(sent, 'code')
    if (sent.get('act') === 'renew') {
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
