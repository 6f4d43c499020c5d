import { expect, test } from 'vitest'
import type { RecordData } from '@/lib/catalogue'
import { db } from '@/lib/server/db'
import { createPerson } from '@/lib/server/people/create-person'
import { welcomePerson } from '@/lib/server/people/welcome-person'
import { anActor, aPerson, aSmallProvince, as, FOUNDER } from './small-province'

const province = await aSmallProvince()
const typed = {
  citizenId: '087 288 004 321',
  fullName: '  Nguyễn  Thị Thùy Linh ',
  dateOfBirth: '9/1988',
  unitId: province.school.id,
  from: '1/9/2012',
  personCategory: 'VIEN_CHUC',
  employmentStatus: 'DANG_LAM_VIEC',
  managedByStandingCommittee: false,
}

test('a person begins with a posting and a record in which the unit’s part is written', async () => {
  const officer = await anActor('recordsOfficer', province.sgddt)
  const { personId, recordId } = await as(officer)(createPerson, typed)
  expect(await db.person.findUnique({ where: { id: personId } })).toMatchObject({
    citizenId: '087288004321',
    fullName: 'Nguyễn Thị Thùy Linh',
    searchName: 'linh nguyen thi thuy',
    dateOfBirth: '1988-09',
  })
  const record = await db.record.findUniqueOrThrow({ where: { id: recordId } })
  const draft = record.draft as RecordData
  expect(draft.identity).toMatchObject({ full_name: 'Nguyễn Thị Thùy Linh', citizen_id: '087288004321' })
  expect(draft.agency).toMatchObject({
    person_category: 'VIEN_CHUC',
    employing_unit: { code: 'H20.05.11', name: 'Trường THPT Sa Đéc' },
    managing_authority: { code: 'H20.05', name: 'Sở Giáo dục và Đào tạo' },
  })
  expect(record.filled).toBe(8)
  expect(record.missing).toBeGreaterThan(0)
  expect(await db.posting.findFirst({ where: { personId } })).toMatchObject({ validFrom: new Date('2012-09-01') })
  expect(await db.auditEvent.count({ where: { action: 'person.created', subjectId: personId } })).toBe(1)
})

test('a department manages its own people', async () => {
  const { recordId } = await aPerson(province.syt)
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: recordId } })
  expect((draft as RecordData).agency.managing_authority).toEqual({ code: 'H20.06', name: 'Sở Y tế' })
})

test('impossible answers are told at their fields, and nothing is written', async () => {
  const before = await db.person.count()
  const wrong = {
    ...typed,
    citizenId: '08728800432',
    dateOfBirth: '30/02/1988',
    from: '',
    personCategory: 'GIAM_DOC',
    employmentStatus: '',
  }
  await expect(as(FOUNDER)(createPerson, wrong)).rejects.toMatchObject({
    code: 'formInvalid',
    details: { count: 5 },
    fields: {
      citizen_id: 'Số căn cước công dân gồm đúng 12 chữ số, bắt đầu bằng 0.',
      date_of_birth: expect.stringContaining('Không có ngày này'),
      from: expect.stringContaining('ngày/tháng/năm'),
      person_category: expect.stringContaining('không có trong danh mục'),
      employment_status: 'Chọn trạng thái công tác.',
    },
  })
  expect(await db.person.count()).toBe(before)
})

test('a citizen id belongs to one person in the province, also for two officers at once', async () => {
  const twin = { ...typed, citizenId: '087090099999' }
  const both = await Promise.allSettled([as(FOUNDER)(createPerson, twin), as(FOUNDER)(createPerson, twin)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'citizenIdTaken' } })
})

test('nobody makes people in the units of others', async () => {
  const officer = await anActor('recordsOfficer', province.school)
  for (const unit of [province.syt, province.sgddt]) {
    await expect(as(officer)(createPerson, { ...typed, unitId: unit.id })).rejects.toMatchObject({
      code: 'outsideYourUnits',
    })
  }
  const head = await anActor('unitHead', province.school)
  await expect(as(head)(createPerson, typed)).rejects.toMatchObject({ code: 'outsideYourUnits' })
})

test('a person, an account and a role are made together, or not at all', async () => {
  const role = { role: 'unitAdmin' as const, reason: 'QĐ 88/QĐ-SNV' }
  const input = { ...typed, citizenId: '087090077777', fullName: 'Mai Thị Ữ', account: role }
  const { slip, personId } = await as(FOUNDER)(welcomePerson, input)
  expect(slip).toMatchObject({ username: 'maithiu', name: 'Mai Thị Ữ' })
  const user = await db.user.findUniqueOrThrow({ where: { personId }, include: { grants: true } })
  expect(user.grants.map(({ role, reason }) => [role, reason])).toEqual([
    ['person', 'Cấp cùng tài khoản'],
    ['unitAdmin', 'QĐ 88/QĐ-SNV'],
  ])

  const before = await db.person.count()
  const officer = await anActor('unitAdmin', province.school)
  const above = { ...input, citizenId: '087090066666', fullName: 'Mai Thị Ỹ' }
  await expect(as(officer)(welcomePerson, above)).rejects.toMatchObject({ code: 'roleNotYours' })
  expect(await db.person.count()).toBe(before + 1)
})

test('somebody of the same name and birth is shown first, as far as the maker may see, and added when confirmed', async () => {
  const { personId } = await as(FOUNDER)(createPerson, {
    ...typed,
    citizenId: '087090055551',
    fullName: 'Trà Thị Quế',
    dateOfBirth: '05/09/1985',
    unitId: province.syt.id,
  })
  const alike = { ...typed, citizenId: '087090055552', fullName: 'TRA THI QUE', dateOfBirth: '1985', account: null }
  const officer = as(await anActor('unitAdmin', province.school))
  const before = await db.person.count()
  await expect(officer(welcomePerson, alike)).rejects.toMatchObject({
    code: 'sameNameAndBirth',
    details: { people: [null] },
  })
  await expect(as(FOUNDER)(welcomePerson, alike)).rejects.toMatchObject({
    code: 'sameNameAndBirth',
    details: { people: [{ name: 'Trà Thị Quế', unitName: 'Sở Y tế' }] },
  })
  expect(await db.person.count()).toBe(before)
  const other = { ...alike, citizenId: '087090055553', dateOfBirth: '1986' }
  await officer(welcomePerson, other)
  const made = await officer(welcomePerson, { ...alike, alikeSeen: true })
  expect(made.personId).not.toBe(personId)
})

test('everything that is missing is told at once', async () => {
  const nothing = { ...typed, fullName: '', citizenId: '', dateOfBirth: '', unitId: '' as const, from: '' }
  const account = { role: 'unitAdmin' as const, reason: '' }
  await expect(as(FOUNDER)(welcomePerson, { ...nothing, account })).rejects.toMatchObject({
    fields: {
      full_name: 'Ghi họ và tên khai sinh.',
      citizen_id: expect.any(String),
      date_of_birth: expect.any(String),
      unitId: 'Chọn đơn vị.',
      from: expect.any(String),
      'account.reason': expect.any(String),
    },
  })
})
