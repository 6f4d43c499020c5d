import 'server-only'
import { z } from 'zod'
import { SECTION_IDS, type SectionId } from '@/lib/catalogue'
import { isRealDay } from '@/lib/catalogue/days'
import { dateColumn, fromDateColumn } from '@/lib/domain/calendar'
import { type Actor, can, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { unitsWithin } from '../within'

const line = (least: number, hint: string) =>
  z.string().trim().normalize('NFC').min(least, hint).max(300, 'Tối đa 300 ký tự.')
const day = z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 31/12/2026.')

export const GiveAgreement = z
  .object({
    /** Username or citizen id, as somebody outside the unit is known: nobody is looked up by name. */
    holder: z.string().trim().min(3, 'Ghi tên đăng nhập hoặc số căn cước.').max(60),
    unitId: z.uuid('Chọn đơn vị.'),
    sections: z.array(z.enum(SECTION_IDS as [SectionId, ...SectionId[]])).min(1, 'Chọn ít nhất một mục của hồ sơ.'),
    documentNo: line(3, 'Ghi số, ngày văn bản đồng ý.'),
    purpose: line(5, 'Ghi mục đích như trong văn bản.'),
    from: day,
    /** Always: such access ends by itself. */
    until: day,
  })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    message: 'Ngày hết hạn phải sau ngày bắt đầu. Xem lại hai ngày này.',
  })

export const RevokeAgreement = z.object({ agreementId: z.uuid(), reason: line(3, 'Ghi lý do thu hồi.') })

/** Wider access in writing (R77): who may read which sections of which unit's records, by which document, until when. */
export const giveAgreement = ({ transact, actor, input, now }: Call<z.output<typeof GiveAgreement>>) =>
  transact(async (tx) => {
    const unit = await tx.unit.findUnique({ where: { id: input.unitId }, select: { name: true, path: true } })
    if (!unit || !can(actor, 'agreement.give', { personId: null, unitPath: unit.path })) {
      throw new Refusal('outsideYourUnits', {}, { unitId: 'Đơn vị này ngoài phạm vi của Anh/Chị.' })
    }
    const holder = await tx.user.findFirst({
      where: {
        disabledAt: null,
        OR: [{ username: input.holder.toLowerCase() }, { person: { citizenId: input.holder } }],
      },
      select: { id: true, person: { select: { fullName: true } } },
    })
    if (!holder) throw new Refusal('accountUnknown', {}, { holder: 'Không có tài khoản đang dùng nào như vậy.' })
    if (holder.id === actor.userId) throw new Refusal('ownAccount', {})
    const { unitId, sections, documentNo, purpose, from, until } = input
    const agreement = await tx.readAgreement.create({
      data: {
        ...{ userId: holder.id, unitId, places: sections, documentNo, purpose },
        ...{ validFrom: dateColumn(from), validUntil: dateColumn(until) },
        ...{ givenById: actor.userId, givenBy: actor.personName, givenAt: now },
      },
    })
    const subject = { type: 'user', id: holder.id, name: holder.person.fullName } as const
    const detail = { unit: unit.name, sections, document: documentNo, purpose, from, until }
    await writeAudit(tx, actor, { action: 'agreement.given', subject, unitPath: unit.path, detail }, now)
    return { agreementId: agreement.id }
  })

/** Takes it back at once. */
export const revokeAgreement = ({ transact, actor, input, now }: Call<z.output<typeof RevokeAgreement>>) =>
  transact(async (tx) => {
    const agreement = await tx.readAgreement.findUnique({
      where: { id: input.agreementId },
      include: { unit: { select: { path: true } }, user: { select: { person: { select: { fullName: true } } } } },
    })
    if (!agreement || !can(actor, 'agreement.give', { personId: null, unitPath: agreement.unit.path })) {
      throw new Refusal('notFound', {})
    }
    const { count } = await tx.readAgreement.updateMany({
      where: { id: agreement.id, revokedAt: null },
      data: { revokedAt: now, revokedBy: actor.personName, revokeReason: input.reason },
    })
    if (count === 0) throw new Refusal('agreementOver', {})
    const subject = { type: 'user', id: agreement.userId, name: agreement.user.person.fullName } as const
    const detail = { document: agreement.documentNo, reason: input.reason }
    await writeAudit(tx, actor, { action: 'agreement.revoked', subject, unitPath: agreement.unit.path, detail }, now)
    return {}
  })

/** Agreements over the units in reach: those in force first, then by their end. */
export async function agreementList(actor: Actor, page: { skip: number; take: number }) {
  if (!mayAnywhere(actor, 'agreement.give')) throw new Refusal('notFound', {})
  const where = { unit: unitsWithin(actor, 'agreement.give') }
  const [total, rows] = await Promise.all([
    db.readAgreement.count({ where }),
    db.readAgreement.findMany({
      where,
      orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { validUntil: 'desc' }, { id: 'desc' }],
      ...page,
      include: {
        unit: { select: { name: true } },
        user: { select: { person: { select: { fullName: true, unit: { select: { name: true } } } } } },
      },
    }),
  ])
  const agreements = rows.map(({ user, unit, validFrom, validUntil, places, ...row }) => ({
    ...row,
    holder: user.person.fullName,
    holderUnit: user.person.unit.name,
    unitName: unit.name,
    sections: places as SectionId[],
    from: fromDateColumn(validFrom),
    until: fromDateColumn(validUntil),
    inForce: row.revokedAt === null && fromDateColumn(validUntil) >= actor.today,
  }))
  return { total, agreements }
}
