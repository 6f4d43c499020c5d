import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { readManifest } from '@/lib/documents/manifest'
import { batchName } from '@/lib/domain/batch-words'
import { dayOf, sayInstant } from '@/lib/domain/calendar'
import type { Standing } from '@/lib/domain/cv/closing'
import type { CvForm } from '@/lib/domain/cv/form'
import { cvForm } from '@/lib/domain/cv/layout'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../db'
import { completed, type LoadedRecord, loadRecord } from './load'

/** Which state of a record is wanted: the draft, or what was approved, now or by the end of a day (`YYYY-MM-DD`). */
export type WantedForm = { of: 'approved' | 'draft'; on: string | null }

export type PrintedForm = { person: LoadedRecord['person']; form: CvForm | null; version: number | null }

/** The Sơ yếu lý lịch of a record. `form` is null where nothing was approved by then. Throws `notFound` outside the actor's reach. */
export async function printedForm(
  actor: Actor,
  recordId: string,
  { of, on }: WantedForm,
  now: Date,
): Promise<PrintedForm> {
  const { person, draft } = await loadRecord(db, actor, 'record.read', recordId)
  const printed = { printedBy: actor.personName, printedAt: sayInstant(now) }
  const setOut = (data: RecordData, standing: Standing) => cvForm({ data, lists: codeLists, standing })
  if (of === 'draft') return { person, form: setOut(draft, { of, ...printed }), version: null }
  const item = await approvedBy(recordId, on)
  if (item === null) return { person, form: null, version: null }
  const { revision, batch, version, leaf } = item
  const approver = readManifest(Buffer.from(batch.manifest, 'utf8'))?.approver
  const standing: Standing = {
    of,
    ...printed,
    version,
    declaration: revision.declaration,
    declaredOn: dayOf(revision.at),
    approvedOn: dayOf(batch.closedAt ?? batch.frozenAt),
    batch: batchName(batch).toLocaleLowerCase('vi'),
    approver: { name: batch.approverName ?? approver?.name ?? '', title: approver?.title ?? 'Thủ trưởng đơn vị' },
    leaf,
  }
  return { person, form: setOut(completed(revision.data), standing), version }
}

/** The newest signed batch that held this record, closed by the end of that day in Vietnam. */
const approvedBy = (recordId: string, on: string | null) =>
  db.approvalItem.findFirst({
    where: {
      recordId,
      batch: { state: 'approved', ...(on !== null && { closedAt: { lte: new Date(`${on}T23:59:59.999+07:00`) } }) },
    },
    orderBy: { batch: { closedAt: 'desc' } },
    select: {
      version: true,
      leaf: true,
      revision: { select: { data: true, declaration: true, at: true } },
      batch: {
        select: {
          kind: true,
          period: true,
          number: true,
          manifest: true,
          approverName: true,
          frozenAt: true,
          closedAt: true,
        },
      },
    },
  })
