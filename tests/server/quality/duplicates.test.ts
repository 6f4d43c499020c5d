import { expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { DUPLICATE_LIST } from '@/lib/domain/lists/duplicate-list-spec'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import { searchName } from '@/lib/domain/search-name'
import { loadApprovers } from '@/lib/server/approvals/approvers'
import { candidates } from '@/lib/server/approvals/candidates'
import { db } from '@/lib/server/db'
import { enableAccount } from '@/lib/server/people/account-state'
import { peopleList } from '@/lib/server/people/people-list'
import { decideDuplicate } from '@/lib/server/quality/decide-duplicate'
import { duplicateList, openDuplicates } from '@/lib/server/quality/duplicate-list'
import { duplicatePage } from '@/lib/server/quality/duplicate-page'
import { findDuplicates } from '@/lib/server/quality/find-duplicates'
import { judgeWaiting } from '@/lib/server/quality/judge-waiting'
import { ask } from '../../support/ask'
import { actorOf, aPerson, aSubmission, aUnit, call, NOW, someone, TODAY } from '../../support/builders'

const department = await aUnit()
const school = await aUnit({ parent: department })
const other = await aUnit({ parent: department })
const officer = await someone(school, 'recordsOfficer', 'unitAdmin')
const above = await someone(department, 'recordsOfficer')

type Given = { name: string; born?: string | null; phone?: string; card?: string }

async function born(unit: typeof school, { name, born = '1985-09-05', phone, card }: Given) {
  const made = await aPerson(unit, { name })
  const draft = emptyRecord()
  Object.assign(draft.identity, { full_name: name, date_of_birth: born, phone, health_insurance_card_no: card })
  await db.record.update({ where: { id: made.record.id }, data: { draft: draft as object } })
  await db.person.update({ where: { id: made.person.id }, data: { dateOfBirth: born, searchName: searchName(name) } })
  return made
}
type Made = Awaited<ReturnType<typeof born>>

async function find() {
  while ((await judgeWaiting(TODAY)) > 0);
  await findDuplicates(NOW)
}
async function caseOf(a: Made, b: Made) {
  const [firstId, secondId] = [a.person.id, b.person.id].sort() as [string, string]
  return db.duplicateCase.findUnique({ where: { firstId_secondId: { firstId, secondId } } })
}

test('pairs are found by name without accents and a birth as far as known, by telephone, by insurance', async () => {
  const a = await born(school, { name: 'Lê Thị Hồng Gấm' })
  const twin = await born(school, { name: 'LÊ THỊ HỒNG GẤM', born: '1985-09' })
  const unaccented = await born(other, { name: 'Le Thi Hong Gam', born: '1985' })
  const younger = await born(school, { name: 'Lê Thị Hồng Gấm', born: '1986-09-05' })
  const unknown = await born(school, { name: 'Lê Thị Hồng Gấm', born: null })
  const phone = await born(school, { name: 'Trần Văn Một', phone: '0912 345 678' })
  const samePhone = await born(other, { name: 'Trần Văn Hai', born: '1990', phone: '0912345678' })
  const card = await born(school, { name: 'Ngô Thị Ba', card: 'GD4870123456789' })
  const number = await born(school, { name: 'Ngô Thị Bốn', born: '1991' })
  const insured = emptyRecord()
  Object.assign(insured.identity, { social_insurance_no: '0123456789' })
  await db.record.update({ where: { id: number.record.id }, data: { draft: insured as object } })
  await find()
  expect((await caseOf(a, twin))?.grounds).toEqual(['nameBirth'])
  expect((await caseOf(a, unaccented))?.grounds).toEqual(['nameBirth'])
  expect(await caseOf(a, younger)).toBeNull()
  expect(await caseOf(a, unknown)).toBeNull()
  expect((await caseOf(phone, samePhone))?.grounds).toEqual(['phone'])
  expect((await caseOf(card, number))?.grounds).toEqual(['insurance'])
  const quality = await db.recordQuality.findUniqueOrThrow({ where: { recordId: a.record.id } })
  expect(quality.suspected).toBe(2)
  const unclean = await peopleList(above.actor, ask(PEOPLE_LIST, 'stage=unclean'))
  expect(unclean.rows.map(({ personId }) => personId)).toContain(a.person.id)
})

test('a telephone that half an office has is nobody’s', async () => {
  const desks = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((at) => born(school, { name: `Bàn ${at}`, born: `197${at}`, phone: '02773851234' })),
  )
  await find()
  expect(await caseOf(desks[0]!, desks[1]!)).toBeNull()
})

