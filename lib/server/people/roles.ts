import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { dateColumn, fromDateColumn } from '@/lib/domain/calendar'
import { contradicted } from '@/lib/domain/contradicting-roles'
import { mayDelegate } from '@/lib/domain/delegation'
import { documentNoIn } from '@/lib/domain/document-no'
import { delegating, mayGrant, needsProposal } from '@/lib/domain/granting'
import { dayBefore } from '@/lib/domain/organisation/organisation'
import { type Actor, can, ROLES, type Role } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { shareOrganisation } from '../organisation/settle-today'
import { loadAccount, type ManagedAccount } from './load-account'

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

export const ChangeRoleTerm = WithdrawRole.extend({ until: day.nullable() })

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
    if (!can(actor, 'account.grantUnitAdmin', { personId: null, unitPath: unit.path })) {
      await refuseUndelegated(tx, actor, role, unit.path)
    }
    refuseClash(account.grants, { role, unitId, from, until })
    const document = proposalOf(actor, { role, unitPath: unit.path }, input.reason)
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
    const detail = { role, unit: unit.name, from, until, reason: input.reason, document }
    await writeAudit(tx, actor, { action: 'role.granted', subject, unitPath: unit.path, detail }, now)
    return { grantId: grant.id }
  })

/** Ends a role yesterday, so that it is in force no more; the row stays as history. */
export const withdrawRole = ({ transact, actor, input, now }: Call<z.output<typeof WithdrawRole>>) =>
  transact(async (tx) => {
    const { account, grant } = await loadGrant(tx, actor, input)
    const document = proposalOf(actor, grant, input.reason)
    await tx.roleGrant.update({ where: { id: grant.id }, data: { validUntil: dateColumn(dayBefore(actor.today)) } })
    const subject = { type: 'user', id: account.id, name: account.name } as const
    const detail = { role: grant.role, reason: input.reason, document }
    await writeAudit(tx, actor, { action: 'role.withdrawn', subject, unitPath: grant.unitPath, detail }, now)
  })

/** Extends a role, or lets it end sooner (Quy chế, Điều 22 khoản 1). */
export const changeRoleTerm = ({ transact, actor, input, now }: Call<z.output<typeof ChangeRoleTerm>>) =>
  transact(async (tx) => {
    const { account, grant } = await loadGrant(tx, actor, input)
    const [from, before] = [fromDateColumn(grant.validFrom), grant.validUntil && fromDateColumn(grant.validUntil)]
    const { until } = input
    if (until === before) throw new Refusal('roleTermSame', {}, { until: 'Vẫn như cũ.' })
    if (until !== null && (until < from || until < actor.today)) {
      throw new Refusal('formInvalid', { count: 1 }, { until: 'Ngày hết hạn phải từ hôm nay trở đi.' })
    }
    const others = account.grants.filter(({ id }) => id !== grant.id)
    refuseClash(others, { role: grant.role, unitId: grant.unitId, from, until })
    const document = proposalOf(actor, grant, input.reason)
    await tx.roleGrant.update({
      where: { id: grant.id },
      data: { validUntil: until === null ? null : dateColumn(until) },
    })
    const longer = until === null || (before !== null && until > before)
    const subject = { type: 'user', id: account.id, name: account.name } as const
    const detail = { role: grant.role, before, until, reason: input.reason, document }
    const action = longer ? 'role.extended' : 'role.restricted'
    await writeAudit(tx, actor, { action, subject, unitPath: grant.unitPath, detail }, now)
  })

async function loadGrant(tx: Tx, actor: Actor, { userId, grantId }: { userId: string; grantId: string }) {
  const account = await loadAccount(tx, actor, userId)
  const grant = account.grants.find(({ id }) => id === grantId)
  if (!grant) throw new Refusal('notFound', {})
  if (grant.role === 'person') throw new Refusal('roleOfEveryAccount', {})
  return { account, grant }
}

/** Not every kind of unit makes administrators of those below it, and not for ever. */
async function refuseUndelegated(tx: Tx, actor: Actor, role: Role, unitPath: string) {
  const above = delegating(actor, role, unitPath).map(({ unitId }) => unitId)
  if (role !== 'unitAdmin') return
  const units = await tx.unit.findMany({ where: { id: { in: above } }, select: { typeCode: true } })
  if (!units.some(({ typeCode }) => mayDelegate(typeCode, actor.today))) throw new Refusal('delegationNotYours', {})
}

type Term = { role: Role; unitId: string; from: string; until: string | null }

/** The same role twice over a unit, and roles that do not go together, at the same time. */
export function refuseClash(held: ManagedAccount['grants'], wanted: Term) {
  const meanwhile = held.filter((grant) => overlaps(grant, wanted))
  if (meanwhile.some(({ role, unitId }) => role === wanted.role && unitId === wanted.unitId)) {
    throw new Refusal('roleAlreadyHeld', {}, { role: 'Đang giữ tại đơn vị này.' })
  }
  const against = contradicted(
    wanted.role,
    meanwhile.map(({ role }) => role),
    wanted.from,
  )
  if (against) {
    const words = { wanted: ROLE_WORDS[wanted.role], held: ROLE_WORDS[against] }
    throw new Refusal('roleContradicts', words, { role: `Đang giữ vai trò ${words.held}.` })
  }
}

/** The number of the written proposal, which Sở Nội vụ acts on (Quy chế, Điều 26 khoản 3). */
function proposalOf(actor: Actor, { role, unitPath }: { role: Role; unitPath: string }, words: string): string | null {
  const document = documentNoIn(words)
  if (document === null && needsProposal(actor, role, unitPath)) {
    throw new Refusal('documentNoMissing', {}, { reason: 'Ghi số văn bản đề nghị, ví dụ 123/SYT-TCCB.' })
  }
  return document
}

function overlaps(grant: { validUntil: Date | null; validFrom: Date }, wanted: { from: string; until: string | null }) {
  const [from, until] = [fromDateColumn(grant.validFrom), grant.validUntil && fromDateColumn(grant.validUntil)]
  return (wanted.until === null || from <= wanted.until) && (until === null || wanted.from <= until)
}
