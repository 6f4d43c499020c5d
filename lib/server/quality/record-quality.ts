import 'server-only'
import { fromDateColumn } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import { badCodes } from '@/lib/domain/quality/bad-codes'
import { judgeQuality, type Quality } from '@/lib/domain/quality/judge-quality'
import { judgeRecord } from '@/lib/domain/rules/judge-record'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { mismatched } from '../population/population-standing'
import type { RecordPage } from '../records/record-page'
import { AFFIRMED_ON } from './judge-waiting'

/** The four marks of one record as it stands this moment, with what to do about each. */
export async function recordQuality(actor: Actor, { record, sections }: RecordPage): Promise<Quality> {
  const [{ on = null, suspected = 0 } = {}] = await db.$queryRaw<{ on: Date | null; suspected: number }[]>`
    SELECT ${AFFIRMED_ON} AS on, (SELECT count(*)::int FROM duplicate_case
      WHERE state = 'open' AND r.person_id IN (first_id, second_id)) AS suspected
    FROM record r WHERE r.id = ${record.id}::uuid`
  const data = record.draft
  return judgeQuality({
    findings: judgeRecord({ data, today: actor.today, lists: codeLists }),
    missing: sections.flatMap(({ missing }) => missing),
    badCodes: badCodes(data, codeLists),
    suspected,
    isMismatched: (await mismatched([{ recordId: record.id, data }])).size > 0,
    affirmedOn: on && fromDateColumn(on),
    day: actor.today,
  })
}
