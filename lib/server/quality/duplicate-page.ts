import 'server-only'
import { sayChanges } from '@/lib/domain/change-words'
import { diff } from '@/lib/domain/changes'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAuditOfMany } from '../audit'
import { transact } from '../call'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { readingDetail } from '../records/note-read'
import { type Sight, workSight } from '../records/sight'

const SIDE = {
  select: {
    ...{ id: true, fullName: true, dateOfBirth: true, citizenId: true, sameAsId: true },
    unit: { select: { name: true, path: true } },
    record: {
      select: { ...{ id: true, draft: true, updatedAt: true }, approvedRevision: { select: { data: true } } },
    },
    user: { select: { username: true, disabledAt: true, lastSignInAt: true } },
  },
} as const

/** Two records side by side, each as this reader may see it; null for a side out of reach. Each look is noted. */
export async function duplicatePage(actor: Actor, id: string, now: Date) {
  const pair = await db.duplicateCase.findUnique({
    where: { id },
    include: { first: SIDE, second: SIDE, decisions: { orderBy: [{ at: 'desc' }, { id: 'desc' }] } },
  })
  if (!pair) throw new Refusal('notFound', {})
  const sides = [sideOf(actor, pair.first), sideOf(actor, pair.second)] as const
  if (sides[0] === null && sides[1] === null) throw new Refusal('notFound', {})
  await note(actor, sides, now)
  const [first, second] = sides
  const both = first && second
  return {
    pair: { id: pair.id, grounds: pair.grounds, foundAt: pair.foundAt, state: pair.state },
    // Who reads one side only is not told by a decision whose record the other is.
    decisions: both ? pair.decisions.map(({ closing: _, ...decision }) => decision) : [],
    sides,
    changes: both ? sayChanges(diff(first.data, second.data), first.data, second.data, codeLists) : [],
    mayDecide: Boolean(both) && pair.state !== 'lapsed' && !sides.some((side) => side?.personId === actor.personId),
  }
}

type Loaded = NonNullable<Awaited<ReturnType<typeof loadSide>>>
const loadSide = (id: string) => db.person.findUnique({ where: { id }, ...SIDE })

function sideOf(actor: Actor, person: Loaded) {
  const { id, fullName, sameAsId, unit, record, user } = person
  const subject = { personId: id, unitPath: unit.path }
  const sight = can(actor, 'duplicate.decide', subject) ? workSight(actor, subject) : null
  if (!sight || !record) return null
  return {
    personId: id,
    recordId: record.id,
    name: fullName,
    unitName: unit.name,
    unitPath: unit.path,
    closed: sameAsId !== null,
    approved: record.approvedRevision !== null,
    updatedAt: record.updatedAt,
    account: user && { username: user.username, disabled: user.disabledAt !== null, lastSignInAt: user.lastSignInAt },
    data: sight.document(sight.reading.of === 'draft' ? record.draft : officialOf(person)),
    sight,
  }
}

/** Off daily duty: what was approved, and before that what lists show of everybody. */
const officialOf = ({ record, fullName, dateOfBirth, citizenId }: Loaded) =>
  record?.approvedRevision?.data ?? {
    identity: { full_name: fullName, date_of_birth: dateOfBirth, citizen_id: citizenId },
  }

type Shown = { personId: string; recordId: string; name: string; unitPath: string; sight: Sight } | null

const note = (actor: Actor, sides: readonly Shown[], now: Date) => {
  const entries = sides.flatMap((side) =>
    side === null || side.personId === actor.personId
      ? []
      : [
          {
            action: 'record.viewed' as const,
            subject: { type: 'record' as const, id: side.recordId, name: side.name },
            unitPath: side.unitPath,
            detail: readingDetail(side, 'duplicate'),
          },
        ],
  )
  return transact((tx) => writeAuditOfMany(tx, actor, entries, now))
}
