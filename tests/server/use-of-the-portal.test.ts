import { expect, test } from 'vitest'
import { ALL_FIELDS, emptyRecord, fieldsOf, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import { mayEdit } from '@/lib/domain/record'
import { overdueWithin } from '@/lib/server/approvals/unclosed-units'
import { db } from '@/lib/server/db'
import { overview } from '@/lib/server/overview/overview'
import { enqueueDeliveries } from '@/lib/server/pushes/enqueue'
import { saveSection } from '@/lib/server/records/save-section'
import { submitRecord } from '@/lib/server/records/submit-record'
import { CreateUnit, createUnit } from '@/lib/server/units/create-unit'
import type { Prisma, Unit } from '@/prisma/generated/client'
import { aPerson, aSubmission, aUnit, call, NOW, someone } from '../support/builders'
import { FOUNDER } from './small-province'

/** Two who use the portal and two who do not, one of these in a unit below. */
async function aUsedUnit() {
  const unit = await aUnit()
  const below = await aUnit({ parent: unit })
  const [sent, checked] = [await aPerson(unit), await aPerson(unit)]
  await aSubmission(sent.record.id, 'submitted')
  await aSubmission(checked.record.id, 'checked')
  await aPerson(unit, { signedIn: false })
  await aPerson(below, { signedIn: false })
  return { unit, below }
}
const USED = { people: 4, neverSignedIn: 2, submitted: 1, checked: 1, incomplete: 2 }

test('R30: Sở Nội vụ follows how every unit uses the portal; a unit is told of its own use only', async () => {
  const [one, other] = [await aUsedUnit(), await aUsedUnit()]
  const homeAffairs = await someone(await aUnit(), 'homeAffairsOfficer')
  for (const { unit } of [one, other]) expect((await overview(homeAffairs.actor, unit.id)).sum).toMatchObject(USED)
  const { rows } = await overview(homeAffairs.actor, null)
  expect(rows.map(({ unit }) => unit.id)).toEqual(expect.arrayContaining([one.unit.id, other.unit.id]))

  const administrator = await someone(one.unit, 'unitAdmin')
  expect((await overview(administrator.actor, one.unit.id)).units).toBe(2)
  await expect(overview(administrator.actor, other.unit.id)).rejects.toMatchObject({ code: 'notFound' })
  const { focus } = await overview(administrator.actor, null)
  expect(focus?.id).toBe(one.unit.id)
})

test('R35: a head follows the unit: who never signed in, what is complete, what waits, what is overdue', async () => {
  const { unit, below } = await aUsedUnit()
  const { actor } = await someone(unit, 'unitHead')
  const { sum, rows } = await overview(actor, null)
  // The head has signed in and has a complete record.
  expect(sum).toMatchObject({ ...USED, people: 5, complete: 3 })
  expect(rows.find((row) => row.unit.id === below.id)?.counts).toMatchObject({ people: 1, neverSignedIn: 1 })

  await db.person.updateMany({ where: { unitId: unit.id }, data: { createdAt: new Date('2026-09-01') } })
  const late = await overdueWithin(actor, '2026-10', null)
  expect(late.map(({ unitId }) => unitId)).toContain(unit.id)
  const stranger = await someone(await aUnit(), 'unitHead')
  expect((await overdueWithin(stranger.actor, '2026-10', null)).map(({ unitId }) => unitId)).not.toContain(unit.id)
})

test('R36: each person enters their own data, in all 109 fields of the form that are theirs, and in nobody else’s record', async () => {
  expect(new Set(ALL_FIELDS.flatMap(({ no }) => no ?? [])).size).toBe(109)
  const unit = await aUnit()
  const [person, other] = [await someone(unit), await someone(unit)]
  for (const section of SECTION_IDS) {
    const theirs = fieldsOf(section).filter((field) => mayEdit(field, 'self'))
    const before = (await db.record.findUniqueOrThrow({ where: { id: person.recordId } })).draft as RecordData
    const answers = Object.fromEntries(theirs.map(({ code }) => [code, '']))
    const input = { recordId: person.recordId, section, version: 0, answers }
    await expect(saveSection(call(person.actor, input))).resolves.toMatchObject({ errors: {} })
    await expect(saveSection(call(other.actor, input))).rejects.toMatchObject({ code: 'notFound' })
    // What the unit writes is not the person's to blank.
    const units = fieldsOf(section).filter(
      (field) =>
        field.whoMayEdit === 'unit' &&
        !('derived' in field && field.derived) &&
        (before[section] as Record<string, unknown>)[field.code] !== null,
    )
    for (const { code } of units)
      await expect(
        saveSection(call(person.actor, { ...input, version: theirs.length > 0 ? 1 : 0, answers: { [code]: '' } })),
      ).rejects.toMatchObject({ code: 'notYours' })
  }
})

/** The draft with one answer otherwise, and what becomes of sending it. */
async function sending(section: keyof RecordData, code: string, value: unknown, declared = true) {
  const person = await someone(await aUnit())
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: person.recordId } })
  const data = structuredClone(draft) as RecordData
  Object.assign(data[section], { [code]: value })
  await db.record.update({ where: { id: person.recordId }, data: { draft: data as Prisma.InputJsonValue } })
  return submitRecord(call(person.actor, { recordId: person.recordId, declared })).then(
    () => 'sent',
    (error) => error.code as string,
  )
}

