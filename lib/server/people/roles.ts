import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { dateColumn, fromDateColumn } from '@/lib/domain/calendar'
import { mayGrant } from '@/lib/domain/granting'
import { can, ROLES } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { shareOrganisation } from '../organisation/settle-today'
import { loadAccount } from './load-account'

const day = z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/09/2026.')
const reason = typedText(300, 'Ghi số quyết định hoặc lý do.')

export const GrantRole = z
  .object({
    userId: z.uuid(),
    role: z.enum(ROLES, 'Chọn vai trò.'),
    unitId: z.uuid('Chọn đơn vị.'),
    from: day,
    until: day.nullable(),
    reason,
  })
  .refine(({ from, until }) => until === null || from <= until, {
    path: ['until'],
    message: 'Ngày hết hạn phải sau ngày bắt đầu. Xem lại hai ngày này.',
  })

export const WithdrawRole = z.object({ userId: z.uuid(), grantId: z.uuid(), reason })

/** A role over a unit and all below it, for a time. */
export const grantRole = ({ transact, actor, input, now }: Call<z.output<typeof GrantRole>>) =>
  transact(async (tx) => {
    const account = await loadAccount(tx, actor, input.userId)
    await shareOrganisation(tx)
    const unit = await tx.unit.findUnique({
      where: { id: input.unitId },
      select: { name: true, path: true, isOpen: true },
    })
    if (!unit?.isOpen || !can(actor, 'account.manage', { personId: null, unitPath: unit.path })) {
      throw new Refusal('outsideYourUnits', {}, { unitId: 'Đơn vị này ngoài phạm vi của Anh/Chị.' })
    }
    const { role, unitId, from, until } = input
    if (!mayGrant(actor, role, unit.path)) throw new Refusal('roleNotYours', {}, { role: 'Nhờ quản trị tỉnh giao.' })
    const held = account.grants.some(
      (grant) => grant.role === role && grant.unitId === unitId && overlaps(grant, input),
    )
    if (held) throw new Refusal('roleAlreadyHeld', {}, { role: 'Đang giữ tại đơn vị này.' })
    const grant = await tx.roleGrant.create({
      data: {
        userId: account.id,
        role,
        unitId,
        validFrom: dateColumn(from),
        validUntil: until === null ? null : dateColumn(until),
        grantedBy: actor.userId,
        reason: input.reason,
        createdAt: now,
      },
    })
    const subject = { type: 'user', id: account.id, name: account.name } as const
    const detail = { role, unit: unit.name, from, until, reason: input.reason }
    await writeAudit(tx, actor, { action: 'role.granted', subject, unitPath: unit.path, detail }, now)
    return { grantId: grant.id }
  })

/** Ends a role yesterday, so that it is in force no more; the row stays as history. */
export const withdrawRole = ({ transact, actor, input, now }: Call<z.output<typeof WithdrawRole>>) =>
  transact(async (tx) => {
    const account = await loadAccount(tx, actor, input.userId)
    const grant = account.grants.find(({ id }) => id === input.grantId)
    if (!grant) throw new Refusal('notFound', {})
    if (grant.role === 'person') throw new Refusal('roleOfEveryAccount', {})
    await tx.roleGrant.update({ where: { id: grant.id }, data: { validUntil: dateColumn(dayBefore(actor.today)) } })
    const subject = { type: 'user', id: account.id, name: account.name } as const
    const detail = { role: grant.role, reason: input.reason }
    await writeAudit(tx, actor, { action: 'role.withdrawn', subject, unitPath: grant.unitPath, detail }, now)
  })

function overlaps(grant: { validUntil: Date | null; validFrom: Date }, wanted: { from: string; until: string | null }) {
  const [from, until] = [fromDateColumn(grant.validFrom), grant.validUntil && fromDateColumn(grant.validUntil)]
  return (wanted.until === null || from <= wanted.until) && (until === null || wanted.from <= until)
}

const dayBefore = (day: string) => fromDateColumn(new Date(dateColumn(day).getTime() - 86_400_000))
