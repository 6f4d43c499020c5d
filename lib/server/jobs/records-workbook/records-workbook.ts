import 'server-only'
import { z } from 'zod'
import { SECTION_IDS, type SectionId } from '@/lib/catalogue'
import { dayOf } from '@/lib/domain/calendar'
import { jobTerms } from '@/lib/domain/job'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { loadUnit } from '../../units/unit-tree'
import type { JobKind } from '../job-kind'
import { workbookPeople } from './workbook-people'
import { beginWorkbook, closeWorkbook, type WorkbookCursor, writeMore } from './workbook-steps'

const Sections = z
  .array(z.enum(SECTION_IDS as [SectionId, ...SectionId[]]))
  .min(1, 'Chọn ít nhất một phần của hồ sơ.')
  .max(SECTION_IDS.length)

export const WorkbookInput = z.object({
  unitId: z.uuid('Chọn một đơn vị.'),
  /** Without the units below it. */
  own: z.boolean(),
  sections: Sections,
  /** What for; the person whose record it is reads it. */
  purpose: typedText(300, 'Ghi mục đích, ví dụ: rà soát theo Công văn 15/SNV.'),
})
export type WorkbookInput = z.output<typeof WorkbookInput>

/** The working records of all of a unit's people as one workbook, which can be filled in and taken back. */
export const recordsWorkbook: JobKind<WorkbookInput, WorkbookCursor> = {
  title: 'Xuất hồ sơ ra Excel',
  permission: 'record.exportMany',
  // The values of many people in one file.
  secret: true,
  input: WorkbookInput,
  async judge(actor, input) {
    await loadUnit(actor, 'record.exportMany', input.unitId)
  },
  async prepare(actor, input, now) {
    const unit = await loadUnit(actor, 'record.exportMany', input.unitId)
    const most = jobTerms(dayOf(now)).people
    const { length } = await workbookPeople(actor, { unitPath: unit.path, own: input.own }, most + 1)
    if (length > most) throw new Refusal('tooManyPeople', { count: length, most })
    const title = `Hồ sơ của ${unit.name}${input.own ? ', không kể đơn vị trực thuộc' : ''} ra Excel`
    return { title, unitPath: unit.path, total: length }
  },
  async step(step) {
    const unit = await loadUnit(step.actor, 'record.exportMany', step.input.unitId)
    const { cursor } = step
    if (cursor === null) return beginWorkbook(step, { unitPath: unit.path, own: step.input.own })
    return cursor.at < cursor.total ? writeMore({ ...step, cursor }) : closeWorkbook({ ...step, cursor }, unit.name)
  },
}
