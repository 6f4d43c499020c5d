import 'server-only'
import { createHash } from 'node:crypto'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'
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
    const registered = await db.signerCertificate.findFirst({
      where: { userId: call.actor.userId, withdrawnAt: null, remoteAccount: { not: null } },
      orderBy: { registeredAt: 'desc' },
      select: { remoteAccount: true },
    })
    return registered?.remoteAccount ?? null
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
