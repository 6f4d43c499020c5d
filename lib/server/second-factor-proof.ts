import 'server-only'
import { readCode } from '@/lib/domain/second-factor'
import type { Tx } from './db'
import { db } from './db'
import { keyedHashes, unseal } from './sealed'
import { stepOfCode } from './totp'

export const secretContext = (userId: string) => `second factor of ${userId}`
export const recoveryHashes = (userId: string, code: string) => keyedHashes(`recovery code of ${userId}: ${code}`)

type Holder = { id: string; secondFactorSecret: string | null }

/** What proves the second factor: a code of this time step, or an unused recovery code. */
export type Proof = { step: number } | { recoveryCodeId: string }

/** Reads what was typed as a proof for this account; null if it is none. Nothing is used up. */
export async function proofOf(user: Holder, typed: string, instant: Date): Promise<Proof | null> {
  const read = readCode(typed)
  const secret = user.secondFactorSecret && unseal(user.secondFactorSecret, secretContext(user.id))
  if (!read || !secret) return null
  if (read.kind === 'oneTime') {
    const step = stepOfCode(secret, read.code, instant)
    return step === null ? null : { step }
  }
  const codeHash = { in: recoveryHashes(user.id, read.code) }
  const row = await db.recoveryCode.findFirst({ where: { userId: user.id, codeHash, usedAt: null } })
  return row && { recoveryCodeId: row.id }
}

/** Uses the proof up; false if it has been used meanwhile, or before: no code opens twice. */
export async function spendProof(tx: Tx, userId: string, proof: Proof, now: Date): Promise<boolean> {
  if ('recoveryCodeId' in proof) {
    const unused = { id: proof.recoveryCodeId, usedAt: null }
    return (await tx.recoveryCode.updateMany({ where: unused, data: { usedAt: now } })).count === 1
  }
  const { step } = proof
  const earlier = [{ secondFactorLastStep: null }, { secondFactorLastStep: { lt: step } }]
  const spent = await tx.user.updateMany({ where: { id: userId, OR: earlier }, data: { secondFactorLastStep: step } })
  return spent.count === 1
}
