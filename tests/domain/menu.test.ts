import { expect, test } from 'vitest'
import { actingIn, homeOf, menuFor, roleKey, rolesOf } from '@/lib/domain/menu'
import { type Actor, can, type Grant, type Role } from '@/lib/domain/policy'

const grant = (role: Role, unitId = 'school'): Grant => ({
  role,
  unitId,
  unitPath: `/dt/${unitId}/`,
  unitName: 'Trường THPT Bình Hàng',
  from: '2026-01-01',
  until: null,
})
const actor = (...grants: Grant[]): Actor => ({
  userId: 'u',
  personId: 'p',
  personName: 'Võ Thị Kim Ngân',
  sessionId: 's',
  today: '2026-11-24',
  grants,
})
const labels = (...roles: Role[]) => menuFor(actor(...roles.map((role) => grant(role)))).map(({ label }) => label)

test.each<[Role, string[]]>([
  ['person', ['Việc của tôi']],
  ['recordsOfficer', ['Hàng chờ', 'Hồ sơ', 'Chất lượng', 'Đợt ký', 'Đồng bộ']],
  ['unitHead', ['Tổng quan', 'Ký duyệt', 'Cấp văn bản', 'Hồ sơ', 'Đồng bộ']],
  ['provinceAdmin', ['Tổng quan', 'Hồ sơ', 'Đợt ký', 'Đồng bộ', 'Quản trị']],
  ['auditor', ['Nhật ký']],
  ['sealKeeper', ['Đóng dấu']],
  ['finance', ['Hồ sơ']],
  ['politicalSchool', ['Hồ sơ']],
  ['partyBody', ['Hồ sơ']],
  ['homeAffairsOfficer', ['Tổng quan', 'Hồ sơ', 'Đợt ký', 'Đồng bộ', 'Đơn vị', 'Người duyệt']],
  ['provincialLeader', ['Tổng quan']],
  ['integrationAdmin', ['Đồng bộ']],
])('%s sees the doors that open', (role, doors) => {
  expect(labels(role)).toEqual(doors)
})

test('nobody gets more than seven entries, nor one address twice', () => {
  const all = menuFor(
    actor(
      ...(['person', 'recordsOfficer', 'unitAdmin', 'unitHead', 'provinceAdmin'] as const).map((role) => grant(role)),
    ),
  )
  expect(all.length).toBeLessThanOrEqual(7)
  expect(new Set(all.map(({ href }) => href)).size).toBe(all.length)
})

test('a role out of force opens no door and is not offered', () => {
  const past = { ...grant('unitHead'), until: '2026-10-31' }
  expect(menuFor(actor(past))).toEqual([])
  expect(rolesOf(actor(past))).toEqual([])
})

test('the office comes before the person, and whoever acts in one role has no other but the personal one', () => {
  const both = actor(grant('person'), grant('recordsOfficer'), grant('unitHead'))
  const theirs = { personId: 'q', unitPath: '/dt/school/' }
  expect(homeOf(both)).toBe(homeOf(actor(grant('recordsOfficer'))))
  for (const all of [null, 'recordsOfficer@elsewhere']) expect(actingIn(both, all)).toEqual(both)
  const head = actingIn(both, roleKey(grant('unitHead')))
  expect(can(head, 'batch.sign', theirs)).toBe(true)
  expect(can(head, 'record.review', theirs)).toBe(false)
  expect(head.grants.map(({ role }) => role)).toEqual(['person', 'unitHead'])
  const person = actingIn(both, roleKey(grant('person')))
  expect(menuFor(person).map(({ href }) => href)).toEqual(['/my-record'])
})

test('the keeper of the seal works beside other roles: none to choose, never left aside, and does not lead home', () => {
  const keeper = actor(grant('sealKeeper'), grant('person'))
  expect(rolesOf(keeper).map(({ role }) => role)).toEqual(['person'])
  expect(homeOf(keeper)).toBe('/my-record')
  const chosen = actingIn(keeper, roleKey(grant('person')))
  expect(chosen.grants.map(({ role }) => role)).toEqual(['sealKeeper', 'person'])
})
