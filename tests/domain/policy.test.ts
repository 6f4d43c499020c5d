import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Actor,
  can,
  type Grant,
  HOLDERS,
  type Holder,
  inForce,
  mayAnywhere,
  PERMISSIONS,
  type Permission,
  POLICY,
  type Subject,
  within,
} from '@/lib/domain/policy'
import type { Place } from '@/lib/domain/sub-systems'
import { permissionsDocument } from '@/prisma/docs'

const path = fc.constantFrom(
  '/dt/',
  '/dt/snv/',
  '/dt/sgd/',
  '/dt/sgd/thpt-a/',
  '/dt/sgd/thpt-ab/',
  '/dt/sgd/thpt-a/to/',
)
const day = fc.constantFrom('2026-11-01', '2026-11-15', '2026-12-31')
const place = fc.constantFrom<Place | undefined>(
  undefined,
  'salary',
  'health',
  'economy.salaryHistory',
  'economy.income',
)
const grant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...HOLDERS.filter((holder) => holder !== 'agreement' && holder !== 'mandate')),
  unitId: fc.constant('u'),
  unitPath: path,
  unitName: fc.constant('Đơn vị'),
  from: day,
  until: fc.option(day),
})
const agreed = fc.record({
  places: fc.subarray<Place>(['salary', 'health', 'economy']),
  documentNo: fc.constant('1/CV'),
  purpose: fc.constant('x'),
})
const agreement: fc.Arbitrary<Grant> = fc
  .tuple(grant, agreed)
  .map(([one, what]) => ({ ...one, role: 'agreement', agreed: what }))
const personId = fc.constantFrom('p1', 'p2')
const actor: fc.Arbitrary<Actor> = fc.record({
  userId: fc.constant('user'),
  personId: fc.option(personId),
  personName: fc.constant('A'),
  sessionId: fc.constant('s'),
  today: day,
  grants: fc.array(fc.oneof(grant, agreement), { maxLength: 3 }),
})
const subject: fc.Arbitrary<Subject> = fc.record({ personId: fc.option(personId), unitPath: path })

test('a list shows exactly what may be opened', () => {
  fc.assert(
    fc.property(actor, fc.constantFrom(...PERMISSIONS), subject, place, (who, what, whom, where) => {
      const reach = within(who, what, where)
      const listed =
        reach === 'everything' ||
        (reach !== 'nothing' &&
          (reach.unitPaths.some((one) => whom.unitPath.startsWith(one)) ||
            (reach.personId !== null && reach.personId === whom.personId)))
      expect(can(who, what, whom, where)).toBe(listed)
    }),
    { numRuns: 2000 },
  )
})

test('an actor without a grant in force may do nothing', () => {
  fc.assert(
    fc.property(actor, fc.constantFrom(...PERMISSIONS), subject, (who, what, whom) => {
      const idle = { ...who, grants: who.grants.filter((one) => !inForce(one, who.today)) }
      expect(can(idle, what, whom)).toBe(false)
      expect(mayAnywhere(idle, what)).toBe(false)
    }),
  )
})

test('only a person submits, only a head signs, only an auditor reads the log', () => {
  expect(holders('record.submit')).toEqual(['person'])
  expect(holders('batch.sign')).toEqual(['unitHead', 'mandate'])
  expect(holders('audit.read')).toEqual(['auditor'])
})

const holders = (permission: Permission) => Object.keys(POLICY[permission]) as Holder[]

test('the system’s administrators neither approve nor read sensitive values', () => {
  for (const permission of ['sensitive.read', 'relatives.read', 'record.review', 'batch.sign'] as const) {
    for (const administrator of ['provinceAdmin', 'unitAdmin', 'integrationAdmin'] as const) {
      expect([permission, holders(permission).includes(administrator)]).toEqual([permission, false])
    }
  }
})

test('whoever writes, checks or signs a record sees what they decide on, as far as they decide', () => {
  for (const deciding of ['record.edit', 'record.review', 'batch.sign'] as const) {
    for (const [holder, reach] of Object.entries(POLICY[deciding])) {
      expect((POLICY['sensitive.read'] as Record<string, string>)[holder]).toBe(reach)
      expect((POLICY['relatives.read'] as Record<string, string>)[holder]).toBe(reach)
    }
  }
})

test('what a written agreement or a sub-system does not name is out of bounds', () => {
  const who: Actor = {
    userId: 'u',
    personId: 'p',
    personName: 'A',
    sessionId: 's',
    today: '2026-11-15',
    grants: [
      { role: 'finance', unitId: 'u', unitPath: '/dt/', unitName: 'Sở Tài chính', from: '2026-11-01', until: null },
    ],
  }
  const whom = { personId: 'q', unitPath: '/dt/syt/' }
  expect(can(who, 'record.read', whom, 'salary.rank')).toBe(true)
  expect(can(who, 'record.read', whom, 'economy.allowances')).toBe(true)
  expect(can(who, 'record.read', whom, 'economy')).toBe(false)
  expect(can(who, 'record.read', whom, 'identity.citizen_id')).toBe(false)
})

test('docs/permissions.md says what the table says (npm run docs)', () => {
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsDocument())
})
