import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayGrant, mayManageHolder } from '@/lib/domain/granting'
import { type Actor, type Grant, ROLES, type Role } from '@/lib/domain/policy'

const PATHS = ['/dt/', '/dt/snv/', '/dt/sgddt/', '/dt/sgddt/thpt-sa-dec/', '/dt/sgddt-2/']

const holding = (role: Role, unitPath: string): Actor => ({
  userId: 'u',
  personId: 'p',
  personName: 'Nguyễn Văn A',
  sessionId: 's',
  today: '2026-11-27',
  grants: [{ role, unitId: unitPath, unitPath, unitName: unitPath, from: '2026-01-01', until: null } satisfies Grant],
})

test('a unit administrator hands out the unit’s own roles, below the unit and nowhere else', () => {
  const administrator = holding('unitAdmin', '/dt/sgddt/')
  expect(mayGrant(administrator, 'recordsOfficer', '/dt/sgddt/thpt-sa-dec/')).toBe(true)
  expect(mayGrant(administrator, 'unitHead', '/dt/sgddt/')).toBe(true)
  expect(mayGrant(administrator, 'recordsOfficer', '/dt/')).toBe(false)
  // A neighbour whose code begins alike is no child.
  expect(mayGrant(administrator, 'recordsOfficer', '/dt/sgddt-2/')).toBe(false)
  expect(mayGrant(administrator, 'auditor', '/dt/sgddt/')).toBe(false)
})

test('the province’s administrator makes unit administrators, and a unit’s own those of the units below it', () => {
  for (const role of ROLES) {
    const maker = role === 'provinceAdmin' || role === 'unitAdmin'
    expect(mayGrant(holding(role, '/dt/'), 'unitAdmin', '/dt/snv/')).toBe(maker)
    // Of one's own unit only the province names one.
    expect(mayGrant(holding(role, '/dt/snv/'), 'unitAdmin', '/dt/snv/')).toBe(role === 'provinceAdmin')
    expect(mayGrant(holding('unitAdmin', '/dt/sgddt/'), 'unitAdmin', '/dt/sgddt-2/')).toBe(false)
  }
})

test('nobody but the two kinds of administrator gives any role', () => {
  const others = ROLES.filter((role) => role !== 'unitAdmin' && role !== 'provinceAdmin')
  fc.assert(
    fc.property(
      fc.constantFrom(...others),
      fc.constantFrom(...PATHS),
      fc.constantFrom(...ROLES),
      fc.constantFrom(...PATHS),
      (mine, over, role, unit) => {
        expect(mayGrant(holding(mine, over), role, unit)).toBe(false)
      },
    ),
  )
})

test('an account with more rights than the administrator could give is out of their hands', () => {
  const administrator = holding('unitAdmin', '/dt/snv/')
  const officer = { role: 'recordsOfficer' as const, unitPath: '/dt/snv/' }
  expect(mayManageHolder(administrator, [officer])).toBe(true)
  expect(mayManageHolder(administrator, [officer, { role: 'provinceAdmin', unitPath: '/dt/' }])).toBe(false)
  expect(mayManageHolder(administrator, [officer, { role: 'recordsOfficer', unitPath: '/dt/' }])).toBe(false)
})
