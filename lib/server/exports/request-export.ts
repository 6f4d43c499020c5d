import 'server-only'
import { z } from 'zod'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { approvingUnit } from '../approvals/approvers'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db, type Tx } from '../db'
import { exportFor } from './export-access'

const common = {
  purpose: typedText(300, 'Ghi dùng vào việc gì, ví dụ: nộp hồ sơ dự tuyển tại Sở Y tế.'),
  /** The issued document that this one takes the place of. */
  replaces: z.uuid().nullable().default(null),
}
export const RequestExport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cv'), recordId: z.uuid(), ...common }),
  z.object({ kind: z.literal('list'), unitId: z.uuid(), ...common }),
])

type Input = z.output<typeof RequestExport>
type Wanted = { unitId: string; unitPath: string; recordId: string | null; subjectName: string }

/** Asks for a document with the value of the paper original. It goes to the head who approves the record (or heads the unit). */
export async function requestExport({ transact, actor, input, now }: Call<Input>) {
  const wanted = input.kind === 'cv' ? await wantedCv(actor, input.recordId) : await wantedList(actor, input.unitId)
  return transact(async (tx) => {
    await requireReplaceable(tx, actor, input, wanted)
    const { unitPath, ...row } = wanted
    const open = await tx.legalExport.count({
      where: {
        kind: input.kind,
        unitId: row.unitId,
        recordId: row.recordId,
        state: { in: ['requested', 'signatureWaits', 'signed', 'sealWaits'] },
      },
    })
    if (open > 0) throw new Refusal('exportOpen', {})
    const { id } = await tx.legalExport.create({
      data: {
        ...row,
        ...{ kind: input.kind, purpose: input.purpose, replacesId: input.replaces },
        ...{ requestedById: actor.userId, requestedBy: actor.personName, requestedAt: now },
      },
    })
    const subject = { type: 'export', id, name: wanted.subjectName } as const
    const detail = { kind: input.kind, purpose: input.purpose }
    await writeAudit(tx, actor, { action: 'export.requested', subject, unitPath, detail }, now)
    return { exportId: id }
  })
}

async function wantedCv(actor: Actor, recordId: string): Promise<Wanted> {
  const record = await db.record.findUnique({
    where: { id: recordId },
    select: {
      approvedRevisionId: true,
      person: { select: { id: true, fullName: true, unit: { select: { path: true } } } },
    },
  })
  const subject = record && { personId: record.person.id, unitPath: record.person.unit.path }
  if (!subject || !can(actor, 'export.request', subject)) throw new Refusal('notFound', {})
  if (record.approvedRevisionId === null) throw new Refusal('exportNothingApproved', {})
  const unit = await approvingUnit(db, record.person.id, actor.today)
  if (!unit) throw new Refusal('approverNotDefined', { name: record.person.fullName })
  return { unitId: unit.id, unitPath: unit.path, recordId, subjectName: record.person.fullName }
}

async function wantedList(actor: Actor, unitId: string): Promise<Wanted> {
  const unit = await db.unit.findUnique({ where: { id: unitId }, select: { id: true, name: true, path: true } })
  if (!unit || !can(actor, 'export.request', { personId: null, unitPath: unit.path })) throw new Refusal('notFound', {})
  return { unitId: unit.id, unitPath: unit.path, recordId: null, subjectName: unit.name }
}

/** Only what was issued can be replaced, by the same kind about the same. */
async function requireReplaceable(tx: Tx, actor: Actor, { replaces, kind }: Input, wanted: Wanted) {
  if (replaces === null) return
  const old = await exportFor(tx, actor, replaces)
  const fits = old.kind === kind && old.recordId === wanted.recordId && old.unitId === wanted.unitId
  if (!fits || old.state !== 'issued') throw new Refusal('exportDecided', {})
}