test('what is no longer alike lapses; what was decided is not asked again', async () => {
  const [a, b] = [await born(school, { name: 'Cao Văn Lầu' }), await born(school, { name: 'Cao Văn Lầu' })]
  await find()
  await db.person.update({ where: { id: b.person.id }, data: { dateOfBirth: '1960' } })
  await findDuplicates(NOW)
  expect((await caseOf(a, b))?.state).toBe('lapsed')
  await db.person.update({ where: { id: b.person.id }, data: { dateOfBirth: '1985' } })
  await findDuplicates(NOW)
  const pair = await caseOf(a, b)
  expect(pair?.state).toBe('open')
  const waiting = await openDuplicates(officer.actor)
  const different = { caseId: pair!.id, verdict: 'different' as const, reason: 'Hai anh em họ' }
  await decideDuplicate(call(officer.actor, different))
  await find()
  expect((await caseOf(a, b))?.state).toBe('different')
  expect(await openDuplicates(officer.actor)).toBe(waiting - 1)
  await expect(decideDuplicate(call(officer.actor, different))).rejects.toMatchObject({ code: 'duplicateDecided' })
  const told = await db.auditEvent.findMany({ where: { action: 'duplicate.different' } })
  expect(told.map(({ subjectId }) => subjectId).sort()).toEqual([a.person.id, b.person.id].sort())
})

test('who reads one side is told nothing of the other, and cannot decide; the one above can', async () => {
  const here = await born(school, { name: 'Đoàn Minh Phụng', phone: '0977000111' })
  const there = await born(other, { name: 'Đoàn Minh Phụng' })
  await find()
  const id = (await caseOf(here, there))!.id
  const { rows: pairs } = await duplicateList(officer.actor, ask(DUPLICATE_LIST))
  const listed = pairs.find((pair) => pair.id === id)
  expect(listed).toMatchObject({ mayDecide: false })
  expect(JSON.stringify(listed)).not.toContain(other.name)
  const page = await duplicatePage(officer.actor, id, NOW)
  expect([page.mayDecide, page.changes, page.sides.filter((side) => side === null).length]).toEqual([false, [], 1])
  expect(JSON.stringify(page)).not.toContain(there.person.id)
  const verdict = { caseId: id, verdict: 'different' as const, reason: 'Khác đơn vị' }
  await expect(decideDuplicate(call(officer.actor, verdict))).rejects.toMatchObject({ code: 'notFound' })
  const stranger = await someone(await aUnit(), 'recordsOfficer')
  await expect(duplicatePage(stranger.actor, id, NOW)).rejects.toMatchObject({ code: 'notFound' })
  await expect(duplicateList((await someone(school, 'unitHead')).actor, ask(DUPLICATE_LIST))).rejects.toMatchObject({
    code: 'notFound',
  })

  const both = await duplicatePage(above.actor, id, NOW)
  expect(both.mayDecide).toBe(true)
  expect(both.changes.map(({ code }) => code)).toContain('phone')
  const views = await db.auditEvent.count({ where: { action: 'record.viewed', actorId: above.actor.userId } })
  expect(views).toBe(2)
  await decideDuplicate(call(above.actor, verdict))
})

