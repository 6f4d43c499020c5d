import 'server-only'
import { z } from 'zod'
import { SECTION_IDS, type SectionId } from '@/lib/catalogue'
import { sayChanges } from '@/lib/domain/change-words'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { placeKey, restorable, restoreValues } from '@/lib/domain/restore'
import { claimed } from '@/lib/domain/unique-numbers'
import type { Call } from '../call'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { heldNumbers } from './held-numbers'
import { editorOf, loadRecord } from './load'
import { type PastState, pastState } from './revisions'
import { requireVersion } from './save-section'
import { writeDraft } from './write-draft'

export const RestoreValues = z.object({
  recordId: z.uuid(),
  section: z.enum(SECTION_IDS as [SectionId, ...SectionId[]]),
  from: z.object({ version: z.int().min(1), before: z.boolean() }),
  /** The section's number as the page saw it. */
  sectionVersion: z.int().min(0),
  /** Places within the section, `placeKey` of each. */
  chosen: z.array(z.string().max(200)).min(1, 'Chọn ít nhất một giá trị.').max(500),
})

/** What of a section can be taken back from a past state, in words: what stands now, and what stood then. */
export async function restorePage(actor: Actor, recordId: string, section: SectionId, from: PastState) {
  const record = await loadRecord(db, actor, 'record.edit', recordId)
  const past = await pastState(db, recordId, from)
  const changes = restorable(record.draft, past, section, editorOf(actor, record))
  return {
    sectionVersion: record.sectionVersions[section] ?? 0,
    changes: sayChanges(changes, record.draft, past, codeLists).map((said) => ({ ...said, key: placeKey(said) })),
  }
}

/**
 * Past values as a new change of the working copy: it goes the way of every change, and is official only once approved.
 * Refuses `changedMeanwhile` when somebody saved this section in between.
 */
export async function restoreSection({ transact, actor, input, now }: Call<z.output<typeof RestoreValues>>) {
  return transact(async (tx) => {
    const record = await loadRecord(tx, actor, 'record.edit', input.recordId, { lock: true })
    const seen = { section: input.section, version: input.sectionVersion, answers: {} }
    await requireVersion(tx, { record, actor, input: seen, stands: false })
    const past = await pastState(tx, record.id, input.from)
    const { draft } = record
    const editor = editorOf(actor, record)
    const edit = restoreValues({ draft, past, section: input.section, chosen: input.chosen, editor, lists: codeLists })
    const held = await heldNumbers(tx, record, claimed(edit.changes))
    if (held.some(({ by }) => by === 'settled')) throw new Refusal('numberTaken', {})
    await writeDraft(tx, actor, record, {
      section: input.section,
      answers: edit.section,
      changes: edit.changes,
      restoredFrom: input.from.version,
      now,
    })
    return edit.changes.length
  })
}
