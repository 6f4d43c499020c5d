import 'server-only'
import { z } from 'zod'
import { type AnswersOf, isSectionId, isTable, type SectionId } from '@/lib/catalogue'
import { entryOf } from '@/lib/catalogue/code-list'
import type { PlacedField } from '@/lib/catalogue/field'
import { fieldNamedNationally } from '@/lib/documents/national-mapping'
import { isReplaceable, nationalNameOf } from '@/lib/domain/exchange/cause-field'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { editSection } from '@/lib/domain/record'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { codeLists } from '../code-lists/code-lists'
import { db, type Tx } from '../db'
import { editorOf, loadForSection } from '../records/load'
import { writeDraft } from '../records/write-draft'
import { sqlWithin } from '../within'
import { CAUSE, DELIVERIES } from './stuck'

export const RepairGroup = z.object({
  cause: z.string().max(120),
  from: z.string().min(1, 'Chọn mã đang ghi.').max(60),
  to: z.string().min(1, 'Chọn mã thay.').max(60),
  reason: typedText(500, 'Ghi lý do thay.'),
})

/** So many records are locked at once; whoever has more does it again. */
const MOST_AT_ONCE = 200

export type RepairChoices = {
  label: string
  /** What stands now, with how many records it stands in. */
  values: { value: string; label: string }[]
  options: { value: string; label: string }[]
}

/** What this actor could put in place of what for a whole group; null where there is nothing the unit may mend in one go. */
export async function repairChoices(actor: Actor, cause: string | null): Promise<RepairChoices | null> {
  const field = cause === null || !mayAnywhere(actor, 'record.edit') ? null : replaceable(cause)
  if (!field || cause === null) return null
  const rows = await db.$queryRaw<{ value: string; count: number }[]>`
    SELECT r.draft #>> ${path(field)} AS value, count(*)::int AS count FROM ${DELIVERIES}
    WHERE ${groupOf(actor, cause)} AND r.draft #>> ${path(field)} IS NOT NULL GROUP BY 1 ORDER BY count DESC, value LIMIT 50`
  if (rows.length === 0) return null
  const name = (code: string) => entryOf(codeLists, field.codeList, code)?.label ?? code
  return {
    label: field.label,
    values: rows.map(({ value, count }) => ({
      value,
      label: `${name(value)} (${value}): ${count.toLocaleString('vi')} hồ sơ`,
    })),
    options: codeLists(field.codeList ?? '')
      .filter(({ validUntil }) => validUntil === null || validUntil >= actor.today)
      .map(({ code, label }) => ({ value: code, label: `${label} (${code})` })),
  }
}

/**
 * Puts one code in place of another in every record of a group that this officer edits, as any edit of theirs: it shows in the comparison,
 * the person sends it, the head signs. Answers how many were changed, and how many of those chosen could not be.
 */
export async function repairGroup({ transact, actor, input, now }: Call<z.output<typeof RepairGroup>>) {
  const { cause, from, to, reason } = input
  const field = replaceable(cause)
  if (!field || !mayAnywhere(actor, 'record.edit')) throw new Refusal('notFound', {})
  if (from === to) throw new Refusal('formInvalid', { count: 1 }, { to: 'Chọn mã khác mã đang ghi.' })
  if (!entryOf(codeLists, field.codeList, to))
    throw new Refusal('formInvalid', { count: 1 }, { to: 'Chọn mã trong danh mục.' })
  return transact(async (tx) => {
    const chosen = await tx.$queryRaw<{ recordId: string }[]>`
      SELECT DISTINCT r.id AS "recordId" FROM ${DELIVERIES}
      WHERE ${groupOf(actor, cause)} AND r.draft #>> ${path(field)} = ${from} ORDER BY r.id LIMIT ${MOST_AT_ONCE}`
    if (chosen.length === 0) throw new Refusal('notFound', {})
    let changed = 0
    for (const { recordId } of chosen)
      changed += (await replaceIn(tx, actor, field, { recordId, from, to, now })) ? 1 : 0
    const subject = { type: 'page', id: '/pushes', name: field.label } as const
    const detail = { cause, field: field.code, count: changed, reason }
    await writeAudit(tx, actor, { action: 'delivery.groupRepaired', subject, detail }, now)
    return { changed, left: chosen.length - changed, more: chosen.length === MOST_AT_ONCE }
  })
}

type One = { recordId: string; from: string; to: string; now: Date }

async function replaceIn(tx: Tx, actor: Actor, field: Replaceable, { recordId, from, to, now }: One): Promise<boolean> {
  const { code, section } = field
  const record = await loadForSection(tx, actor, { recordId, section }, { lock: true })
  // Somebody may have written something else between the choice and the lock.
  if ((record.draft[section] as AnswersOf)[code] !== from) return false
  const typed = { [code]: to }
  const edit = editSection({ draft: record.draft, section, typed, editor: editorOf(actor, record), lists: codeLists })
  if (edit.changes.length === 0 || Object.keys(edit.errors).length > 0) return false
  await writeDraft(tx, actor, record, { section, answers: edit.section, changes: edit.changes, now })
  return true
}

/** Refused or held for this cause, and the actor's to edit; never their own record. */
const groupOf = (actor: Actor, cause: string) => Prisma.sql`
  ${sqlWithin(actor, 'record.edit')} AND p.id IS DISTINCT FROM ${actor.personId}::uuid
  AND d.state IN ('refused', 'held') AND ${CAUSE} = ${cause}`

type Replaceable = PlacedField & { section: SectionId }

const path = ({ section, code }: Replaceable) => Prisma.sql`${[section, code]}::text[]`

function replaceable(cause: string): Replaceable | null {
  const name = nationalNameOf(cause)
  const field = name === null ? null : fieldNamedNationally(name)
  if (!field || isTable(field) || !isSectionId(field.section) || !isReplaceable(field)) return null
  return { ...field, section: field.section }
}
