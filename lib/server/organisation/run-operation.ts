import 'server-only'
import type { z } from 'zod'
import { dateColumn } from '@/lib/domain/calendar'
import { type Operation, receivers, unitsChanged } from '@/lib/domain/organisation/operation'
import { sayFinding, sayOperation } from '@/lib/domain/organisation/operation-words'
import { changesOf, type RowChange } from '@/lib/domain/organisation/row-change'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import type { RunInput } from './operation-input'
import { digestOf, type Rehearsed, rehearseIn } from './rehearse-operation'
import { lockOrganisation, settleToday } from './settle-today'
import { writeChanges } from './write-changes'

/** Runs what was rehearsed, whole or not at all. Refuses when the world is no longer the one that was shown. */
export const runOperation = ({ transact, actor, input, now }: Call<z.output<typeof RunInput>>) =>
  transact(async (tx) => {
    await lockOrganisation(tx)
    const rehearsed = await rehearseIn(tx, actor, input.operation)
    requireFree(rehearsed, input.operation)
    if (digestOf(rehearsed) !== input.digest) throw new Refusal('rehearsalChanged', {})
    return carryOut(tx, actor, input.operation, rehearsed, now)
  })

function requireFree({ findings, nameOf }: Rehearsed, { day }: Operation) {
  const blocks = findings.filter(({ severity }) => severity === 'block')
  if (blocks.length === 0) return
  throw new Refusal('operationBlocked', { reasons: blocks.map((block) => sayFinding(block, nameOf, day)) })
}

/** Writes the rows, today's columns that follow from them, the entry that can be taken back, and the trace. */
export async function carryOut(tx: Tx, actor: Actor, operation: Operation, { changes, nameOf }: Rehearsed, now: Date) {
  await writeChanges(tx, changes, now)
  const settled = await settleToday(tx, actor.today, actor, now)
  const summary = sayOperation(operation, nameOf)
  const entry = await tx.unitOperation.create({
    data: {
      ...{ kind: operation.kind, day: dateColumn(operation.day), basis: operation.basis, summary },
      input: operation as Prisma.InputJsonValue,
      changes: changes as unknown as Prisma.InputJsonValue,
      unitIds: unitsOf(operation, changes),
      ...{ byUserId: actor.userId, byName: actor.personName, at: now },
    },
    select: { id: true },
  })
  const founded = changesOf(changes, 'unit').flatMap(({ after }) => after?.id ?? [])
  await leaveTrace(tx, actor, { operation, summary, founded, operationId: entry.id, people: settled.people }, now)
  return { operationId: entry.id, founded, ...settled }
}

/** Everything changed, founded, receiving or following: what a later operation may not disturb while this is undone. */
const unitsOf = (operation: Operation, changes: readonly RowChange[]) => [
  ...new Set([
    ...unitsChanged(operation),
    ...receivers(operation),
    ...changesOf(changes, 'version').flatMap(({ before, after }) => (before ?? after)?.unitId ?? []),
  ]),
]

type Traced = { operation: Operation; summary: string; founded: string[]; operationId: string; people: number }

/** The founding of a unit is noted as such wherever it came from; the operation itself once. */
async function leaveTrace(
  tx: Tx,
  actor: Actor,
  { operation, summary, founded, operationId, people }: Traced,
  now: Date,
) {
  const units = await tx.unit.findMany({
    where: { id: { in: founded } },
    select: { id: true, name: true, path: true, code: true },
  })
  for (const { id, name, path, code } of units) {
    const subject = { type: 'unit', id, name } as const
    const detail = { code, basis: operation.basis }
    await writeAudit(tx, actor, { action: 'unit.created', subject, unitPath: path, detail }, now)
  }
  if (operation.kind === 'create') return
  const subject = { type: 'operation', id: operationId, name: summary } as const
  const detail = { kind: operation.kind, day: operation.day, basis: operation.basis, people }
  await writeAudit(tx, actor, { action: 'unit.operated', subject, detail }, now)
}
