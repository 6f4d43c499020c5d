import { expect, test } from 'vitest'
import type { RecordData } from '@/lib/catalogue'
import { readSheet } from '@/lib/documents/read-sheet'
import { REPORT_PEOPLE } from '@/lib/domain/lists/report-people-spec'
import { SALARY_LIST } from '@/lib/domain/lists/salary-list-spec'
import type { Actor } from '@/lib/domain/policy'
import { type Criterion, crossChecks } from '@/lib/domain/reports/staff-forms'
import { db } from '@/lib/server/db'
import { projectRevisions } from '@/lib/server/projection'
import { reportPeople } from '@/lib/server/reports/report-people'
import { reportWorkbook } from '@/lib/server/reports/report-workbook'
import { SALARY_COLUMNS, salaryList } from '@/lib/server/reports/salary-list'
import { staffReport } from '@/lib/server/reports/staff-report'
import type { Unit } from '@/prisma/generated/client'
import { aBatchOf } from '../../support/an-approval'
import { ask } from '../../support/ask'
import { aSubmission, aUnit, NOW, someone } from '../../support/builders'

async function aPlace(typeCode = 'CQCM_TINH', parent?: Unit) {
  const unit = await aUnit(parent ? { parent } : {})
  await db.unit.update({ where: { id: unit.id }, data: { typeCode } })
  const { name, agencyCode, parentId } = unit
  await db.unitVersion.create({
    data: { unitId: unit.id, name, typeCode, agencyCode, parentId, validFrom: new Date('2010-01-01') },
  })
  return unit
}

/** A công chức of this unit whose record was approved on that day; `change` says what stands in it. */
async function anOfficial(unit: Unit, approvedOn: string, change: (data: RecordData) => void = () => {}) {
  const person = await someone(unit)
  const personId = person.actor.personId ?? ''
  await db.person.update({ where: { id: personId }, data: { personCategory: 'CONG_CHUC' } })
  await db.posting.create({ data: { personId, unitId: unit.id, validFrom: new Date('2020-01-01') } })
  await approve(unit, person.recordId, approvedOn, change)
  return { ...person, personId }
}

async function approve(unit: Unit, recordId: string, on: string, change: (data: RecordData) => void) {
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: recordId }, select: { draft: true } })
  const data = structuredClone(draft) as unknown as RecordData
  Object.assign(data.agency, { person_category: 'CONG_CHUC', employment_status: 'DANG_LAM_VIEC' })
  Object.assign(data.salary, { rank: '01.003', rank_code: '01.003' })
  change(data)
  await db.record.update({ where: { id: recordId }, data: { draft: data as object } })
  const { revision } = await aSubmission(recordId, 'approved', data)
  await aBatchOf(unit, revision, `${on}T09:00:00+07:00`)
  await db.$transaction((tx) => projectRevisions(tx, [revision.id]))
}

const born = (day: string, gender: string) => (data: RecordData) => {
  data.identity.date_of_birth = day
  data.identity.gender = gender
}
const listed = async (actor: Actor, column: Criterion, on: string, query = '') =>
  (await reportPeople(actor, ask(REPORT_PEOPLE, `form=bm01&column=${column}&on=${on}${query}`))).rows.map(
    ({ name }) => name,
  )

