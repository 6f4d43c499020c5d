import 'server-only'
import { z } from 'zod'
import { SECTION_IDS, type SectionId } from '@/lib/catalogue'
import { answerIn, correctableField, requireCorrected } from '@/lib/domain/correction'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { Prisma } from '@/prisma/generated/client'
import { type AuditAction, writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { type LoadedRecord, loadRecord } from './load'

export const AskCorrection = z.object({
  recordId: z.uuid(),
  section: z.enum(SECTION_IDS as [SectionId, ...SectionId[]]),
  code: z.string().max(60),
  wrong: typedText(500, 'Ghi chỗ nào sai.'),
  proposed: typedText(500, 'Ghi thế nào mới đúng.'),
})
export const WithdrawCorrection = z.object({ correctionId: z.uuid() })
export const AnswerCorrection = z.discriminatedUnion('verdict', [
  z.object({ correctionId: z.uuid(), verdict: z.literal('corrected'), answer: typedText(500) }),
  z.object({ correctionId: z.uuid(), verdict: z.literal('refused'), answer: typedText(500, 'Ghi lý do không sửa.') }),
])

/** The person says what is wrong with something the unit or the system owns, and what it should be. */
export async function askCorrection({ transact, actor, input, now }: Call<z.output<typeof AskCorrection>>) {
  const { section, code, wrong, proposed } = input
  return transact(async (tx) => {
    const record = await loadRecord(tx, actor, 'correction.ask', input.recordId, { lock: true })
    const field = correctableField(section, code)
    const open = await tx.correctionRequest.count({ where: { recordId: record.id, section, code, state: 'open' } })
    if (open > 0) throw new Refusal('correctionOpen', { label: field.label })
    await tx.correctionRequest.create({
      data: {
        ...{ recordId: record.id, section, code, wrong, proposed },
        before: (answerIn(record.draft, section, code) as Prisma.InputJsonValue | null) ?? Prisma.JsonNull,
        askedById: actor.userId,
        askedAt: now,
      },
    })
    await note(tx, actor, 'correction.asked', record, { section, code }, now)
    return {}
  })
}

/** Takes a request back while nobody has answered it. */
export async function withdrawCorrection({ transact, actor, input, now }: Call<z.output<typeof WithdrawCorrection>>) {
  return transact(async (tx) => {
    const { record, request } = await loadCorrection(tx, actor, 'correction.ask', input.correctionId)
    await close(tx, actor, request.id, { state: 'withdrawn', answer: null }, now)
    await note(tx, actor, 'correction.withdrawn', record, request, now)
    return {}
  })
}

/** The officer answers: corrected, or refused with a reason. Nobody answers their own. */
export async function answerCorrection({ transact, actor, input, now }: Call<z.output<typeof AnswerCorrection>>) {
  return transact(async (tx) => {
    const { record, request } = await loadCorrection(tx, actor, 'correction.answer', input.correctionId)
    if (record.person.id === actor.personId) throw new Refusal('ownRecord', {})
    const { section, code } = request
    if (input.verdict === 'corrected')
      requireCorrected(correctableField(section, code), request.before, answerIn(record.draft, section, code))
    await close(tx, actor, request.id, { state: input.verdict, answer: input.answer || null }, now)
    await note(tx, actor, `correction.${input.verdict}`, record, request, now)
    return {}
  })
}

type Request = { id: string; section: SectionId; code: string; before: unknown }

async function loadCorrection(tx: Tx, actor: Actor, permission: 'correction.ask' | 'correction.answer', id: string) {
  const row = await tx.correctionRequest.findUnique({
    where: { id },
    select: {
      ...{ id: true, section: true, code: true, before: true, recordId: true },
      record: { select: { person: { select: { id: true, unit: { select: { path: true } } } } } },
    },
  })
  const person = row?.record.person
  // Asked before the record is locked: who may not answer must not hold anybody up.
  if (!row || !person || !can(actor, permission, { personId: person.id, unitPath: person.unit.path }))
    throw new Refusal('notFound', {})
  const record = await loadRecord(tx, actor, permission, row.recordId, { lock: true })
  return { record, request: row as unknown as Request }
}

async function close(
  tx: Tx,
  actor: Actor,
  id: string,
  decision: { state: 'corrected' | 'refused' | 'withdrawn'; answer: string | null },
  now: Date,
) {
  const { count } = await tx.correctionRequest.updateMany({
    where: { id, state: 'open' },
    data: { ...decision, decidedById: actor.userId, decidedBy: actor.personName, decidedAt: now },
  })
  if (count === 0) throw new Refusal('correctionDecided', {})
}

const note = (
  tx: Tx,
  actor: Actor,
  action: Extract<AuditAction, `correction.${string}`>,
  record: LoadedRecord,
  { section, code }: { section: string; code: string },
  now: Date,
) =>
  writeAudit(
    tx,
    actor,
    {
      action,
      subject: { type: 'record', id: record.id, name: record.person.fullName },
      unitPath: record.person.unitPath,
      detail: { section, fields: [code] },
    },
    now,
  )
