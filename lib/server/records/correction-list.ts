import 'server-only'
import { fieldNamed, type SectionId } from '@/lib/catalogue'
import type { Field } from '@/lib/catalogue/field'
import type { Correction } from '@/lib/domain/correction'
import type { Actor } from '@/lib/domain/policy'
import type { Prisma } from '@/prisma/generated/client'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { peopleWithin } from '../within'

const SELECT = {
  ...{ id: true, section: true, code: true, before: true, wrong: true, proposed: true, askedAt: true },
  ...{ state: true, answer: true, decidedBy: true, decidedAt: true },
} as const

type Row = Prisma.CorrectionRequestGetPayload<{ select: typeof SELECT }>

/** The newest request of each field of a record. Asked with the record in hand: its page is permitted already. */
export async function correctionsOf(recordId: string): Promise<Correction[]> {
  const rows = await db.correctionRequest.findMany({
    where: { recordId, state: { not: 'withdrawn' } },
    orderBy: { askedAt: 'desc' },
    distinct: ['section', 'code'],
    select: SELECT,
  })
  return rows.map(sayRow)
}

/** Open requests this officer may answer, longest waiting first, one page of them. */
export async function correctionQueue(actor: Actor, page: { skip: number; take: number }) {
  const where = correctionsWaiting(actor)
  const [total, rows] = await Promise.all([
    db.correctionRequest.count({ where }),
    db.correctionRequest.findMany({
      where,
      orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
      ...page,
      select: {
        ...SELECT,
        record: { select: { id: true, person: { select: { fullName: true, unit: { select: { name: true } } } } } },
      },
    }),
  ])
  const waiting = rows.map(({ record, ...row }) => ({
    ...sayRow(row),
    recordId: record.id,
    name: record.person.fullName,
    unitName: record.person.unit.name,
  }))
  return { total, waiting }
}

/** How many wait. */
export const correctionCount = (actor: Actor) => db.correctionRequest.count({ where: correctionsWaiting(actor) })

/** What waits for this officer: never their own. */
const correctionsWaiting = (actor: Actor): Prisma.CorrectionRequestWhereInput => ({
  state: 'open',
  record: {
    person: {
      sameAsId: null,
      AND: [peopleWithin(actor, 'correction.answer'), actor.personId === null ? {} : { id: { not: actor.personId } }],
    },
  },
})

function sayRow({ before, section, code, ...row }: Row): Correction {
  const field = fieldNamed(section as SectionId, code) as Field | undefined
  return {
    ...row,
    ...{ section: section as SectionId, code },
    item: field?.item ?? '',
    label: field?.label ?? code,
    derived: field?.derived ?? false,
    said: before === null || !field ? '' : field.display(before as never, codeLists),
  }
}