test('R160: each figure of BM01 is the length of the list behind it, today and on a day before; groups add up', async () => {
  const unit = await aPlace()
  const below = await aPlace('CHI_CUC', unit)
  const officer = await someone(unit, 'recordsOfficer')
  await anOfficial(unit, '2025-11-28', born('1990-05-01', '2'))
  const changed = await anOfficial(below, '2025-11-28', (data) => {
    born('1964-01-15', '1')(data)
    data.salary.rank_code = '01.002'
    data.qualification.highest_qualification = '03'
    data.training.trainings = [
      { id: 't1', kind: 'LY_LUAN_CHINH_TRI', training_credential: '08' },
      { id: 't2', kind: 'LY_LUAN_CHINH_TRI', training_credential: '09' },
      { id: 't3', kind: 'NGOAI_NGU_TIENG_DAN_TOC', training_credential: 'DT', training_language: 'KHMER' },
    ] as never
  })
  // A higher rank in 2026: the form of 2025 stays as it was.
  await approve(below, changed.recordId, '2026-10-28', (data) => {
    data.salary.rank_code = '01.001'
  })
  await anOfficial(unit, '2026-10-28', born('1960', '1'))

  const then = await staffReport(officer.actor, 'bm01', '2025-12-31', null)
  expect(then.sum).toMatchObject({
    people: 2,
    female: 1,
    'rank.cvc': 1,
    'rank.cv': 1,
    'rank.cvcc': 0,
    'theory.advanced': 1,
  })
  expect(then.sum).toMatchObject({ 'theory.elementary': 0, minorityLanguage: 1, 'english.certificate': 0 })
  expect(then.unapproved).toBe(1)
  const now = await staffReport(officer.actor, 'bm01', '2026-11-27', null)
  expect(now.sum).toMatchObject({ people: 3, 'rank.cvcc': 1, 'rank.cvc': 0, 'age.retired': 2, 'age.to40': 1 })
  expect(now.rows.map(({ own, figures }) => [own, figures.people])).toEqual([
    [true, 2],
    [false, 1],
  ])
  for (const { on, sum, form } of [then, now]) {
    expect(crossChecks(form, sum)).toEqual([])
    for (const { key } of form.columns) expect(await listed(officer.actor, key, on), key).toHaveLength(sum[key] ?? 0)
  }
  expect(await listed(officer.actor, 'people', '2026-11-27', `&unit=${unit.id}&own=1`)).toHaveLength(2)
  expect(await listed(officer.actor, 'people', '2026-11-27', `&unit=${below.id}`)).toHaveLength(1)
})

test('R79: nobody reads a form beyond their units; a provincial leader sees figures, no names, and none of few people', async () => {
  const [unit, other] = [await aPlace(), await aPlace()]
  await anOfficial(unit, '2026-10-28', (data) => {
    data.identity.religion = '02'
    data.affiliation.is_party_member = true
  })
  const stranger = await someone(other, 'recordsOfficer', 'unitHead')
  await expect(staffReport(stranger.actor, 'bm01', '2026-11-27', unit.id)).rejects.toMatchObject({ code: 'notFound' })
  expect((await staffReport(stranger.actor, 'bm01', '2026-11-27', null)).sum.people ?? 0).toBe(0)
  expect(await listed(stranger.actor, 'people', '2026-11-27')).toEqual([])
  const admin = await someone(unit, 'unitAdmin', 'provinceAdmin')
  await expect(staffReport(admin.actor, 'bm01', '2026-11-27', null)).rejects.toMatchObject({ code: 'notFound' })

  const leader = await someone(unit, 'provincialLeader')
  const seen = await staffReport(leader.actor, 'bm01', '2026-11-27', unit.id)
  expect(seen).toMatchObject({ linked: false, readsSensitive: false, sum: { religion: 1 } })
  await expect(listed(leader.actor, 'people', '2026-11-27')).rejects.toMatchObject({ code: 'notFound' })

  const officer = await someone(unit, 'homeAffairsOfficer')
  expect(await listed(officer.actor, 'people', '2026-11-27', `&unit=${unit.id}`)).toHaveLength(1)
  await expect(listed(officer.actor, 'religion', '2026-11-27', `&unit=${unit.id}`)).rejects.toMatchObject({
    code: 'notFound',
  })
})

test('F14: a workbook of the form says its day and its source, veils what its reader may not know, and is in the log', async () => {
  const unit = await aPlace()
  await anOfficial(unit, '2026-10-28', (data) => {
    data.identity.religion = '02'
  })
  await db.headcountQuota.create({
    data: { unitId: unit.id, year: 2026, kind: 'payroll', count: 7, basis: 'QĐ 1', byName: 'Sở', at: NOW },
  })
  const rowsFor = async (actor: Actor) => {
    const { bytes, name } = await reportWorkbook(actor, 'bm01', '2026-11-27', unit.id, NOW)
    expect(name).toBe('bm01-2026-11-27.xlsx')
    return JSON.stringify(await readSheet(bytes))
  }
  const officer = await someone(unit, 'recordsOfficer')
  const own = await rowsFor(officer.actor)
  expect(own).toContain('Ngạch: Chuyên viên & TĐ')
  expect(own).not.toContain('dưới 5')
  expect(await rowsFor((await someone(unit, 'provincialLeader')).actor)).toContain('dưới 5')
  expect(await db.auditEvent.count({ where: { action: 'report.exported', actorId: officer.actor.userId } })).toBe(1)
})

