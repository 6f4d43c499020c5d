import 'server-only'
import { z } from 'zod'
import { type AnswersOf, type RecordData, SECTION_IDS, type SectionId } from '@/lib/catalogue'
import { sayTime } from '@/lib/domain/calendar'
import { figuresOf } from '@/lib/domain/completeness'
import { withKept } from '@/lib/domain/kept-rows'
import { type Actor, can } from '@/lib/domain/policy'
import { editSection } from '@/lib/domain/record'
import { Refusal } from '@/lib/domain/refusal'
import { claimed, withoutTaken } from '@/lib/domain/unique-numbers'
import type { Call } from '../call'
import { codeLists } from '../code-lists/code-lists'
import type { Tx } from '../db'
import { approvedRowsRemoved } from './approved-rows'
import { sectionAdvice } from './findings'
import { heldNumbers, noteRefusedNumbers } from './held-numbers'
import { editorOf, loadForSection, type RecordFor } from './load'
import { writeDraft } from './write-draft'

export const SaveSection = z.object({
  recordId: z.uuid(),
  section: z.enum(SECTION_IDS as [SectionId, ...SectionId[]]),
  /** The section's number as the page saw it. */
  version: z.int().min(0),
  /** Only what was touched, as typed. */
  answers: z.record(z.string(), z.unknown()),
})

/**
 * Keeps what was typed in one section. Answers that are wrong are named and not kept; the others are.
 * Refuses `changedMeanwhile` with the other values when somebody saved this section in between.
 */
export async function saveSection({ transact, actor, input, now }: Call<z.output<typeof SaveSection>>) {
  const { record, ...saved } = await transact(async (tx) => {
    const record = await loadForSection(tx, actor, input, { lock: true })
    const { draft } = record
    const typed = editSection({
      draft,
      section: input.section,
      typed: input.answers,
      editor: editorOf(actor, record),
      lists: codeLists,
    })
    const before = draft[input.section]
    const numbers = claimed(typed.changes)
    const held = await heldNumbers(tx, record, numbers)
    await noteRefusedNumbers(tx, record.id, { answered: Object.keys(input.answers), claimed: numbers, held, now })
    const free = withoutTaken(typed, before, held)
    const edit = withKept(free, input.section, before, await approvedRowsRemoved(tx, record, free.changes))
    const version = await requireVersion(tx, { record, actor, input, stands: edit.changes.length === 0 })
    const untouched = { version, savedAt: now.toISOString(), ...figuresOf(draft) }
    const saved =
      edit.changes.length === 0
        ? untouched
        : await writeDraft(tx, actor, record, {
            section: input.section,
            answers: edit.section,
            changes: edit.changes,
            now,
          })
    const kept = { ...record, draft: { ...draft, [input.section]: edit.section } as RecordData }
    return { ...saved, errors: edit.errors, record: kept }
  })
  // The rules look at what was kept, across the whole record; the row need not stay locked while they do.
  const { id: personId, unitPath } = record.person
  const whole = can(actor, 'record.edit', { personId, unitPath })
  return { ...saved, advice: whole ? await sectionAdvice(record, input.section, actor.today) : [] }
}

type Asked = {
  record: RecordFor<'record.edit'>
  actor: Actor
  input: Pick<z.output<typeof SaveSection>, 'section' | 'version' | 'answers'>
  /** What is sent already stands in the draft. */
  stands: boolean
}

/** The number of the section, if it is the one that was typed upon. Refuses `changedMeanwhile` otherwise. */
export async function requireVersion(tx: Tx, { record, actor, input, stands }: Asked): Promise<number> {
  const version = record.sectionVersions[input.section] ?? 0
  if (version === input.version) return version
  const last = await tx.draftChange.findFirst({
    where: { recordId: record.id, section: input.section },
    orderBy: { lastAt: 'desc' },
    select: { byUserId: true, byName: true, lastAt: true },
  })
  // The line was cut between the save and its answer, and the device sends the same words again.
  if (stands && version === input.version + 1 && last?.byUserId === actor.userId) return version
  const saved = record.draft[input.section] as AnswersOf
  const theirs = Object.fromEntries(Object.keys(input.answers).map((code) => [code, saved[code] ?? null]))
  const by = last?.byName ?? 'Một người khác'
  const at = last ? sayTime(last.lastAt) : ''
  throw new Refusal('changedMeanwhile', { section: input.section, by, at, theirs, version })
}