test('of one person one record stays: the other is closed whole, and the reverse decision opens it as it was', async () => {
  const kept = await born(school, { name: 'Huỳnh Thúc Kháng' })
  const closed = await born(school, { name: 'Huỳnh Thúc Kháng' })
  const posting = await db.posting.create({
    data: { personId: closed.person.id, unitId: school.id, validFrom: new Date('2020-01-01') },
  })
  const { revision } = await aSubmission(closed.record.id, 'approved')
  const delivery = await db.delivery.create({
    data: {
      ...{ recordId: closed.record.id, revisionId: revision.id, version: 1, personKey: '-', unitId: school.id },
      ...{ state: 'held', reasonCode: 'unitWithoutAgencyCode', createdAt: NOW },
    },
  })
  await db.session.create({
    data: { userId: closed.user.id, tokenHash: closed.user.id, expiresAt: new Date('2027-01-01') },
  })
  await find()
  const caseId = (await caseOf(kept, closed))!.id
  const same = { caseId, verdict: 'same' as const, reason: 'Nhập hai lần', keptId: kept.person.id }
  await decideDuplicate(call(officer.actor, same))

  const stands = () =>
    Promise.all([
      db.person.findUniqueOrThrow({ where: { id: closed.person.id } }),
      db.user.findUniqueOrThrow({ where: { id: closed.user.id } }),
      db.posting.findUniqueOrThrow({ where: { id: posting.id } }),
      db.delivery.findUniqueOrThrow({ where: { id: delivery.id } }),
    ])
  const [person, user, ended, stopped] = await stands()
  expect(person.sameAsId).toBe(kept.person.id)
  expect([user.disabledAt, ended.validUntil]).toEqual([NOW, new Date(TODAY)])
  expect(stopped).toMatchObject({ state: 'excluded', reasonCode: 'recordClosed' })
  expect(await db.session.count({ where: { userId: closed.user.id, endedAt: null } })).toBe(0)
  const listed = async () => (await peopleList(officer.actor, ask(PEOPLE_LIST, 'q=huynh+thuc+khang'))).total
  expect(await listed()).toBe(1)
  const signable = await candidates(db, school.id, '2026-11', await loadApprovers(db, '2026-11-27'))
  expect(signable.map(({ personId }) => personId)).not.toContain(closed.person.id)
  const admin = call(officer.actor, { userId: closed.user.id, reason: 'Xin mở lại' })
  await expect(enableAccount(admin)).rejects.toMatchObject({ code: 'recordClosed' })
  await find()
  expect((await caseOf(kept, closed))?.state).toBe('same')

  await decideDuplicate(call(officer.actor, { caseId, verdict: 'different', reason: 'Nhầm, hai người' }))
  const [back, account, post, goes] = await stands()
  expect([back.sameAsId, account.disabledAt, post.validUntil]).toEqual([null, null, null])
  expect(goes).toMatchObject({ state: 'held', reasonCode: 'unitWithoutAgencyCode' })
  expect(await listed()).toBe(2)
  const page = await duplicatePage(officer.actor, caseId, NOW)
  expect(page.decisions.map(({ verdict }) => verdict)).toEqual(['different', 'same'])
})

test('nobody closes an office, decides of themselves, or closes what is being signed', async () => {
  const kept = await born(school, { name: 'Phan Bội Châu' })
  const head = await born(school, { name: 'Phan Bội Châu' })
  await actorOf(head, school, 'unitHead')
  await find()
  const caseId = (await caseOf(kept, head))!.id
  const same = { caseId, verdict: 'same' as const, reason: 'Nhập hai lần', keptId: kept.person.id }
  await expect(decideDuplicate(call(officer.actor, same))).rejects.toMatchObject({ code: 'doubleHoldsOffice' })
  const self = await actorOf(kept, school, 'recordsOfficer')
  await expect(decideDuplicate(call(self, { ...same, keptId: head.person.id }))).rejects.toMatchObject({
    code: 'ownRecord',
  })
  const stranger = { ...same, keptId: above.actor.personId! }
  await expect(decideDuplicate(call(officer.actor, stranger))).rejects.toMatchObject({ code: 'notFound' })
  expect((await caseOf(kept, head))?.state).toBe('open')

  const [a, b] = [await born(school, { name: 'Bùi Thị Xuân' }), await born(school, { name: 'Bùi Thị Xuân' })]
  const { revision } = await aSubmission(b.record.id, 'frozen')
  await db.approvalBatch.create({
    data: {
      ...{ unitId: school.id, kind: 'monthly', period: '2026-11', number: 1, manifest: '{}', manifestSha256: '-' },
      ...{ root: '-', count: 1, preparedById: officer.actor.userId, frozenAt: NOW },
      items: { create: { recordId: b.record.id, revisionId: revision.id, version: 1, leaf: '-', kind: 'added' } },
    },
  })
  await find()
  const frozen = {
    caseId: (await caseOf(a, b))!.id,
    verdict: 'same' as const,
    reason: 'Nhập hai lần',
    keptId: a.person.id,
  }
  await expect(decideDuplicate(call(officer.actor, frozen))).rejects.toMatchObject({ code: 'frozenForSigning' })
})
