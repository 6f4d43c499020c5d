import { describe, expect, test } from 'vitest'
import { type AccountFacts, dutiesOf } from '@/lib/domain/account-duties'
import { passwordAge } from '@/lib/domain/password-age'
import type { Grant, Role } from '@/lib/domain/policy'
import { mustHaveSecondFactor, readCode, SECOND_FACTOR_OBLIGATIONS } from '@/lib/domain/second-factor'
import { TERMS, termsOn } from '@/lib/domain/terms'

const grant = (role: Role, until: string | null = null): Grant => ({
  ...{ role, unitId: 'u', unitPath: '/dt/', unitName: 'Đồng Tháp' },
  ...{ from: '2026-01-01', until },
})
const account: AccountFacts = {
  mustChangePassword: false,
  passwordSetOn: '2026-05-31',
  secondFactor: false,
  termsVersion: '1',
  exemptUntil: null,
  grants: [grant('person')],
}

describe('R39: a password has its time', () => {
  test('six months for everybody, within the month', () => {
    expect(passwordAge('2026-05-31', account.grants, '2026-11-29')).toEqual({
      expires: '2026-11-30',
      expired: false,
      remind: 1,
    })
    expect(passwordAge('2026-05-31', account.grants, '2026-11-30')).toMatchObject({ expired: true, remind: null })
  })

  test.each(['provinceAdmin', 'unitAdmin', 'integrationAdmin'] as const)('two months for %s', (role) => {
    expect(passwordAge('2026-10-01', [grant(role)], '2026-11-30')).toMatchObject({ expired: false, remind: 1 })
    expect(passwordAge('2026-10-01', [grant(role)], '2026-12-01')).toMatchObject({ expired: true })
  })

  test('a role that has ended shortens nothing', () => {
    const past = [grant('person'), grant('unitAdmin', '2026-06-30')]
    expect(passwordAge('2026-06-15', past, '2026-09-15')).toMatchObject({ expired: false })
  })

  test('it is spoken of seven days before, not earlier', () => {
    expect(passwordAge('2026-06-08', account.grants, '2026-11-30').remind).toBeNull()
    expect(passwordAge('2026-06-08', account.grants, '2026-12-01').remind).toBe(7)
  })
})

describe('what an account owes', () => {
  test('a password that was handed out, or has expired', () => {
    expect(dutiesOf(account, '2026-11-29').owed).toEqual([])
    expect(dutiesOf(account, '2026-11-30').owed).toEqual(['password'])
    expect(dutiesOf({ ...account, mustChangePassword: true }, '2026-06-01').owed).toEqual(['password'])
  })

  test('an exemption spares the expired one to its last day, never the one handed out', () => {
    const exempt = { ...account, exemptUntil: '2026-12-31' }
    expect(dutiesOf(exempt, '2026-12-31')).toEqual({ owed: [], spared: ['password'] })
    expect(dutiesOf(exempt, '2027-01-01')).toEqual({ owed: ['password'], spared: [] })
    expect(dutiesOf({ ...exempt, mustChangePassword: true }, '2026-12-31').owed).toEqual(['password'])
  })
})

describe('R63: the terms of use', () => {
  test('are asked for once, again when they change, and of the exempt too', () => {
    expect(dutiesOf({ ...account, termsVersion: null }, '2026-06-01').owed).toEqual(['terms'])
    expect(dutiesOf({ ...account, termsVersion: '0' }, '2026-06-01').owed).toEqual(['terms'])
    expect(dutiesOf({ ...account, termsVersion: null, exemptUntil: '2026-12-31' }, '2026-06-01').owed).toEqual([
      'terms',
    ])
    expect(dutiesOf(account, '2026-06-01').owed).toEqual([])
  })

  test('of a day are those of the last row before it', () => {
    const [first] = TERMS
    const next = { ...first!, version: '2', from: '2027-01-01' }
    expect(termsOn('2026-12-31', [first!, next]).version).toBe('1')
    expect(termsOn('2027-01-01', [first!, next]).version).toBe('2')
    expect(termsOn('2020-01-01').version).toBe(first!.version)
  })
})

describe('the second factor', () => {
  test.each(['provinceAdmin', 'unitAdmin', 'integrationAdmin', 'unitHead', 'sealKeeper', 'auditor'] as const)(
    'is owed by %s, from the first day of the role to the last',
    (role) => {
      const grants = [grant('person'), grant(role, '2026-06-30')]
      expect(dutiesOf({ ...account, grants }, '2026-06-30').owed).toEqual(['secondFactor'])
      expect(dutiesOf({ ...account, grants }, '2026-07-01').owed).toEqual([])
      expect(dutiesOf({ ...account, grants, secondFactor: true }, '2026-06-30').owed).toEqual([])
    },
  )

  test('is a choice for everybody else', () => {
    for (const role of ['person', 'recordsOfficer', 'finance'] as const) {
      expect(mustHaveSecondFactor([grant(role)], '2026-06-01')).toBe(false)
    }
  })

  test('comes after the password, and is spared by an exemption', () => {
    const head = { ...account, grants: [grant('unitHead')], mustChangePassword: true }
    expect(dutiesOf(head, '2026-06-01').owed).toEqual(['password', 'secondFactor'])
    const exempt = { ...head, mustChangePassword: false, exemptUntil: '2026-12-31' }
    expect(dutiesOf(exempt, '2026-06-01')).toEqual({ owed: [], spared: ['secondFactor'] })
  })

  test('rests on law, row by row', () => {
    for (const { basis } of SECOND_FACTOR_OBLIGATIONS) expect(basis).toMatch(/TCVN/)
  })

  test.each([
    ['123 456', { kind: 'oneTime', code: '123456' }],
    ['１２３４５６', { kind: 'oneTime', code: '123456' }],
    ['h7km-2qxr v4tp', { kind: 'recovery', code: 'H7KM2QXRV4TP' }],
    ['12345', null],
    ['H7KM-2QXR', null],
    ['', null],
  ])('%s is read as %j', (typed, read) => {
    expect(readCode(typed)).toEqual(read)
  })
})
