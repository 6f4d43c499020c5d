import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { HandOver, handOver, handoverPage } from '@/lib/server/people/hand-over'
import { anActor, aPerson, aSmallProvince, as, FOUNDER, NOW, TODAY } from './small-province'

const province = await aSmallProvince()

async function given(more: object = {}) {
  const former = await anActor('unitAdmin', province.school)
  const next = await anActor('person', province.school)
  const { username } = await db.user.findUniqueOrThrow({ where: { id: next.userId } })
  const input = {
    userId: former.userId,
    holder: username,
    documentNo: '45/QĐ-SGDĐT',
    day: TODAY,
    closing: false,
    ...more,
  }
  return { former, next, input }
}
const offices = async (userId: string) => {
  const inForce = {
    validFrom: { lte: new Date(TODAY) },
    OR: [{ validUntil: null }, { validUntil: { gte: new Date(TODAY) } }],
  }
  const grants = await db.roleGrant.findMany({ where: { userId, role: { not: 'person' }, ...inForce } })
  return grants.map(({ role, unitId }) => [role, unitId])
}

test('R43: an administrator’s work goes to another’s own account by a document; the former is out at once', async () => {
  const above = await anActor('unitAdmin', province.sgddt)
  const { former, next, input } = await given()
  await db.session.create({
    data: { userId: former.userId, tokenHash: former.userId, expiresAt: new Date(NOW.getTime() + 60_000) },
  })
  const { handoverId } = await as(above)(handOver, input)
  expect(await offices(former.userId)).toEqual([])
  expect(await offices(next.userId)).toEqual([['unitAdmin', province.school.id]])
  expect(await db.session.count({ where: { userId: former.userId, endedAt: null } })).toBe(0)
  expect(await handoverPage(above, handoverId)).toMatchObject({
    ...{ fromName: former.personName, toName: next.personName, documentNo: '45/QĐ-SGDĐT', day: TODAY },
    items: [{ role: 'unitAdmin', unit: province.school.name, until: null }],
  })
  const entries = await db.auditEvent.findMany({ where: { action: 'account.handedOver' } })
  expect(entries.map(({ subjectId }) => subjectId).sort()).toEqual([former.userId, next.userId].sort())
  await expect(handoverPage(await anActor('unitAdmin', province.syt), handoverId)).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(db.$executeRaw`DELETE FROM account_handover`).rejects.toThrow()
})

test('R43: who hands over and leaves has no account any more', async () => {
  const { former, input } = await given({ closing: true })
  await as(FOUNDER)(handOver, input)
  expect(await db.user.findUniqueOrThrow({ where: { id: former.userId } })).toMatchObject({ disabledWhy: 'handedOver' })
})

test('R43: without a document, to nobody, to oneself, to another unit or ahead of its day nothing is handed over', async () => {
  const above = await anActor('unitAdmin', province.sgddt)
  const { former, input } = await given()
  expect(HandOver.safeParse({ ...input, documentNo: 'theo thỏa thuận' }).success).toBe(false)
  const stranger = await anActor('person', province.syt)
  const { username } = await db.user.findUniqueOrThrow({ where: { id: stranger.userId } })
  const own = await db.user.findUniqueOrThrow({ where: { id: former.userId } })
  for (const holder of ['khong.co.ai', own.username, username]) {
    await expect(as(above)(handOver, { ...input, holder })).rejects.toMatchObject({ code: 'accountUnknown' })
  }
  await expect(as(above)(handOver, { ...input, day: '2026-11-28' })).rejects.toMatchObject({ code: 'formInvalid' })
  await expect(as(former)(handOver, input)).rejects.toMatchObject({ code: 'ownAccount' })
  await expect(as(await anActor('unitAdmin', province.syt))(handOver, input)).rejects.toMatchObject({
    code: 'notFound',
  })
  const { personId } = await aPerson(province.school)
  const none = await db.user.create({ data: { personId, username: 'khongcoquyen', passwordHash: '-' } })
  await expect(as(above)(handOver, { ...input, userId: none.id })).rejects.toMatchObject({ code: 'nothingToHandOver' })
  expect(await offices(former.userId)).toHaveLength(1)
})
