import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { sayMonth } from '@/lib/domain/batch-words'
import { dateColumn, fromDateColumn } from '@/lib/domain/calendar'
import { type Actor, can, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db, type Tx } from '../db'

const day = z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 05/12/2026.')

export const ReopenMonth = z
  .object({
    unitId: z.uuid('Chọn đơn vị.'),
    period: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Ghi tháng/năm, ví dụ 10/2026.'),
    documentNo: typedText(200).refine((text) => text.length >= 3, 'Ghi số, ngày văn bản.'),
    reason: typedText(300).refine((text) => text.length >= 5, 'Ghi lý do mở lại.'),
    from: day,
    /** Always: it ends by itself. */
    until: day,
  })
  .refine(({ from, until }) => from <= until, {
    ...{ path: ['until'], message: 'Ngày kết thúc phải sau ngày bắt đầu. Xem lại hai ngày này.' },
  })

/** Opens a month that is over for one unit, by a document, for some days: its head may close it in them. */
export const reopenMonth = ({ transact, actor, input, now }: Call<z.output<typeof ReopenMonth>>) =>
  transact(async (tx) => {
    const unit = await tx.unit.findUnique({ where: { id: input.unitId }, select: { id: true, name: true, path: true } })
    if (!unit || !can(actor, 'month.reopen', { personId: null, unitPath: unit.path })) throw new Refusal('notFound', {})
    const fields = {
      ...(input.period >= actor.today.slice(0, 7) && { period: 'Chỉ mở lại được tháng đã qua.' }),
      ...(input.until < actor.today && { until: 'Ngày kết thúc đã qua.' }),
    }
    if (Object.keys(fields).length > 0) throw new Refusal('formInvalid', { count: Object.keys(fields).length }, fields)
    const { period, documentNo, reason, from, until } = input
    const opening = await tx.monthOpening.create({
      data: {
        ...{ unitId: unit.id, period, documentNo, reason },
        ...{ validFrom: dateColumn(from), validUntil: dateColumn(until) },
        ...{ byUserId: actor.userId, byName: actor.personName, at: now },
      },
    })
    const subject = { type: 'unit', id: unit.id, name: unit.name } as const
    const detail = { period: sayMonth(period), document: documentNo, reason, from, until }
    await writeAudit(tx, actor, { action: 'month.reopened', subject, unitPath: unit.path, detail }, now)
    return { openingId: opening.id }
  })

/** Months that this unit may close on this day although they are over; each once, with the document that lasts longest. */
export async function openingsOn(tx: Tx, unitId: string, today: string) {
  const on = dateColumn(today)
  const rows = await tx.monthOpening.findMany({
    where: { unitId, validFrom: { lte: on }, validUntil: { gte: on } },
    orderBy: [{ period: 'asc' }, { validUntil: 'asc' }],
  })
  const openings = rows.map(({ period, documentNo, validUntil }) => ({
    ...{ period, documentNo, until: fromDateColumn(validUntil) },
  }))
  return [...new Map(openings.map((opening) => [opening.period, opening])).values()]
}

/** The document by which the month is open for the unit. Throws `monthClosed` where there is none. */
export async function requireOpening(tx: Tx, unitId: string, period: string, today: string) {
  const opening = (await openingsOn(tx, unitId, today)).find((one) => one.period === period)
  if (!opening) throw new Refusal('monthClosed', { month: sayMonth(period) })
  return { documentNo: opening.documentNo }
}

/** The newest openings of the province, those in force first. */
export async function monthOpenings(actor: Actor, { take }: { take: number }) {
  if (!mayAnywhere(actor, 'month.reopen')) throw new Refusal('notFound', {})
  const rows = await db.monthOpening.findMany({
    orderBy: [{ validUntil: 'desc' }, { id: 'desc' }],
    take,
    include: { unit: { select: { name: true } } },
  })
  return rows.map(({ unit, validFrom, validUntil, ...row }) => ({
    ...{ ...row, unitName: unit.name, from: fromDateColumn(validFrom), until: fromDateColumn(validUntil) },
    isOpen: fromDateColumn(validUntil) >= actor.today,
  }))
}
