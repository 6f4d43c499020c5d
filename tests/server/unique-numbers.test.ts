import { describe, expect, test } from 'vitest'
import type { RecordData, SectionId } from '@/lib/catalogue'
import { loadApprovers } from '@/lib/server/approvals/approvers'
import { candidates } from '@/lib/server/approvals/candidates'
import { db } from '@/lib/server/db'
import { createPerson } from '@/lib/server/people/create-person'
import { projectRevisions } from '@/lib/server/projection'
import { findDuplicates } from '@/lib/server/quality/find-duplicates'
import { judgeWaiting } from '@/lib/server/quality/judge-waiting'
import { recordFindings } from '@/lib/server/records/findings'
import { recordPage } from '@/lib/server/records/record-page'
import { saveSection } from '@/lib/server/records/save-section'
import { submitRecord } from '@/lib/server/records/submit-record'
import type { Unit } from '@/prisma/generated/client'
import { aSubmission, aUnit, call, NOW, someone, TODAY } from '../support/builders'

type Someone = Awaited<ReturnType<typeof someone>>

const save = (by: Someone, of: Someone, section: SectionId, answers: Record<string, unknown>, version = 0) =>
  saveSection(call(by.actor, { recordId: of.recordId, section, version, answers }))

const draftOf = async ({ recordId }: Someone) =>
  (await db.record.findUniqueOrThrow({ where: { id: recordId } })).draft as Record<string, Record<string, unknown>>

const citizenIdOf = async (who: Someone) => String((await draftOf(who)).identity?.citizen_id)

const insured = (no: string) => ({ has_social_insurance: true, social_insurance_no: no })

async function approved(who: Someone, identity: Record<string, string>) {
  const draft = await draftOf(who)
  const data = { ...draft, identity: { ...draft.identity, ...identity } } as unknown as RecordData
  const { revision } = await aSubmission(who.recordId, 'approved', data)
  await db.$transaction((tx) => projectRevisions(tx, [revision.id]))
}

const personOf = async ({ recordId }: { recordId: string }) =>
  (await db.record.findUniqueOrThrow({ where: { id: recordId } })).personId

/** Why officers are asked to compare the two, as the worker finds it now; null while they are not. */
async function groundsOf(one: { recordId: string }, other: { recordId: string }) {
  while ((await judgeWaiting(TODAY)) > 0);
  await findDuplicates(NOW)
  const [firstId, secondId] = [await personOf(one), await personOf(other)].sort() as [string, string]
  const pair = await db.duplicateCase.findUnique({ where: { firstId_secondId: { firstId, secondId } } })
  return pair?.state === 'open' ? pair.grounds : null
}

