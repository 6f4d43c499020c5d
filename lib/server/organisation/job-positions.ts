import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { dateColumn, fromDateColumn } from '@/lib/domain/calendar'
import { dayBefore } from '@/lib/domain/organisation/organisation'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { loadUnit } from '../units/unit-tree'

const LIST = 'vi-tri-viec-lam'

export const SetPosition = z.object({
  unitId: z.uuid(),
  code: z.string().refine((code) => codeLists(LIST).some((entry) => entry.code === code), 'Chọn vị trí việc làm.'),
  /** 0 ends it. */
  count: z.int('Ghi số người.').min(0, 'Ghi số người.').max(10_000, 'Ghi số người.'),
  from: z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/07/2025.'),
  basis: typedText(200, 'Ghi số, ngày quyết định phê duyệt đề án.'),
})

/** A job position approved for the unit, and for how many, from a day on; what was approved before ends the day before. */
export const setPosition = ({ transact, actor, input, now }: Call<z.output<typeof SetPosition>>) =>
  transact(async (tx) => {
    const unit = await loadUnit(actor, 'unit.manage', input.unitId)
    const { unitId, code, count, from, basis } = input
    const standing = await tx.unitJobPosition.findFirst({ where: { unitId, code, validUntil: null } })
    if (standing && fromDateColumn(standing.validFrom) >= from) {
      throw new Refusal('formInvalid', { count: 1 }, { from: 'Phải sau ngày của lần phê duyệt trước.' })
    }
    if (standing) {
      await tx.unitJobPosition.update({ where: { id: standing.id }, data: { validUntil: dateColumn(dayBefore(from)) } })
    }
    if (count > 0)
      await tx.unitJobPosition.create({ data: { unitId, code, count, basis, validFrom: dateColumn(from) } })
    const subject = { type: 'unit', id: unit.id, name: unit.name } as const
    await writeAudit(
      tx,
      actor,
      { action: 'unit.positionSet', subject, unitPath: unit.path, detail: { code, count, from, basis } },
      now,
    )
    return {}
  })

/** The job positions in force on that day. */
export async function positionsOn(unitId: string, day: string) {
  const on = dateColumn(day)
  const rows = await db.unitJobPosition.findMany({
    where: { unitId, validFrom: { lte: on }, OR: [{ validUntil: null }, { validUntil: { gte: on } }] },
    orderBy: { code: 'asc' },
  })
  return rows.map(({ id, code, count, basis }) => ({ id, label: labelOf(code), count, basis }))
}

const labelOf = (code: string) => codeLists(LIST).find((entry) => entry.code === code)?.label ?? code

export const positionChoices = () => codeLists(LIST).map(({ code, label }) => ({ value: code, label }))
