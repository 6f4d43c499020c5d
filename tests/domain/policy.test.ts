import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Actor,
  can,
  inForce,
  mayAnywhere,
  PERMISSIONS,
  POLICY,
  ROLES,
  type Subject,
  within,
} from '@/lib/domain/policy'
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
const grant = fc.record({
  role: fc.constantFrom(...ROLES),
  unitId: fc.constant('u'),
  unitPath: path,
  unitName: fc.constant('Đơn vị'),
  from: day,
  until: fc.option(day),
})
const personId = fc.constantFrom('p1', 'p2')
const actor: fc.Arbitrary<Actor> = fc.record({
  userId: fc.constant('user'),
  personId: fc.option(personId),
  personName: fc.constant('A'),
  sessionId: fc.constant('s'),
  today: day,
  grants: fc.array(grant, { maxLength: 3 }),
})
const subject: fc.Arbitrary<Subject> = fc.record({ personId: fc.option(personId), unitPath: path })

test('a list shows exactly what may be opened', () => {
  fc.assert(
    fc.property(actor, fc.constantFrom(...PERMISSIONS), subject, (who, what, whom) => {
      const reach = within(who, what)
      const listed =
        reach === 'everything' ||
        (reach !== 'nothing' &&
          (reach.unitPaths.some((one) => whom.unitPath.startsWith(one)) ||
            (reach.personId !== null && reach.personId === whom.personId)))
      expect(can(who, what, whom)).toBe(listed)
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
  const holders = (permission: keyof typeof POLICY) => Object.keys(POLICY[permission])
  expect(holders('record.submit')).toEqual(['person'])
  expect(holders('batch.sign')).toEqual(['unitHead'])
  expect(holders('audit.read')).toEqual(['auditor'])
})

test('docs/permissions.md says what the table says (npm run docs)', () => {
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsDocument())
})
