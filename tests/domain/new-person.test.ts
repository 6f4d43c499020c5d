import { expect, test } from 'vitest'
import { codeLists } from '@/lib/catalogue/code-lists'
import { newPerson } from '@/lib/domain/new-person'

const province = { code: 'dt', agencyCode: 'H20', name: 'UBND tỉnh Đồng Tháp', typeCode: 'UBND_TINH' }
const department = { code: 'sgddt', agencyCode: 'H20.09', name: 'Sở Giáo dục và Đào tạo', typeCode: 'CQCM_TINH' }
const school = { code: 'thpt-sa-dec', agencyCode: null, name: 'Trường THPT Sa Đéc', typeCode: 'DVSN_NGANH' }
const typed = {
  citizenId: '087185000123',
  fullName: '  Nguyễn  Thị Tư ',
  dateOfBirth: '9/1985',
  from: '01/09/2010',
  personCategory: 'VIEN_CHUC',
  employmentStatus: 'DANG_LAM_VIEC',
  managedByStandingCommittee: false,
}

test('a new record begins with what the unit knows', () => {
  const { draft, from } = newPerson(typed, school, department, codeLists)
  expect(from).toBe('2010-09-01')
  expect(draft.identity).toMatchObject({
    full_name: 'Nguyễn Thị Tư',
    citizen_id: '087185000123',
    date_of_birth: '1985-09',
  })
  expect(draft.agency).toMatchObject({
    employing_unit: { code: 'thpt-sa-dec', name: 'Trường THPT Sa Đéc' },
    managing_authority: { code: 'H20.09', name: 'Sở Giáo dục và Đào tạo' },
  })
})

test('what stands directly under the province manages its own people', () => {
  const { draft } = newPerson(typed, department, province, codeLists)
  expect(draft.agency.managing_authority).toEqual(draft.agency.employing_unit)
})

test.each([
  ['citizen_id', { citizenId: '08718500012' }],
  ['citizen_id', { citizenId: '08718500012A' }],
  ['full_name', { fullName: ' ' }],
  ['date_of_birth', { dateOfBirth: '31/02/1985' }],
  ['person_category', { personCategory: 'NGUOI_LA' }],
  ['from', { from: '9/2010' }],
])('a bad %s is named: %j', (code, wrong) => {
  expect(() => newPerson({ ...typed, ...wrong }, school, department, codeLists)).toThrow(
    expect.objectContaining({ code: 'formInvalid', fields: { [code]: expect.any(String) } }),
  )
})
