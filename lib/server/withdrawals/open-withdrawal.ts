import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { merkleRoot } from '@/lib/documents/merkle'
import { type RevocationStatement, statementBytes } from '@/lib/documents/signed-statement'
import { withdrawalPdf } from '@/lib/documents/withdrawal-pdf'
import { batchName } from '@/lib/domain/batch-words'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { judgeWithdrawal } from '@/lib/domain/withdrawals/judge-withdrawal'
import { APP_VERSION, signingTitle } from '../approvals/approval-statement'
import { mandateFor, unitOfHead } from '../approvals/batch-access'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { batchNumber } from '../check/batch-number'
import { db } from '../db'
import { peopleToWithdraw } from './people-to-withdraw'

export const OpenWithdrawal = z.object({
  batchId: z.uuid(),
  recordIds: z.array(z.uuid()).min(1, 'Chọn ít nhất một hồ sơ.').max(2_000, 'Chọn tối đa 2.000 hồ sơ một lần.'),
  reason: typedText(1_000, 'Ghi lý do rút phê duyệt.'),
  /** Of the decision that orders it, where there is one. */
  documentNo: typedText(100).default(''),
})

const PLACE = 'Đồng Tháp'

/** Prepares the paper that takes back the approval of these records of a signed batch. Nothing changes until it is signed. */
export async function openWithdrawal({ transact, actor, input, now }: Call<z.output<typeof OpenWithdrawal>>) {
  const batch = await db.approvalBatch.findUnique({
    where: { id: input.batchId },
    include: { unit: { select: { code: true } } },
  })
  if (!batch) throw new Refusal('notFound', {})
  const unit = await unitOfHead(db, actor, batch.unitId)
  const mandate = mandateFor(actor, unit.id, batch.kind)
  const own = [actor.personId, mandate?.headPersonId].filter((id) => id != null)
  const people = await peopleToWithdraw(db, batch.id, input.recordIds, own)
  if (people.length !== new Set(input.recordIds).size) throw new Refusal('notFound', {})
  judgeWithdrawal(batch, { reason: input.reason, people })
  const id = randomUUID()
  const statement: RevocationStatement = {
    type: 'hscbcc.revocation/1',
    withdrawalId: id,
    batch: { id: batch.id, manifestSha256: batch.manifestSha256 },
    reason: input.reason,
    documentNo: input.documentNo || null,
    signer: { userId: actor.userId, name: actor.personName, title: await signingTitle(db, actor, mandate) },
    ...{ unitCode: unit.code, unitName: unit.name, count: people.length },
    root: merkleRoot(people.map(({ leaf }) => leaf)),
    ...{ hashAlg: 'SHA-256', treeAlg: 'RFC6962' },
    records: people.map(({ recordId, version, leaf }) => ({ id: recordId, version, leaf })),
    ...{ preparedAt: now.toISOString(), preparedBy: actor.personName, appVersion: APP_VERSION },
    nonce: randomBytes(16).toString('base64url'),
  }
  const earlier = await db.approvalWithdrawal.count({ where: { unitId: unit.id } })
  const number = `${String(earlier + 1).padStart(2, '0')}/RPD-${unit.code.toUpperCase()}`
  const paper = await withdrawalPdf({
    ...{ statement, number, place: PLACE, day: actor.today, parentName: unit.parent?.name ?? null },
    approval: { number: await batchNumber(batch), name: batchName(batch) },
    people: people.map(({ name, version }) => ({ name, version })),
  })
  await transact(async (tx) => {
    await tx.approvalWithdrawal.create({
      data: {
        ...{ id, batchId: batch.id, unitId: unit.id, number, reason: input.reason, documentNo: statement.documentNo },
        ...{ statement: Buffer.from(statementBytes(statement)).toString('utf8'), count: people.length },
        ...{ paper: new Uint8Array(paper), preparedById: actor.userId, signerName: actor.personName },
        ...{ mandateId: mandate?.mandateId ?? null, createdAt: now },
      },
    })
    const subject = { type: 'batch', id: batch.id, name: unit.name } as const
    const detail = { number, count: people.length, reason: input.reason, documentNo: statement.documentNo }
    await writeAudit(tx, actor, { action: 'approval.withdrawalOpened', subject, unitPath: unit.path, detail }, now)
  })
  return { withdrawalId: id }
}
