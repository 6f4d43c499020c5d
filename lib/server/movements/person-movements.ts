import 'server-only'
import { MOVEMENT_KINDS, MOVEMENTS, standingAfter } from '@/lib/domain/movements/movement-kinds'
import { type Actor, can } from '@/lib/domain/policy'
import { isSent } from '@/lib/domain/push'
import { Refusal } from '@/lib/domain/refusal'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { lifeOf } from './working-life'
import { movementsOf } from './written-movements'

/** What happened to one person and what may be written next. Nothing of the record itself. Throws `notFound` out of reach. */
export async function personMovements(actor: Actor, personId: string) {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      ...{ id: true, fullName: true, unitId: true, employmentStatus: true, personCategory: true },
      ...{ unit: { select: { name: true, path: true } }, record: { select: { id: true } } },
    },
  })
  if (!person || !can(actor, 'movement.read', { personId: null, unitPath: person.unit.path })) {
    throw new Refusal('notFound', {})
  }
  const [movements, life] = await Promise.all([movementsOf(personId), lifeOf(db, person)])
  const standing = standingAfter(life.movements.at(-1)?.kind ?? null, life.status)
  const isNew = life.movements.length === 0 && standing !== 'gone'
  const own = person.id === actor.personId
  const underWay = person.record
    ? await db.submission.count({ where: { recordId: person.record.id, state: { in: ['submitted', 'checked'] } } })
    : 0
  return {
    person,
    status: codeLists('trang-thai-cong-tac').find(({ code }) => code === person.employmentStatus)?.label ?? '',
    isSent: isSent(person.personCategory),
    movements,
    own,
    mayRecord: !own && can(actor, 'movement.record', { personId: null, unitPath: person.unit.path }),
    /** What can happen to them now; the decision on somebody new can still be written down. */
    kinds: MOVEMENT_KINDS.filter((kind) => {
      const { from } = MOVEMENTS[kind]
      return from.includes(standing) || (isNew && from.includes('gone'))
    }),
    underWay: underWay > 0,
  }
}

/** Units of the province that are open today: any of them may receive. */
export async function receivingUnits() {
  const units = await db.unit.findMany({
    where: { isOpen: true },
    orderBy: { path: 'asc' },
    select: { id: true, name: true, path: true },
  })
  const steps = (path: string) => path.split('/').length
  const top = Math.min(...units.map(({ path }) => steps(path)))
  return units.map(({ id, name, path }) => ({ id, name, depth: steps(path) - top }))
}
