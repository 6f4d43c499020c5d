import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { dateColumn, fromDateColumn } from '@/lib/domain/calendar'
import { judgeMandate, MANDATE_KINDS, type MandateKind } from '@/lib/domain/mandates/mandate'
import { type Actor, can, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db, type Tx } from '../db'
import { unitsWithin } from '../within'

const day = z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 31/12/2026.')

export const GiveMandate = z.object({
  unitId: z.uuid('Chọn đơn vị.'),
  /** Username or citizen id: nobody is looked up by name. */
  mandatary: z.string().trim().min(3, 'Ghi tên đăng nhập hoặc số căn cước.').max(60),
  kind: z.enum(MANDATE_KINDS, 'Chọn hình thức.'),
  documentNo: typedText(200, 'Ghi số, ngày văn bản giao ký.'),
  from: day,
  until: day.nullable(),
  monthly: z.boolean(),
  adHoc: z.boolean(),
})

export const RevokeMandate = z.object({ mandateId: z.uuid(), reason: typedText(300, 'Ghi lý do thu hồi.') })

/** Somebody may sign in the head's place, by a document, for a time. Only a head's own right is given: nothing is passed on. */
export const giveMandate = ({ transact, actor, input, now }: Call<z.output<typeof GiveMandate>>) =>
  transact(async (tx) => {
    const { unitId, kind, documentNo, from, until, monthly, adHoc } = input
    const unit = await tx.unit.findUnique({ where: { id: unitId }, select: { name: true, path: true, isOpen: true } })
    if (!unit?.isOpen || !can(actor, 'mandate.give', { personId: null, unitPath: unit.path })) {
      throw new Refusal('outsideYourUnits', {}, { unitId: 'Đơn vị này ngoài phạm vi của Anh/Chị.' })
    }
    const user = await tx.user.findFirst({
      where: {
        disabledAt: null,
        OR: [{ username: input.mandatary.toLowerCase() }, { person: { citizenId: input.mandatary } }],
      },
      select: { id: true, person: { select: { fullName: true, unit: { select: { path: true } } } } },
    })
    if (user?.id === actor.userId) throw new Refusal('ownAccount', {}, { mandatary: 'Không ai tự giao cho mình.' })
    // Two at once for one person: the second waits here and sees the first.
    if (user) await tx.$queryRaw`SELECT id FROM user_account WHERE id = ${user.id}::uuid FOR UPDATE`
    const head = await headOn(tx, unitId, from)
    const others = user ? await tx.mandate.findMany({ where: { mandataryId: user.id, unitId, revokedAt: null } }) : []
    judgeMandate({
      ...{ kind, from, until, documentNo, monthly, adHoc, head, unitPath: unit.path },
      mandatary: user && { userId: user.id, unitPath: user.person.unit.path },
      others: others.map(({ validFrom, validUntil }) => ({
        from: fromDateColumn(validFrom),
        until: validUntil && fromDateColumn(validUntil),
      })),
    })
    if (!user || !head) throw new Refusal('notFound', {})
    const { id } = await tx.mandate.create({
      data: {
        ...{ unitId, mandatorId: head.userId, mandataryId: user.id, kind, documentNo, monthly, adHoc },
        ...{ validFrom: dateColumn(from), validUntil: until === null ? null : dateColumn(until) },
        ...{ givenById: actor.userId, givenBy: actor.personName, givenAt: now },
      },
      select: { id: true },
    })
    const subject = { type: 'user', id: user.id, name: user.person.fullName } as const
    const detail = { kind, unit: unit.name, head: head.name, document: documentNo, from, until, monthly, adHoc }
    await writeAudit(tx, actor, { action: 'mandate.given', subject, unitPath: unit.path, detail }, now)
    return { mandateId: id }
  })

/** Takes it back at once: a signing that has begun is refused at its end. */
export const revokeMandate = ({ transact, actor, input, now }: Call<z.output<typeof RevokeMandate>>) =>
  transact(async (tx) => {
    const mandate = await tx.mandate.findUnique({
      where: { id: input.mandateId },
      include: { unit: { select: { path: true } }, mandatary: { select: { person: { select: { fullName: true } } } } },
    })
    if (!mandate || !can(actor, 'mandate.give', { personId: null, unitPath: mandate.unit.path })) {
      throw new Refusal('notFound', {})
    }
    const { count } = await tx.mandate.updateMany({
      where: { id: mandate.id, revokedAt: null },
      data: { revokedAt: now, revokedBy: actor.personName, revokeReason: input.reason },
    })
    if (count === 0) throw new Refusal('agreementOver', {})
    const subject = { type: 'user', id: mandate.mandataryId, name: mandate.mandatary.person.fullName } as const
    const detail = { kind: mandate.kind, document: mandate.documentNo, reason: input.reason }
    await writeAudit(tx, actor, { action: 'mandate.revoked', subject, unitPath: mandate.unit.path, detail }, now)
  })

/** Who holds the office itself on that day: a mandate gives no right to give another. */
async function headOn(tx: Tx, unitId: string, on: string) {
  const date = dateColumn(on)
  const grant = await tx.roleGrant.findFirst({
    where: {
      ...{ unitId, role: 'unitHead', validFrom: { lte: date }, user: { disabledAt: null } },
      OR: [{ validUntil: null }, { validUntil: { gte: date } }],
    },
    orderBy: { validFrom: 'asc' },
    select: { userId: true, user: { select: { person: { select: { fullName: true } } } } },
  })
  return grant && { userId: grant.userId, name: grant.user.person.fullName }
}

const NAME = { select: { person: { select: { fullName: true } } } } as const

/** Mandates over the units in reach: those in force first, then by their end. */
export async function mandateList(actor: Actor, page: { skip: number; take: number }) {
  if (!mayAnywhere(actor, 'mandate.give')) throw new Refusal('notFound', {})
  const where = { unit: unitsWithin(actor, 'mandate.give') }
  const [total, rows] = await Promise.all([
    db.mandate.count({ where }),
    db.mandate.findMany({
      where,
      orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { validFrom: 'desc' }, { id: 'desc' }],
      ...page,
      include: { unit: { select: { name: true } }, mandator: NAME, mandatary: NAME },
    }),
  ])
  const mandates = rows.map(({ unit, mandator, mandatary, validFrom, validUntil, kind, ...row }) => ({
    ...row,
    kind: kind as MandateKind,
    unitName: unit.name,
    head: mandator.person.fullName,
    mandatary: mandatary.person.fullName,
    from: fromDateColumn(validFrom),
    until: validUntil && fromDateColumn(validUntil),
    over: row.revokedAt !== null || (validUntil !== null && fromDateColumn(validUntil) < actor.today),
  }))
  return { total, mandates }
}
