import { expect, test } from 'vitest'
import { HIDDEN } from '@/lib/catalogue/hidden'
import { ACCOUNT_OF_ACTOR, actorOf as actorFrom } from '@/lib/server/actor-of'
import { db } from '@/lib/server/db'
import { agreementList, GiveAgreement, giveAgreement, revokeAgreement } from '@/lib/server/people/agreements'
import { recordPage } from '@/lib/server/records/record-page'
import { saveSection } from '@/lib/server/records/save-section'
import { aUnit, call, NOW, someone } from '../support/builders'

const PAGE = { skip: 0, take: 50 }

async function aWorld() {
  const unit = await aUnit()
  const person = await someone(unit)
  const administrator = await someone(unit, 'unitAdmin')
  const guest = await someone(await aUnit())
  const { username } = await db.user.findUniqueOrThrow({ where: { id: guest.actor.userId } })
  const input = {
    holder: username,
    unitId: unit.id,
    sections: ['salary' as const, 'health' as const],
    documentNo: '12/CV-THPT ngày 20/11/2026',
    purpose: 'Xây dựng đề án vị trí việc làm',
    from: '2026-11-27',
    until: '2026-12-31',
  }
  return { unit, person, administrator, guest, input }
}

/** The account as the next request finds it, on this day. */
async function afresh(userId: string, today = '2026-11-27') {
  const account = await db.user.findUniqueOrThrow({ where: { id: userId }, include: ACCOUNT_OF_ACTOR })
  return { ...actorFrom(account, userId, NOW), today }
}

test('R77: a written agreement lets an account see named sections of a foreign unit, masked, until its day', async () => {
  const { person, administrator, guest, input } = await aWorld()
  await expect(recordPage(await afresh(guest.actor.userId), person.recordId)).rejects.toMatchObject({
    code: 'notFound',
  })
  await giveAgreement(call(administrator.actor, input))

  const reader = await afresh(guest.actor.userId)
  const { record, mayEdit } = await recordPage(reader, person.recordId)
  expect(record.draft.salary.rank).not.toBe(HIDDEN)
  expect(record.draft.health.weight_kg).toBe(HIDDEN)
  expect(record.draft.identity.phone).toBe(HIDDEN)
  expect(record.sight).toMatchObject({ purpose: input.purpose, reading: { role: 'agreement' } })
  expect(mayEdit).toBe(false)
  const write = { recordId: person.recordId, section: 'salary' as const, version: 0, answers: {} }
  await expect(saveSection(call(reader, write))).rejects.toMatchObject({ code: 'notFound' })

  const later = await afresh(guest.actor.userId, '2027-01-01')
  await expect(recordPage(later, person.recordId)).rejects.toMatchObject({ code: 'notFound' })
  const [entry] = await db.auditEvent.findMany({ where: { action: 'agreement.given', subjectId: guest.actor.userId } })
  expect(entry?.detail).toMatchObject({ document: input.documentNo, sections: input.sections, until: input.until })
})

test('R77: it is taken back at once, and both are listed for the unit that agreed, for nobody else', async () => {
  const { person, administrator, guest, input } = await aWorld()
  const { agreementId } = await giveAgreement(call(administrator.actor, input))
  const stranger = await someone(await aUnit(), 'unitAdmin')
  const revoke = { agreementId, reason: 'Đề án đã xong' }
  await expect(revokeAgreement(call(stranger.actor, revoke))).rejects.toMatchObject({ code: 'notFound' })
  await revokeAgreement(call(administrator.actor, revoke))
  await expect(revokeAgreement(call(administrator.actor, revoke))).rejects.toMatchObject({ code: 'agreementOver' })
  await expect(recordPage(await afresh(guest.actor.userId), person.recordId)).rejects.toMatchObject({
    code: 'notFound',
  })
  expect((await agreementList(administrator.actor, PAGE)).agreements).toMatchObject([
    { inForce: false, revokeReason: 'Đề án đã xong' },
  ])
  expect((await agreementList(stranger.actor, PAGE)).total).toBe(0)
  await expect(agreementList(person.actor, PAGE)).rejects.toMatchObject({ code: 'notFound' })
})

test('R77: nobody agrees for another unit, nor to their own access, nor without a document', async () => {
  const { administrator, input } = await aWorld()
  const stranger = await someone(await aUnit(), 'unitAdmin')
  await expect(giveAgreement(call(stranger.actor, input))).rejects.toMatchObject({ code: 'outsideYourUnits' })
  const { username } = await db.user.findUniqueOrThrow({ where: { id: administrator.actor.userId } })
  await expect(giveAgreement(call(administrator.actor, { ...input, holder: username }))).rejects.toMatchObject({
    code: 'ownAccount',
  })
  await expect(giveAgreement(call(administrator.actor, { ...input, holder: 'khong.co.ai' }))).rejects.toMatchObject({
    code: 'accountUnknown',
  })
  expect(GiveAgreement.safeParse({ ...input, documentNo: '' }).success).toBe(false)
  expect(GiveAgreement.safeParse({ ...input, until: '2026-11-01' }).success).toBe(false)
  expect(GiveAgreement.safeParse({ ...input, sections: [] }).success).toBe(false)
})