test('R30, R118, R131: how the portal is used in a year, unit by unit, each figure of people with its list; Sở Nội vụ has the whole', async () => {
  const unit = await aPlace()
  const below = await aPlace('CHI_CUC', unit)
  const admin = await someone(unit, 'unitAdmin')
  await anOfficial(below, '2026-10-28')
  const waiting = await someone(unit)
  await db.posting.create({
    data: { personId: waiting.actor.personId ?? '', unitId: unit.id, validFrom: new Date('2026-01-01') },
  })
  await db.user.update({ where: { id: waiting.actor.userId }, data: { disabledAt: NOW } })
  await db.user.updateMany({ data: { createdAt: new Date('2026-02-01') } })
  const { form, sum, rows } = await staffReport(admin.actor, 'dt-0110', '2026-11-27', null)
  expect(sum).toMatchObject({
    'use.people': 2,
    'use.approved': 1,
    'use.unapproved': 1,
    'use.closed': 1,
    'use.months': 1,
  })
  expect(rows.map(({ figures }) => [figures['use.people'], figures['use.months']])).toEqual([
    [1, 0],
    [1, 1],
  ])
  for (const { key, perUnit } of form.columns.filter((column) => !column.perUnit)) {
    const people = await reportPeople(admin.actor, ask(REPORT_PEOPLE, `form=dt-0110&column=${key}&on=2026-11-27`))
    expect([key, people.total, perUnit]).toEqual([key, sum[key] ?? 0, false])
  }
  await expect(
    reportPeople(admin.actor, ask(REPORT_PEOPLE, 'form=dt-0110&column=use.months&on=2026-11-27')),
  ).rejects.toMatchObject({ code: 'notFound' })
  await expect(staffReport(admin.actor, 'dt-0131', '2026-11-27', null)).rejects.toMatchObject({ code: 'notFound' })
  const above = await someone(unit, 'provinceAdmin')
  expect((await staffReport(above.actor, 'dt-0131', '2026-11-27', unit.id)).sum['use.people']).toBe(2)
})

test('R79, R82: the lists with pay, by day, for the unit and Sở Tài chính; those who keep the staff of the province have none', async () => {
  const unit = await aPlace()
  const person = await anOfficial(unit, '2025-10-28', (data) => {
    born('1990', '2')(data)
    data.economy.allowances = [
      {
        ...{
          id: 'a1',
          allowance_period: { from: '2020-01', to: null },
          allowance_type: '12',
          allowance_basis: 'HE_SO',
        },
        ...{ allowance_coefficient: '0.3', allowance_percent: null, allowance_amount: null, decision_no: null },
      },
      {
        ...{
          id: 'a2',
          allowance_period: { from: '2020-01', to: '2025-12' },
          allowance_type: '01',
          allowance_basis: 'PHAN_TRAM',
        },
        ...{ allowance_coefficient: null, allowance_percent: '25', allowance_amount: null, decision_no: null },
      },
    ] as never
  })
  await approve(unit, person.recordId, '2026-10-28', (data) => {
    Object.assign(data.salary, { salary_step: 5, salary_coefficient: '3.66' })
  })
  const rowsFor = async (actor: Actor, on: string, form = 'bm03') =>
    (await salaryList(actor, ask(SALARY_LIST, `form=${form}&unit=${unit.id}&on=${on}`))).rows
  const officer = await someone(unit, 'recordsOfficer')
  const [then] = await rowsFor(officer.actor, '2025-12-31')
  expect(then).toMatchObject({
    step: 4,
    coefficient: 3.33,
    responsibility: '0,3',
    region: null,
    percent: 25,
    born: '1990',
  })
  const [now] = await rowsFor(officer.actor, '2026-11-27')
  expect(now).toMatchObject({ step: 5, coefficient: 3.66, responsibility: '0,3', percent: null })
  const said = Object.fromEntries(SALARY_COLUMNS.map(({ key, of }) => [key, now && of(now)]))
  expect(said).toMatchObject({ bornMale: null, bornFemale: '1990', rank: '01.003', title: 'Chuyên viên' })
  expect(await rowsFor(officer.actor, '2026-11-27', 'bm04')).toEqual([])

  const finance = await someone(await aUnit(), 'finance')
  expect(await rowsFor(finance.actor, '2026-11-27')).toMatchObject([{ coefficient: 3.66, born: null, gender: null }])
  expect(await rowsFor((await someone(await aPlace(), 'unitHead')).actor, '2026-11-27')).toEqual([])
  for (const role of ['homeAffairsOfficer', 'provinceAdmin', 'provincialLeader', 'auditor'] as const)
    await expect(async () => rowsFor((await someone(unit, role)).actor, '2026-11-27')).rejects.toMatchObject({
      code: 'notFound',
    })
})
