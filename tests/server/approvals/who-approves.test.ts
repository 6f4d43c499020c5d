import '../../support/own-data-folder'
import { beforeAll, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import regulation from '@/lib/domain/approvers/regulation-rules.json'
import {
  type AddApproverRule,
  addApproverRule,
  approverRules,
  endApproverRule,
} from '@/lib/server/approvals/approver-rules'
import { loadApprovers } from '@/lib/server/approvals/approvers'
import { batchPreview } from '@/lib/server/approvals/batch-preview'
import { peopleWithoutApprover } from '@/lib/server/approvals/without-approver'
import { db } from '@/lib/server/db'
import { readRecord } from '@/lib/server/records/load'
import type { Unit } from '@/prisma/generated/client'
import { actorOf, aPerson, aSubmission, aUnit, call, someone, TODAY } from '../../support/builders'
import { aCompleteDraft } from '../../support/complete-draft'
import { aHead, chain, openMonth, register, signBatch, trust } from '../../support/signing'

vi.setConfig({ testTimeout: 60_000 })

type Place = { unit: Unit; head: Awaited<ReturnType<typeof aHead>>; key: ReturnType<typeof chain.signer> }
let province: Place
let homeAffairs: Place
let school: Place
let association: Place

async function place(code: string, typeCode: string, parent?: Unit): Promise<Place> {
  const unit = await aUnit(parent && { parent })
  const path = `${parent?.path ?? '/'}${code}/`
  const named = await db.unit.update({ where: { id: unit.id }, data: { code, typeCode, path, name: `Đơn vị ${code}` } })
  const head = await aHead(named)
  const key = chain.signer({ name: head.person.fullName })
  await register(head.user.id, named, key)
  return { unit: named, head, key }
}

beforeAll(async () => {
  await trust()
  province = await place('dt', 'UBND_TINH')
  homeAffairs = await place('snv', 'CQCM_TINH', province.unit)
  const department = await place('sgddt', 'CQCM_TINH', province.unit)
  school = await place('thpt', 'DVSN_NGANH', department.unit)
  association = await place('hoi', 'HOI_TINH', province.unit)
})

async function checked(unit: Unit, personCategory: string, managed = false) {
  const { person, record } = await aPerson(unit)
  await db.person.update({ where: { id: person.id }, data: { personCategory, managedByStandingCommittee: managed } })
  const { fullName, citizenId } = person
  const data = aCompleteDraft({ fullName, citizenId, unit })
  data.agency = { ...data.agency, person_category: personCategory, managed_by_standing_committee: managed } as never
  const { revision } = await aSubmission(record.id, 'checked', data)
  return { person, record, revision }
}

const manager = async (role: 'homeAffairsOfficer' | 'provinceAdmin' = 'homeAffairsOfficer') =>
  actorOf(await aPerson(homeAffairs.unit), homeAffairs.unit, role)
type NewRule = z.output<typeof AddApproverRule>
const RULE: NewRule = {
  ...{ rank: 80, unitTypes: ['HOI_TINH'], categories: [], managed: 'either', ownRecord: false, unitId: '' },
  ...{ place: 'ownUnit', basis: '12/QĐ-UBND', from: TODAY, until: '' },
}
const ruleWith = (changes: Partial<NewRule>): NewRule => ({ ...RULE, ...changes })

test('the table holds the rows of the data file, and none of them can be rewritten', async () => {
  const stored = (await approverRules(await manager())).map((rule) => ({
    ...{ rank: rule.rank, unitTypes: rule.unitTypes, categories: rule.categories, managed: rule.managed },
    ...{ ownRecord: rule.ownRecord, place: rule.place, unitCode: rule.unitCode, basis: rule.basis },
    ...{ from: rule.from, until: rule.until },
  }))
  expect(stored).toEqual(regulation)
  await expect(db.approverRule.updateMany({ data: { basis: 'khác' } })).rejects.toThrow()
  await expect(db.approverRule.deleteMany()).rejects.toThrow()
})

test('R57, R58: whom the Standing Committee manages stands in the batch of Sở Nội vụ and not in that of the own head', async () => {
  const own = await checked(school.unit, 'VIEN_CHUC')
  const managed = await checked(school.unit, 'VIEN_CHUC', true)
  const mine = await batchPreview(school.head.actor, school.unit.id)
  expect(mine.changed.map(({ recordId }) => recordId)).toContain(own.record.id)
  expect(mine.changed.map(({ recordId }) => recordId)).not.toContain(managed.record.id)
  expect(mine.excluded.find(({ personId }) => personId === managed.person.id)).toMatchObject({
    why: 'Người đứng đầu Đơn vị snv duyệt (Quy chế, Điều 11)',
  })
  const theirs = await batchPreview(homeAffairs.head.actor, homeAffairs.unit.id)
  expect(theirs.changed.map(({ recordId }) => recordId)).toContain(managed.record.id)
  expect(theirs.changed.map(({ recordId }) => recordId)).not.toContain(own.record.id)

  // Who signs for a record may open it; the head’s colleagues may not.
  const { draft } = await readRecord(db, homeAffairs.head.actor, managed.record.id)
  expect(draft).toBeDefined()
  await expect(readRecord(db, homeAffairs.head.actor, own.record.id)).rejects.toMatchObject({ code: 'notFound' })
  const colleague = await someone(homeAffairs.unit, 'recordsOfficer')
  await expect(readRecord(db, colleague.actor, managed.record.id)).rejects.toMatchObject({ code: 'notFound' })

  const { batchId } = await openMonth(homeAffairs.head.actor, homeAffairs.unit)
  await signBatch(homeAffairs.head.actor, batchId, homeAffairs.key)
  expect(await db.record.findUnique({ where: { id: managed.record.id } })).toMatchObject({
    approvedRevisionId: managed.revision.id,
  })
})

test('G3: the record of a head stands in the batch of the head above', async () => {
  const data = aCompleteDraft({ ...school.head.person, unit: school.unit })
  await aSubmission(school.head.record.id, 'checked', data)
  const above = await db.unit.findUniqueOrThrow({ where: { id: school.unit.parentId! } })
  const { changed } = await batchPreview(await actorOf(await aPerson(above), above, 'unitHead'), above.id)
  expect(changed.map(({ recordId }) => recordId)).toContain(school.head.record.id)
  const mine = await batchPreview(school.head.actor, school.unit.id)
  expect(mine.changed.map(({ recordId }) => recordId)).not.toContain(school.head.record.id)
})

test('APPROVER_NOT_DEFINED: who has no approver is in nobody’s batch and on the list of Sở Nội vụ, until the table names one', async () => {
  const member = await checked(association.unit, 'NGUOI_LAM_VIEC_HOI')
  const officer = await manager()
  const listed = async () =>
    (await peopleWithoutApprover(officer, { skip: 0, take: 100 })).people.find(
      ({ personId }) => personId === member.person.id,
    )
  expect(await listed()).toMatchObject({ unitName: 'Đơn vị hoi', why: expect.stringContaining('Không dòng nào') })
  await expect(openMonth(association.head.actor, association.unit)).rejects.toMatchObject({ code: 'nothingToApprove' })

  const { ruleId } = await addApproverRule(call(officer, ruleWith({})))
  expect(await listed()).toBeUndefined()
  const { batchId } = await openMonth(association.head.actor, association.unit)
  // The table is judged again on the day of the signature.
  await endApproverRule(call(officer, { ruleId, reason: 'Ghi nhầm đơn vị' }))
  await expect(signBatch(association.head.actor, batchId, association.key)).rejects.toMatchObject({
    code: 'approverNotDefined',
  })
  const { ruleId: other } = await addApproverRule(call(officer, ruleWith({ place: 'province' })))
  await expect(signBatch(association.head.actor, batchId, association.key)).rejects.toMatchObject({
    code: 'approverAnother',
    details: { unit: 'Đơn vị dt' },
  })
  const log = await db.auditEvent.findMany({ where: { subjectId: { in: [ruleId, other] } }, orderBy: { id: 'asc' } })
  expect(log.map(({ action }) => action)).toEqual(['approver.added', 'approver.ended', 'approver.added'])
})

test('a row begins today at the earliest, names an open unit, ends once, and is for Sở Nội vụ alone', async () => {
  const admin = await manager('provinceAdmin')
  const add = (changes: Partial<NewRule>) => addApproverRule(call(admin, ruleWith({ rank: 300, ...changes })))
  await expect(add({ from: '2026-11-26' })).rejects.toMatchObject({ fields: { from: expect.any(String) } })
  await expect(add({ place: 'namedUnit', unitId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'formInvalid' })
  const { ruleId } = await add({ place: 'namedUnit', unitId: school.unit.id })
  await endApproverRule(call(admin, { ruleId, reason: 'Thử xong' }))
  await expect(endApproverRule(call(admin, { ruleId, reason: 'Lần nữa' }))).rejects.toMatchObject({
    code: 'approverRuleEnded',
  })
  expect((await approverRules(admin)).find(({ id }) => id === ruleId)).toMatchObject({ state: 'over' })
  for (const role of ['unitHead', 'unitAdmin', 'recordsOfficer'] as const) {
    const { actor } = await someone(school.unit, role)
    await expect(approverRules(actor)).rejects.toMatchObject({ code: 'notFound' })
    await expect(addApproverRule(call(actor, ruleWith({})))).rejects.toMatchObject({ code: 'notFound' })
    await expect(peopleWithoutApprover(actor, { skip: 0, take: 1 })).rejects.toMatchObject({ code: 'notFound' })
  }
})

test('a role of head that has ended no longer makes somebody’s own record another’s', async () => {
  const former = await aPerson(school.unit)
  await db.roleGrant.create({
    data: {
      ...{ userId: former.user.id, role: 'unitHead', unitId: school.unit.id },
      ...{ validFrom: new Date('2026-01-01'), validUntil: new Date('2026-11-26') },
    },
  })
  const whose = { personId: former.person.id, unitId: school.unit.id, personCategory: 'VIEN_CHUC', managed: false }
  expect((await loadApprovers(db, '2026-11-26')).of(whose)).not.toMatchObject({ unit: { id: school.unit.id } })
  expect((await loadApprovers(db, TODAY)).of(whose)).toMatchObject({ unit: { id: school.unit.id } })
})
