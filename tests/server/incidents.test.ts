import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { incidentList, recordIncident } from '@/lib/server/incidents/record-incident'
import { aUnit, call, NOW, someone, TODAY } from '../support/builders'
import { run } from './jobs/a-runner'

const PAGE = { skip: 0, take: 50 }
const told = (unitId: string, more: object = {}) => ({
  ...{ unitId, own: true, list: '', description: 'Lộ phiếu tài khoản tại phòng in', discoveredOn: TODAY, ...more },
})

test('R45: a leak is recorded with its term, and the passwords it touches open nothing any more', async () => {
  const [school, elsewhere] = [await aUnit(), await aUnit()]
  const { actor } = await someone(school, 'unitAdmin')
  const victims = [await someone(school), await someone(school, 'recordsOfficer')]
  const above = await someone(school, 'auditor')
  const [first] = victims
  const { userId } = first!.actor
  await db.session.create({ data: { userId, tokenHash: userId, expiresAt: new Date(NOW.getTime() + 60_000) } })
  const { incidentId } = await recordIncident(call(actor, told(school.id)))
  await run()

  const job = await db.job.findFirstOrThrow({ where: { userId: actor.userId } })
  expect(job).toMatchObject({ kind: 'accounts.reset', state: 'done', done: 2 })
  expect(job.message).toBe('Đã cấp lại 2 tài khoản. 2 dòng không cấp được, kể ở cuối tệp.')
  const reset = await db.user.findUniqueOrThrow({ where: { id: userId }, include: { formerPasswords: true } })
  expect(reset).toMatchObject({ mustChangePassword: true, formerPasswords: [{ passwordHash: '-' }] })
  expect(reset.passwordHash).not.toBe('-')
  expect(await db.session.count({ where: { userId, endedAt: null } })).toBe(0)
  expect(await db.user.findUniqueOrThrow({ where: { id: above.actor.userId } })).toMatchObject({ passwordHash: '-' })
  expect(await db.auditEvent.count({ where: { action: 'password.reset', unitPath: school.path } })).toBe(2)
  expect(await db.auditEvent.count({ where: { action: 'incident.recorded', subjectId: incidentId } })).toBe(1)

  // Seventy-two hours from the beginning of the day.
  expect((await incidentList(actor, PAGE)).incidents).toMatchObject([{ id: incidentId, due: '00:00, 30/11/2026' }])
  const { actor: stranger } = await someone(elsewhere, 'unitAdmin')
  expect((await incidentList(stranger, PAGE)).total).toBe(0)
  await expect(db.$executeRaw`DELETE FROM security_incident`).rejects.toThrow()
})

test('R45: outside the subtree, ahead of its day or where nobody is touched nothing is recorded', async () => {
  const [school, elsewhere, empty] = [await aUnit(), await aUnit(), await aUnit()]
  const { actor } = await someone(school, 'unitAdmin')
  await someone(elsewhere)
  const before = await db.securityIncident.count()
  await expect(recordIncident(call(actor, told(elsewhere.id)))).rejects.toMatchObject({ code: 'notFound' })
  await expect(recordIncident(call(actor, told(empty.id)))).rejects.toMatchObject({ code: 'notFound' })
  await expect(recordIncident(call(actor, told(school.id)))).rejects.toMatchObject({ code: 'nobodyToReset' })
  const early = told(school.id, { discoveredOn: '2026-11-28' })
  await expect(recordIncident(call(actor, early))).rejects.toMatchObject({ code: 'formInvalid' })
  const { actor: head } = await someone(school, 'unitHead')
  await expect(recordIncident(call(head, told(school.id)))).rejects.toMatchObject({ code: 'notFound' })
  expect(await db.securityIncident.count()).toBe(before)
})
