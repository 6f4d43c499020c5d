import { sign } from 'node:crypto'
import type { Client } from 'pg'
import { completeBatch } from '@/lib/server/approvals/complete-batch'
import { prepareBatch } from '@/lib/server/approvals/prepare-batch'
import { startSignature } from '@/lib/server/approvals/start-signature'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { settleResidents } from '@/tests/support/residents'
import { aUnitWithHead, base64, trust } from '@/tests/support/signing'

/**
 * A unit of its own with so many people, everybody's record full, submitted and checked, and a head with a key. Its authority
 * stamps times and says who was revoked, in this process.
 */
export async function aTown(bare: Client, people: number) {
  await trust()
  const { unit, actor, key } = await aUnitWithHead()
  const rows = await settleResidents(bare, unit.id, people)
  await bare.query('ANALYZE')
  return {
    unit,
    actor,
    key,
    revisions: rows.map(({ revisionId }) => revisionId),
    people: rows.map(({ recordId, data }) => ({ recordId, data })),
  }
}

export type Town = Awaited<ReturnType<typeof aTown>>

/** One ceremony, its steps apart: each needs what the one before it left. */
export function ceremony({ unit, actor, key }: Town) {
  const ask = <Input>(input: Input) => ({ transact, actor, input, now: new Date() })
  let batchId = ''
  let attributes = ''
  let signature = ''
  return {
    open: async () => {
      const wanted = { unitId: unit.id, kind: 'adHoc', reason: 'Đo thời gian' } as const
      batchId = (await prepareBatch(ask(wanted))).batchId
    },
    start: async () => {
      const certificate = base64(key.certificate)
      const intermediates = key.intermediates.map(base64)
      attributes = (await startSignature(ask({ batchId, certificate, intermediates }))).attributes
    },
    sign: () => {
      signature = base64(sign('sha256', Buffer.from(attributes, 'base64'), key.key))
    },
    complete: async () => {
      const { waits } = await completeBatch(ask({ batchId, signature }))
      if (waits) throw new Error('The authority of the bench did not answer')
    },
    signed: async () => (await db.approvalBatch.findUniqueOrThrow({ where: { id: batchId } })).signedPdf,
  }
}

/** As before anybody signed: the same versions, checked; what was sent is forgotten. */
export async function unsign(bare: Client, { revisions }: Town) {
  await bare.query('DELETE FROM delivery WHERE revision_id = ANY($1::uuid[])', [revisions])
  await bare.query(
    'UPDATE record SET approved_revision_id = NULL FROM revision v WHERE v.id = ANY($1::uuid[]) AND record.id = v.record_id',
    [revisions],
  )
  await bare.query(`UPDATE submission SET state = 'checked' WHERE revision_id = ANY($1::uuid[])`, [revisions])
}
