import { describe, expect, test } from 'vitest'
import type { SectionId } from '@/lib/catalogue'
import { db } from '@/lib/server/db'
import { createPerson } from '@/lib/server/people/create-person'
import { saveSection } from '@/lib/server/records/save-section'
import type { Prisma } from '@/prisma/generated/client'
import { aUnit, call, someone } from '../support/builders'

type Someone = Awaited<ReturnType<typeof someone>>

const save = (by: Someone, of: Someone, section: SectionId, answers: Record<string, unknown>, version = 0) =>
  saveSection(call(by.actor, { recordId: of.recordId, section, version, answers }))

const draftOf = async ({ recordId }: Someone) =>
  (await db.record.findUniqueOrThrow({ where: { id: recordId } })).draft as Record<string, Record<string, unknown>>

const citizenIdOf = async (who: Someone) => String((await draftOf(who)).identity?.citizen_id)

describe('a number that another record has', () => {
  test('a citizen id of another unit’s person is refused in words that do not tell whose it is; the rest is kept', async () => {
    const [me, stranger] = [await someone(await aUnit()), await someone(await aUnit())]
    const [mine, theirs] = [await citizenIdOf(me), await citizenIdOf(stranger)]
    const { errors } = await save(me, me, 'identity', { citizen_id: theirs, phone: '0900000001' })
    expect(Object.keys(errors)).toEqual(['citizen_id'])
    expect(errors.citizen_id).toContain('đã có trong một hồ sơ khác')
    expect(errors.citizen_id).not.toContain(stranger.fullName)
    expect((await draftOf(me)).identity).toMatchObject({ citizen_id: mine, phone: '0900000001' })
  })

  test('an account’s citizen id is refused even where its record does not say it yet', async () => {
    const [me, stranger] = [await someone(await aUnit()), await someone(await aUnit())]
    const theirs = await citizenIdOf(stranger)
    await save(stranger, stranger, 'identity', { citizen_id: '087085999999' })
    expect((await save(me, me, 'identity', { citizen_id: theirs })).errors.citizen_id).toContain('hồ sơ khác')
  })

  test('a social insurance number is nobody else’s', async () => {
    const [me, stranger] = [await someone(await aUnit()), await someone(await aUnit())]
    const insured = { has_social_insurance: true, social_insurance_no: '8721456789' }
    expect((await save(stranger, stranger, 'identity', insured)).errors).toEqual({})
    const { errors } = await save(me, me, 'identity', insured)
    expect(errors.social_insurance_no).toContain('hồ sơ khác')
    expect((await draftOf(me)).identity?.social_insurance_no).toBeNull()
  })

  test('the officer is told of a staff number given twice, and may give another', async () => {
    const unit = await aUnit()
    const [officer, first, second] = [await someone(unit, 'recordsOfficer'), await someone(unit), await someone(unit)]
    expect((await save(officer, first, 'agency', { staff_number: 'dt-snv-128' })).errors).toEqual({})
    expect((await save(officer, second, 'agency', { staff_number: 'DT-SNV-128' })).errors.staff_number).toMatch(/\.$/)
    expect((await save(officer, second, 'agency', { staff_number: 'DT-SNV-129' })).errors).toEqual({})
  })

  test('one’s own number may be typed again, and a number given up is free', async () => {
    const [me, other] = [await someone(await aUnit()), await someone(await aUnit())]
    const insured = (no: string) => ({ has_social_insurance: true, social_insurance_no: no })
    await save(other, other, 'identity', insured('8721456700'))
    await save(other, other, 'identity', insured('8721456701'), 1)
    expect((await save(me, me, 'identity', insured('8721456700'))).errors).toEqual({})
    expect((await save(me, me, 'identity', insured('8721456700'), 1)).errors).toEqual({})
  })

  test('of two who type one number at once, one is refused: the database itself holds no two', async () => {
    const [me, other] = [await someone(await aUnit()), await someone(await aUnit())]
    const insured = { has_social_insurance: true, social_insurance_no: '8721456799' }
    const results = await Promise.allSettled([
      save(me, me, 'identity', insured),
      save(other, other, 'identity', insured),
    ])
    const refused = results.filter(
      (result) =>
        (result.status === 'rejected' && result.reason.code === 'numberTaken') ||
        (result.status === 'fulfilled' && 'social_insurance_no' in result.value.errors),
    )
    expect(refused).toHaveLength(1)
  })

  test('nobody new is made with a number that stands in a record', async () => {
    const unit = await aUnit()
    const [officer, other] = [await someone(unit, 'recordsOfficer', 'unitAdmin'), await someone(await aUnit())]
    await save(other, other, 'identity', { citizen_id: '087085888888' })
    const person = createPerson(
      call(officer.actor, {
        citizenId: '087085888888',
        fullName: 'Nguyễn Văn Mới',
        dateOfBirth: '1985',
        unitId: unit.id,
        from: '01/09/2026',
        personCategory: 'VIEN_CHUC',
        employmentStatus: 'DANG_LAM_VIEC',
        managedByStandingCommittee: false,
      }),
    )
    await expect(person).rejects.toMatchObject({ code: 'citizenIdTaken' })
  })

  test.each(['staff_number', 'national_staff_id'])(
    'the database refuses two working copies of one %s',
    async (code) => {
      const [me, other] = [await someone(await aUnit()), await someone(await aUnit())]
      const write = async (who: Someone) => {
        const draft = await draftOf(who)
        const agency = { ...draft.agency, [code]: 'DT-0001' }
        return db.record.update({
          where: { id: who.recordId },
          data: { draft: { ...draft, agency } as unknown as Prisma.InputJsonValue },
        })
      }
      await write(me)
      await expect(write(other)).rejects.toMatchObject({ code: 'P2002' })
    },
  )
})