test('R37: what is sent is complete, in one form, within the rules, and declared to be true; anything else is not sent', async () => {
  expect(await sending('identity', 'phone', '0911111111')).toBe('sent')
  expect(await sending('identity', 'phone', '0911111111', false)).toBe('declarationMissing')
  expect(await sending('identity', 'native_place', null)).toBe('recordIncomplete')
  expect(await sending('work', 'workHistory', null)).toBe('recordIncomplete')
  expect(await sending('identity', 'date_of_birth', '2020-01-01')).toBe('rulesBroken')
  const person = await someone(await aUnit())
  const save = (answers: Record<string, unknown>) =>
    saveSection(call(person.actor, { recordId: person.recordId, section: 'identity' as const, version: 0, answers }))
  expect((await save({ gender: 'Khác thường', phone: 'không có' })).errors).toMatchObject({
    gender: expect.any(String),
    phone: expect.any(String),
  })
})

test('R112: nothing of a unit is sent before it has its code by QĐ 20/2020, and no other code is taken', async () => {
  const unit = await aUnit()
  await db.unit.update({ where: { id: unit.id }, data: { agencyCode: null } })
  const deliveryOf = async (where: Unit) => {
    const { record } = await aPerson(where)
    const { revision } = await aSubmission(record.id, 'approved', emptyRecord())
    await db.$transaction((tx) => enqueueDeliveries(tx, [revision.id], NOW))
    return db.delivery.findFirstOrThrow({ where: { recordId: record.id } })
  }
  expect(await deliveryOf(unit)).toMatchObject({ state: 'held', reasonCode: 'unitWithoutAgencyCode' })
  expect(await deliveryOf(await aUnit())).toMatchObject({ state: 'waiting' })

  const wanted = {
    code: 'so-x',
    name: 'Sở X',
    typeCode: 'UBND_TINH',
    parentId: null,
    validFrom: '2020-01-01',
    basis: 'QĐ 1',
  }
  for (const agencyCode of ['87', 'H20.', 'h20.01', `H20${'.01'.repeat(11)}`])
    expect(CreateUnit.safeParse({ ...wanted, agencyCode }).success).toBe(false)
  const input = CreateUnit.parse({ ...wanted, agencyCode: 'H20.01' })
  await createUnit(call(FOUNDER, input))
  await expect(createUnit(call(FOUNDER, { ...input, code: 'so-y' }))).rejects.toMatchObject({
    fields: { agencyCode: expect.any(String) },
  })
})
