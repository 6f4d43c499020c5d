import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { dayOf, sayDay } from '@/lib/domain/calendar'
import { jobTerms } from '@/lib/domain/job'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { loadUnit } from '../../units/unit-tree'
import type { JobKind } from '../job-kind'
import { type ArchiveScope, countArchive } from './archive-people'
import { type ArchiveCursor, beginArchive, closeArchive, packMore } from './archive-steps'

export const ArchiveInput = z.object({
  unitId: z.uuid('Chọn một đơn vị.'),
  /** Without the units below it. */
  own: z.boolean(),
  /** As approved by the end of this day. */
  on: z.string().refine(isRealDay, 'Ghi ngày dạng ngày/tháng/năm.'),
})
export type ArchiveInput = z.output<typeof ArchiveInput>

/** The Sơ yếu lý lịch of all of a unit's people, as approved by a day, each a PDF in one zip. */
export const cvArchive: JobKind<ArchiveInput, ArchiveCursor> = {
  title: 'Tải sơ yếu lý lịch của một đơn vị',
  permission: 'record.exportMany',
  input: ArchiveInput,
  async judge(actor, input) {
    await loadUnit(actor, 'record.exportMany', input.unitId)
  },
  async prepare(actor, input, now) {
    const { unit, scope } = await scopeOf(actor, input)
    if (input.on > dayOf(now)) throw new Refusal('formInvalid', { count: 1 }, { on: 'Ngày này chưa đến.' })
    const { people, approved } = await countArchive(actor, scope)
    const most = jobTerms(dayOf(now)).people
    if (people > most) throw new Refusal('tooManyPeople', { count: people, most })
    if (approved === 0) throw new Refusal('nobodyApproved', {})
    const title = `Sơ yếu lý lịch của ${unit.name}${input.own ? ', không kể đơn vị trực thuộc' : ''}, tính đến ngày ${sayDay(input.on)}`
    return { title, unitPath: unit.path, total: approved }
  },
  async step(step) {
    if (step.cursor === null) {
      const { scope } = await scopeOf(step.actor, step.input)
      return beginArchive(step, scope)
    }
    const { cursor } = step
    return cursor.at < cursor.total ? packMore({ ...step, cursor }) : closeArchive({ ...step, cursor })
  },
}

async function scopeOf(actor: Actor, { unitId, own, on }: ArchiveInput) {
  const unit = await loadUnit(actor, 'record.exportMany', unitId)
  const scope: ArchiveScope = { unitPath: unit.path, own, on }
  return { unit, scope }
}
