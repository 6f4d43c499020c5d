import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { messageTable, readAnew } from '@/lib/domain/exchange/message-table'
import type { Outcome, ReasonCode, Verdict } from '@/lib/domain/push'
import { type AuditAction, writeAudit } from '../audit'
import { db, type Tx } from '../db'
import { writtenMessages } from '../exchange/written-messages'
import type { WireCall } from '../national/gateway'
import { atField, type KeptError } from './at-field'
import type { Claim } from './claim'

type Settlement = {
  claim: Claim
  worker: string
  calls: (Omit<WireCall, 'action'> & { action: string })[]
  outcome: Outcome
  verdict: Verdict
  message: { personKey: string; payloadSha256: string; mapping: string }
  about: { name: string; unitPath: string }
  /** The portal's time, for what people read. */
  now: Date
}

const WORKER = { personName: 'Tiến trình gửi' }

/** Writes what became of a delivery: every call for good, the state only if it is still in this worker's hand. */
export async function settle(settlement: Settlement): Promise<void> {
  const { claim, worker, calls, outcome, verdict, message, about, now } = settlement
  const { state, waitMs, tries, uncertain } = verdict
  await db.$transaction(async (tx) => {
    await tx.deliveryAttempt.createMany({
      data: calls.map(({ action, startedAt, endedAt, httpStatus, answer, outcome: kind, cause }) => ({
        deliveryId: claim.id,
        number: claim.attempts + 1,
        action,
        mapping: message.mapping,
        outcome: cause === null ? kind : `${kind}:${cause}`,
        httpStatus,
        // PostgreSQL keeps no NUL in text; a broken answer may hold one.
        answer: answer?.replaceAll('\0', '') ?? null,
        startedAt,
        endedAt,
      })),
    })
    const errors = await complaints(tx, outcome, now)
    const { count } = await tx.delivery.updateMany({
      where: { id: claim.id, state: 'sending', claimedBy: worker },
      data: {
        state,
        attempts: tries,
        uncertain,
        claimedBy: null,
        claimedAt: null,
        dueAt: new Date(Date.now() + (waitMs ?? 0)),
        settledAt: waitMs === null ? now : null,
        errors,
        reasonCode: reasonOf(outcome, verdict),
        transactionId: outcome.kind === 'accepted' ? outcome.remoteId : null,
        payloadSha256: message.payloadSha256,
        // As the counterpart keeps the person: what later versions are told apart by.
        personKey: message.personKey,
      },
    })
    if (count === 0 || waitMs !== null) return
    const action = `delivery.${state}` as Extract<AuditAction, `delivery.${string}`>
    const subject = { type: 'delivery', id: String(claim.id), name: about.name } as const
    const detail = errors.length > 0 ? { codes: errors.map(({ code }) => code) } : {}
    await writeAudit(tx, WORKER, { action, subject, unitPath: about.unitPath, detail }, now)
  })
}

/** The complaints as the table of the day reads them. */
async function complaints(tx: Tx, outcome: Outcome, now: Date): Promise<KeptError[]> {
  if (outcome.kind !== 'refused') return []
  const table = messageTable(await writtenMessages(tx), dayOf(now))
  return outcome.errors.map((error) => atField(readAnew(error, table)))
}

function reasonOf(outcome: Outcome, { state }: Verdict): ReasonCode | null {
  if (state !== 'parked') return null
  return outcome.kind === 'blocked' ? 'contradiction' : 'noAnswer'
}
