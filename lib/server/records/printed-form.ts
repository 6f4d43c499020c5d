import 'server-only'
import { sayInstant } from '@/lib/domain/calendar'
import type { CvForm } from '@/lib/domain/cv/form'
import { cvForm } from '@/lib/domain/cv/layout'
import type { Actor } from '@/lib/domain/policy'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { formPicture } from '../evidence/photo'
import { APPROVED_ITEM, approvedForm, endOfDay, extract } from './approved-form'
import { type LoadedRecord, readRecord } from './load'
import type { Sight } from './sight'

/**
 * Which state of a record is wanted: the draft, or what was approved, now or by the end of a day (`YYYY-MM-DD`). Whoever
 * reads only what was approved gets that in place of the draft.
 */
export type WantedForm = { of: 'approved' | 'draft'; on: string | null }

export type PrintedForm = { person: LoadedRecord['person']; form: CvForm | null; version: number | null; sight: Sight }

/** The Sơ yếu lý lịch of a record. `form` is null where nothing was approved by then. Throws `notFound` outside the actor's reach. */
export async function printedForm(
  actor: Actor,
  recordId: string,
  { of, on }: WantedForm,
  now: Date,
): Promise<PrintedForm> {
  const { person, draft, sight } = await readRecord(db, actor, recordId)
  const printed = { printedBy: actor.personName, printedAt: sayInstant(now) }
  if (of === 'draft' && sight.reading.of === 'draft') {
    const form = cvForm({ data: draft, lists: codeLists, standing: { of, ...printed } })
    const picture = await formPicture(db, recordId, sight, { official: false, by: null })
    return { person, form: { ...extract(form, sight), picture }, version: null, sight }
  }
  const item = await approvedBy(recordId, on)
  if (item === null) return { person, form: null, version: null, sight }
  const picture = await formPicture(db, recordId, sight, { official: true, by: on === null ? null : endOfDay(on) })
  return { person, form: { ...approvedForm(item, printed, sight), picture }, version: item.version, sight }
}

/** The newest signed batch that held this record, closed by the end of that day in Vietnam. */
export const approvedBy = (recordId: string, on: string | null) =>
  db.approvalItem.findFirst({
    where: {
      recordId,
      revision: { withdrawn: null },
      batch: { state: 'approved', ...(on !== null && { closedAt: { lte: endOfDay(on) } }) },
    },
    orderBy: { batch: { closedAt: 'desc' } },
    select: APPROVED_ITEM,
  })
