import 'server-only'
import { createHash } from 'node:crypto'
import { Refusal } from '@/lib/domain/refusal'
import { remoteAccountOf } from '../signing/registered-to'
import type { SigningSubject } from '../signing/subject'
import { acceptWithdrawal } from './accept-withdrawal'
import { ownWithdrawal, withdrawalPaper } from './own-withdrawal'
import { completeWithdrawal, startWithdrawal } from './sign-withdrawal'

/** The paper that takes approvals back. */
export const WITHDRAWAL_SUBJECT: SigningSubject = {
  paper: withdrawalPaper,
  begin: async (call) => {
    const { attributes } = await startWithdrawal(call)
    return { attributes, title: 'Rút phê duyệt hồ sơ' }
  },
  finish: completeWithdrawal,
  remoteAccount: async (call) => {
    await ownWithdrawal(call)
    return remoteAccountOf(call.actor.userId)
  },
  take: async (call) => {
    const { withdrawal, unit } = await ownWithdrawal(call)
    const startsWith = new Uint8Array(withdrawal.paper)
    if (createHash('sha256').update(startsWith).digest('hex') !== call.input.paperSha256) {
      throw new Refusal('withdrawalOver', {})
    }
    return acceptWithdrawal(call, { withdrawal, unit, signedPdf: call.input.signedPdf, expected: { startsWith } })
  },
}
