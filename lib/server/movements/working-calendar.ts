import 'server-only'
import { z } from 'zod'
import { dateColumn, fromDateColumn, sayDay } from '@/lib/domain/calendar'
import { type Actor, can, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db, type Tx } from '../db'
import { isTaken } from '../unique-taken'
import { day } from './movement-input'

export const WriteCalendarDay = z.object({
  day,
  works: z.boolean(),
  name: typedText(200, 'Ghi tên ngày, ví dụ Giỗ Tổ Hùng Vương.'),
  basis: typedText(200, 'Ghi văn bản, ví dụ Thông báo số 6150/TB-BLĐTBXH.'),
})

export const RemoveCalendarDay = z.object({ day, reason: typedText(300, 'Ghi lý do xóa.') })

/** The days of the whole province that are otherwise than the week says. */
export async function workingCalendar(tx: Tx) {
  const rows = await tx.calendarDay.findMany({ orderBy: { day: 'asc' } })
  return rows.map(({ day: column, ...row }) => ({ ...row, day: fromDateColumn(column) }))
}

/** The same for its page, one year of it. Throws `notFound` to whoever has nothing to do with movements. */
export async function calendarOfYear(actor: Actor, year: number) {
  if (!mayAnywhere(actor, 'movement.read')) throw new Refusal('notFound', {})
  const days = await workingCalendar(db)
  return {
    days: days.filter((one) => one.day.startsWith(`${year}-`)),
    mayManage: mayAnywhere(actor, 'calendar.manage'),
  }
}

/** The department of home affairs writes a day off, or one worked in exchange, by the notice of that year. */
export const writeCalendarDay = ({ transact, actor, input, now }: Call<z.output<typeof WriteCalendarDay>>) =>
  transact(async (tx) => {
    requireManager(actor)
    const { works, name, basis } = input
    await tx.calendarDay
      .create({ data: { day: dateColumn(input.day), works, name, basis, byName: actor.personName, at: now } })
      .catch((error) => {
        throw isTaken(error, 'calendar_day') ? new Refusal('calendarDayKnown', {}, { day: 'Ngày này đã ghi.' }) : error
      })
    const subject = { type: 'page', id: '/movements/calendar', name: sayDay(input.day) } as const
    await writeAudit(tx, actor, { action: 'calendar.dayWritten', subject, detail: { works, name, basis } }, now)
  })

export const removeCalendarDay = ({ transact, actor, input, now }: Call<z.output<typeof RemoveCalendarDay>>) =>
  transact(async (tx) => {
    requireManager(actor)
    const where = { day: dateColumn(input.day) }
    const row = await tx.calendarDay.findUnique({ where })
    if (!row) throw new Refusal('notFound', {})
    await tx.calendarDay.delete({ where })
    const subject = { type: 'page', id: '/movements/calendar', name: sayDay(input.day) } as const
    const detail = { name: row.name, basis: row.basis, reason: input.reason }
    await writeAudit(tx, actor, { action: 'calendar.dayRemoved', subject, detail }, now)
  })

function requireManager(actor: Actor) {
  if (!can(actor, 'calendar.manage', { personId: null, unitPath: '/' })) throw new Refusal('notFound', {})
}
