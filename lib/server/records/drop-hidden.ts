import 'server-only'
import { type AnswersOf, SECTION_IDS } from '@/lib/catalogue'
import { diffSection } from '@/lib/domain/changes'
import type { Actor } from '@/lib/domain/policy'
import { shownOnly } from '@/lib/domain/shown'
import type { Tx } from '../db'
import type { RecordFor } from './load'
import { writeDraft } from './write-draft'

/**
 * Takes out of the draft what the form does not show (values behind a “Không”), so that what is sent and what stays are
 * one. Each value goes with its trail, like any other change.
 */
export async function dropHidden(
  tx: Tx,
  actor: Actor,
  record: RecordFor<'record.submit'>,
  now: Date,
): Promise<RecordFor<'record.submit'>> {
  const shown = shownOnly(record.draft)
  if (shown === record.draft) return record
  let left = record
  for (const section of SECTION_IDS) {
    const answers = shown[section] as AnswersOf
    const changes = diffSection(section, left.draft[section] as AnswersOf, answers)
    if (changes.length === 0) continue
    const { version } = await writeDraft(tx, actor, left, { section, answers, changes, now })
    left = {
      ...left,
      draft: { ...left.draft, [section]: answers },
      sectionVersions: { ...left.sectionVersions, [section]: version },
    }
  }
  return left
}
