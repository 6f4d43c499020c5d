import 'server-only'
import { z } from 'zod'
import { SECTION_IDS, type SectionId } from '@/lib/catalogue'
import { MOST_ROWS } from '@/lib/catalogue/most-rows'
import * as domain from '@/lib/domain/judge-rows'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { loadForSection } from './load'

export const JudgeRows = z.object({
  recordId: z.uuid(),
  section: z.enum(SECTION_IDS as [SectionId, ...SectionId[]]),
  table: z.string().max(40),
  rows: z.array(z.record(z.string(), z.unknown())).max(MOST_ROWS),
})

/** What a block from a spreadsheet would become. For whoever may edit the record; writes nothing. */
export async function judgeRows({ actor, input }: Call<z.output<typeof JudgeRows>>): Promise<domain.JudgedRows> {
  await loadForSection(db, actor, input)
  const judged = domain.judgeRows({ ...input, lists: codeLists })
  if (judged === null) throw new Refusal('notFound', {})
  return judged
}