const held = async (unit: Unit) =>
  (await candidates(db, unit.id, '2026-11', await loadApprovers(db, TODAY))).map(({ numberHeld }) => numberHeld)

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

  test('a social insurance number that is approved is nobody else’s', async () => {
    const [me, stranger] = [await someone(await aUnit()), await someone(await aUnit())]
    await approved(stranger, { social_insurance_no: '8721456789' })
    const { errors } = await save(me, me, 'identity', insured('8721456789'))
    expect(errors.social_insurance_no).toContain('hồ sơ khác')
    expect((await draftOf(me)).identity?.social_insurance_no).toBeNull()
  })

  test('the officer is told of a staff number given twice, and may give another', async () => {
    const unit = await aUnit()
    const [officer, first, second] = [await someone(unit, 'recordsOfficer'), await someone(unit), await someone(unit)]
    expect((await save(officer, first, 'agency', { staff_number: 'dt-snv-128' })).errors).toEqual({})
    const { errors, advice } = await save(officer, second, 'agency', { staff_number: 'DT-SNV-128' })
    expect(errors).toEqual({})
    expect(advice).toMatchObject([{ code: 'staff_number', severity: 'warning' }])
    // It is the unit's to mend: the person is not asked to stand by it.
    const { findings } = await recordFindings(second.actor, await recordPage(second.actor, second.recordId))
    expect(findings.filter(({ rule }) => rule === 'number-of-another')).toEqual([])
    expect((await save(officer, second, 'agency', { staff_number: 'DT-SNV-129' }, 1)).advice).toEqual([])
  })

  test('a number that somebody mistyped in a working copy does not keep out whose it is: both are named, officers decide', async () => {
    const unit = await aUnit()
    const [owner, mistaken] = [await someone(unit), await someone(await aUnit())]
    expect((await save(mistaken, mistaken, 'identity', insured('8721456701'))).errors).toEqual({})
    const { errors, advice } = await save(owner, owner, 'identity', insured('8721456701'))
    expect(errors).toEqual({})
    expect((await draftOf(owner)).identity).toMatchObject({ social_insurance_no: '8721456701' })
    expect(advice).toContainEqual(expect.objectContaining({ code: 'social_insurance_no', severity: 'warning' }))
    expect(await groundsOf(owner, mistaken)).toEqual(['insurance'])

    // Once it is approved as the owner's, the other is told to mend theirs before sending.
    await approved(owner, { social_insurance_no: '8721456701' })
    const { findings } = await recordFindings(mistaken.actor, await recordPage(mistaken.actor, mistaken.recordId))
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'error', place: { section: 'identity', code: 'social_insurance_no' } }),
    )
    const sending = submitRecord(call(mistaken.actor, { recordId: mistaken.recordId, declared: true }))
    await expect(sending).rejects.toMatchObject({ code: 'rulesBroken' })
    await save(mistaken, mistaken, 'identity', insured('8721456702'), 1)
    expect(await groundsOf(owner, mistaken)).toBeNull()
  })

  test('who was refused a number is heard all the same: officers find the pair until another number is typed', async () => {
    const [owner, holder] = [await someone(await aUnit()), await someone(await aUnit())]
    await approved(holder, { social_insurance_no: '8721456711' })
    await save(holder, holder, 'identity', insured('8721456799'))
    expect((await save(owner, owner, 'identity', insured('8721456711'))).errors).not.toEqual({})
    expect(await groundsOf(owner, holder)).toEqual(['insurance'])
    await save(owner, owner, 'identity', insured('8721456712'), 1)
    expect(await groundsOf(owner, holder)).toBeNull()
  })

  test('of two who were checked with one number neither is signed before it is mended', async () => {
    const unit = await aUnit()
    const [one, two] = [await someone(unit), await someone(unit)]
    for (const who of [one, two]) {
      await save(who, who, 'identity', insured('8721456721'))
      await aSubmission(who.recordId, 'checked', (await draftOf(who)) as unknown as RecordData)
    }
    expect(await held(unit)).toEqual([true, true])
    await save(two, two, 'identity', insured('8721456722'), 1)
    expect(await held(unit)).toEqual([false, false])
  })

  test('the number of a record that was closed as a double belongs to the one that was kept', async () => {
    const unit = await aUnit()
    const [kept, closed] = [await someone(unit), await someone(unit)]
    await approved(closed, { social_insurance_no: '8721456731' })
    await db.person.update({ where: { id: await personOf(closed) }, data: { sameAsId: await personOf(kept) } })
    expect(await save(kept, kept, 'identity', insured('8721456731'))).toMatchObject({ errors: {}, advice: [] })
  })

  test('one’s own number may be typed again, and a number given up is free', async () => {
    const [me, other] = [await someone(await aUnit()), await someone(await aUnit())]
    await save(other, other, 'identity', insured('8721456700'))
    await save(other, other, 'identity', insured('8721456709'), 1)
    expect(await save(me, me, 'identity', insured('8721456700'))).toMatchObject({ errors: {}, advice: [] })
    expect((await save(me, me, 'identity', insured('8721456700'), 1)).errors).toEqual({})
  })

  test('nobody new is made with a number that is settled; one that only stands in a working copy does not shut its owner out', async () => {
    const unit = await aUnit()
    const [officer, mistaken] = [await someone(unit, 'recordsOfficer', 'unitAdmin'), await someone(await aUnit())]
    const holder = await someone(await aUnit())
    await approved(holder, { citizen_id: '087085777777' })
    const add = (citizenId: string) =>
      createPerson(
        call(officer.actor, {
          citizenId,
          fullName: 'Nguyễn Văn Mới',
          dateOfBirth: '1985',
          unitId: unit.id,
          from: '01/09/2026',
          personCategory: 'VIEN_CHUC',
          employmentStatus: 'DANG_LAM_VIEC',
          managedByStandingCommittee: false,
        }),
      )
    await expect(add('087085777777')).rejects.toMatchObject({ code: 'citizenIdTaken' })
    await save(mistaken, mistaken, 'identity', { citizen_id: '087085888888' })
    const added = await add('087085888888')
    expect(await groundsOf(mistaken, added)).toEqual(['citizenId'])
    // From now on it is the new person's: who mistyped it is told.
    const { findings } = await recordFindings(mistaken.actor, await recordPage(mistaken.actor, mistaken.recordId))
    expect(findings.filter(({ rule }) => rule === 'number-of-another')).toMatchObject([{ severity: 'error' }])
  })
})
