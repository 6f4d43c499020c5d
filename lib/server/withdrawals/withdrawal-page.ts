import 'server-only'
import { plain } from '@/lib/catalogue/code-list'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import { mandateFor, unitFor, unitOfHead } from '../approvals/batch-access'
import { db, type Tx } from '../db'
import { ownWithdrawal } from './own-withdrawal'

/** So many people are offered at once; a name narrows them. */
const OFFERED = 100

type Offered = { recordId: string; name: string; version: number; withdrawn: boolean }

/** What the head chooses from, or the paper that waits for their signature. Throws `notFound` for others, and of a batch that was not signed. */
export async function withdrawalPage(actor: Actor, batchId: string, wanted: string) {
  const batch = isUuid(batchId) ? await db.approvalBatch.findUnique({ where: { id: batchId } }) : null
  if (!batch) throw new Refusal('notFound', {})
  const unit = await unitOfHead(db, actor, batch.unitId)
  if (batch.state !== 'approved') throw new Refusal('notFound', {})
  const { kind, period, number } = batch
  const own = [actor.personId, mandateFor(actor, unit.id, kind)?.headPersonId].filter((id) => id != null)
  const [open, people, signed] = await Promise.all([
    db.approvalWithdrawal.findFirst({
      where: { batchId, state: { in: ['open', 'waiting'] }, preparedById: actor.userId },
      orderBy: { createdAt: 'desc' },
      select: {
        ...{ id: true, number: true, reason: true, documentNo: true, count: true, statement: true },
        ...{ state: true, receivedAt: true, askAgainAt: true, givenBack: true, signerName: true },
      },
    }),
    db.$queryRaw<Offered[]>`
      SELECT item.record_id AS "recordId", person.full_name AS name, item.version,
        EXISTS (SELECT FROM withdrawn_revision w WHERE w.revision_id = item.revision_id) AS withdrawn
      FROM approval_item item
      JOIN record ON record.id = item.record_id JOIN person ON person.id = record.person_id
      WHERE item.batch_id = ${batchId}::uuid AND person.id <> ALL(${own}::uuid[])
      ORDER BY person.search_name, person.id`,
    signedWithdrawals(db, batchId),
  ])
  const fitting = people.filter(({ name, withdrawn }) => !withdrawn && plain(name).includes(plain(wanted)))
  const listed = new Set(
    open ? (JSON.parse(open.statement) as { records: { id: string }[] }).records.map(({ id }) => id) : [],
  )
  return {
    ...{ batch: { id: batchId, kind, period, number }, unit: { name: unit.name } },
    open: open && { ...open, names: people.filter(({ recordId }) => listed.has(recordId)).map(({ name }) => name) },
    people: fitting.slice(0, OFFERED),
    fitting: fitting.length,
    signed,
  }
}

/** The papers that took approvals of this batch back, the newest first. */
export const signedWithdrawals = (tx: Tx, batchId: string) =>
  tx.approvalWithdrawal.findMany({
    where: { batchId, state: 'signed' },
    orderBy: { closedAt: 'desc' },
    select: { id: true, number: true, reason: true, count: true, signerName: true, closedAt: true },
  })

/** The paper as a file: before its signature for who signs it, after it for everybody who reads the batch. */
export async function withdrawalFile(actor: Actor, id: string): Promise<{ pdf: Uint8Array; name: string }> {
  const found = await db.approvalWithdrawal.findUnique({
    where: { id },
    select: { state: true, unitId: true, signedPdf: true },
  })
  if (!found) throw new Refusal('notFound', {})
  if (found.state === 'signed' && found.signedPdf) {
    await unitFor(db, actor, 'batch.read', found.unitId)
    return { pdf: new Uint8Array(found.signedPdf), name: 'rut-phe-duyet-da-ky.pdf' }
  }
  const { withdrawal } = await ownWithdrawal({ actor, input: { id } })
  return { pdf: new Uint8Array(withdrawal.paper), name: 'rut-phe-duyet.pdf' }
}
