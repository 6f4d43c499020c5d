import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { PLACE_WORDS } from '@/lib/domain/approvers/approver-words'
import { APPROVER_PLACES } from '@/lib/domain/approvers/rule'
import { dateColumn, fromDateColumn, sayDay } from '@/lib/domain/calendar'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { UNIT_TYPES } from '@/lib/domain/unit-tree'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { ruleOf } from './approvers'

const day = z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/12/2026.')
const isCategory = (code: string) => codeLists('doi-tuong').some((entry) => entry.code === code)
const isType = (code: string) => UNIT_TYPES.some((type) => type.code === code)

export const AddApproverRule = z
  .object({
    rank: z.coerce.number('Ghi số thứ tự, từ 1 đến 999.').int().min(1, 'Từ 1 đến 999.').max(999, 'Từ 1 đến 999.'),
    unitTypes: z.array(z.string().refine(isType)).min(1, 'Chọn ít nhất một loại đơn vị.'),
    categories: z.array(z.string().refine(isCategory)),
    managed: z.enum(['either', 'yes', 'no']),
    ownRecord: z.boolean(),
    place: z.enum(APPROVER_PLACES, 'Chọn người duyệt.'),
    /** Of the unit, where the place is `namedUnit`. */
    unitId: z.union([z.uuid(), z.literal('')]),
    basis: typedText(300).refine((text) => text.length >= 3, 'Ghi điều khoản hoặc số, ngày quyết định.'),
    from: day,
    until: z.union([day, z.literal('')]),
  })
  .refine(({ place, unitId }) => place !== 'namedUnit' || unitId !== '', {
    ...{ path: ['unitId'], message: 'Chọn đơn vị mà người đứng đầu duyệt.' },
  })
  .refine(({ from, until }) => until === '' || from <= until, {
    ...{ path: ['until'], message: 'Ngày kết thúc phải sau ngày bắt đầu. Xem lại hai ngày này.' },
  })

export const EndApproverRule = z.object({
  ruleId: z.uuid(),
  reason: typedText(300).refine((text) => text.length >= 3, 'Ghi lý do hoặc số quyết định.'),
})

/** A new row of the table of approvers, from today on at the earliest: what was signed before stands by the rows of its day. */
export const addApproverRule = ({ transact, actor, input, now }: Call<z.output<typeof AddApproverRule>>) =>
  transact(async (tx) => {
    requireManager(actor)
    if (input.from < actor.today) {
      throw new Refusal('formInvalid', { count: 1 }, { from: 'Dòng mới chỉ có hiệu lực từ hôm nay trở đi.' })
    }
    const unit = input.place === 'namedUnit' ? await tx.unit.findUnique({ where: { id: input.unitId } }) : null
    if (input.place === 'namedUnit' && !unit?.isOpen) {
      throw new Refusal('formInvalid', { count: 1 }, { unitId: 'Không có đơn vị này đang hoạt động.' })
    }
    const { rank, unitTypes, categories, managed, ownRecord, place, basis, from, until } = input
    const rule = await tx.approverRule.create({
      data: {
        ...{ rank, unitTypes, categories, ownRecord, place, basis, unitCode: unit?.code ?? null },
        managed: managed === 'either' ? null : managed === 'yes',
        ...{ validFrom: dateColumn(from), validUntil: until === '' ? null : dateColumn(until) },
        ...{ byUserId: actor.userId, byName: actor.personName, at: now },
      },
    })
    const subject = { type: 'approverRule', id: rule.id, name: `${PLACE_WORDS[place]} (dòng ${rank})` } as const
    const detail = { rank, unitTypes, categories, managed, place, basis, from, until, unit: unit?.code ?? null }
    await writeAudit(tx, actor, { action: 'approver.added', subject, detail }, now)
    return { ruleId: rule.id }
  })

/** Ends a row with yesterday: from today on it decides nothing. */
export const endApproverRule = ({ transact, actor, input, now }: Call<z.output<typeof EndApproverRule>>) =>
  transact(async (tx) => {
    requireManager(actor)
    const rule = await tx.approverRule.findUnique({ where: { id: input.ruleId } })
    if (!rule) throw new Refusal('notFound', {})
    const until = dateColumn(actor.today)
    until.setUTCDate(until.getUTCDate() - 1)
    const { count } = await tx.approverRule.updateMany({
      where: { id: rule.id, endedAt: null, OR: [{ validUntil: null }, { validUntil: { gt: until } }] },
      data: { validUntil: until, endedBy: actor.personName, endReason: input.reason, endedAt: now },
    })
    if (count === 0) throw new Refusal('approverRuleEnded', {})
    const name = `${PLACE_WORDS[ruleOf(rule).place]} (dòng ${rule.rank})`
    const detail = { until: sayDay(fromDateColumn(until)), reason: input.reason, basis: rule.basis }
    const subject = { type: 'approverRule', id: rule.id, name } as const
    await writeAudit(tx, actor, { action: 'approver.ended', subject, detail }, now)
    return {}
  })

/** The whole table in the order in which it is asked: rows in force, those to come, those that have ended. */
export async function approverRules(actor: Actor) {
  requireManager(actor)
  const rows = await db.approverRule.findMany({ orderBy: [{ rank: 'asc' }, { validFrom: 'desc' }, { id: 'asc' }] })
  const codes = rows.flatMap(({ unitCode }) => unitCode ?? [])
  const units = await db.unit.findMany({ where: { code: { in: codes } }, select: { code: true, name: true } })
  const names = new Map(units.map(({ code, name }) => [code, name]))
  return rows.map((row) => {
    const rule = ruleOf(row)
    const state = rule.until !== null && rule.until < actor.today ? 'over' : rule.from > actor.today ? 'coming' : 'now'
    return { ...rule, state, unitName: rule.unitCode === null ? null : (names.get(rule.unitCode) ?? rule.unitCode) }
  })
}

/** Throws `notFound` to who has nothing to do with the table. */
export const requireManager = (actor: Actor) => {
  if (!mayAnywhere(actor, 'approver.manage')) throw new Refusal('notFound', {})
}
