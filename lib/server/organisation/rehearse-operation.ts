import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { canonical } from '@/lib/domain/canonical'
import { newUnits, type Operation, receivers, unitsChanged } from '@/lib/domain/organisation/operation'
import { sayFinding, sayOperation } from '@/lib/domain/organisation/operation-words'
import { type Organisation, versionOn } from '@/lib/domain/organisation/organisation'
import { movesOf } from '@/lib/domain/organisation/plan-operation'
import { type Rehearsal, rehearse } from '@/lib/domain/organisation/rehearse'
import { changesOf, type RowChange } from '@/lib/domain/organisation/row-change'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import type { Call } from '../call'
import type { Tx } from '../db'
import { circumstancesOf } from './circumstances'
import type { OperationInput } from './operation-input'
import { readOrganisation } from './read-organisation'

export type Rehearsed = Rehearsal & { organisation: Organisation; nameOf: (unitId: string) => string }

/** The operation as it would go now. Throws `notFound` where it reaches beyond what the actor manages. */
export async function rehearseIn(tx: Tx, actor: Actor, operation: Operation): Promise<Rehearsed> {
  await requireWithin(tx, actor, operation)
  const organisation = await readOrganisation(tx, operation)
  const circumstances = await circumstancesOf(tx, organisation, operation, actor.today)
  const rehearsal = rehearse(organisation, operation, circumstances, randomUUID)
  return { ...rehearsal, organisation, nameOf: namesOn(organisation, operation, rehearsal.changes) }
}

/** What is said at the rehearsal; what is done afterwards must be the same. */
export const rehearseOperation = ({ transact, actor, input }: Call<z.output<typeof OperationInput>>) =>
  transact(async (tx) => {
    const rehearsed = await rehearseIn(tx, actor, input)
    const { findings, changes, nameOf } = rehearsed
    const moves = movesOf(changes)
    const people = await tx.person.findMany({
      where: { id: { in: moves.slice(0, PEOPLE_SHOWN).map(({ personId }) => personId) } },
      orderBy: { searchName: 'asc' },
      select: { id: true, fullName: true },
    })
    const to = new Map(moves.map(({ personId, unitId }) => [personId, nameOf(unitId)]))
    return {
      summary: sayOperation(input, nameOf),
      ahead: input.day > actor.today,
      blocks: said(findings, 'block', nameOf, input.day),
      warnings: said(findings, 'warn', nameOf, input.day),
      moved: new Set(moves.map(({ personId }) => personId)).size,
      people: people.map(({ id, fullName }) => ({ id, name: fullName, to: to.get(id) ?? '' })),
      founded: changesOf(changes, 'unit').length,
      ended: changesOf(changes, 'version').filter(
        ({ before, after }) => before && after?.until && endsFor(changes, before.unitId),
      ).length,
      digest: digestOf(rehearsed),
    }
  })

const PEOPLE_SHOWN = 200

/** Its history closes and nothing goes on. */
const endsFor = (changes: readonly RowChange[], unitId: string) =>
  !changesOf(changes, 'version').some(({ before, after }) => !before && after?.unitId === unitId)

const said = (
  findings: Rehearsal['findings'],
  severity: 'block' | 'warn',
  nameOf: (id: string) => string,
  day: string,
) =>
  findings
    .filter((finding) => finding.severity === severity)
    .map((finding) => ({
      code: finding.code,
      field: finding.field ?? null,
      sentence: sayFinding(finding, nameOf, day),
    }))

/** What was shown, as one word: who moves, which roles end, what was warned of. Ids of rows yet to come are left out. */
export function digestOf({ findings, changes, nameOf }: Rehearsed): string {
  const named = findings.map(({ unitIds = [], ...finding }) => ({ ...finding, units: unitIds.map(nameOf) }))
  const moves = movesOf(changes).map(({ personId, unitId }) => [personId, nameOf(unitId)].join())
  const roles = changesOf(changes, 'role').flatMap(({ before }) => before?.id ?? [])
  const versions = changesOf(changes, 'version').flatMap(({ before }) => before?.id ?? [])
  return createHash('sha256')
    .update(canonical({ named, moves: moves.sort(), roles: roles.sort(), versions: versions.sort() }))
    .digest('hex')
}

/** Names as on the operation's day; of a unit that is being founded, the name it gets. */
function namesOn(organisation: Organisation, { day }: Operation, changes: readonly RowChange[]) {
  const founded = new Map(
    changesOf(changes, 'version').flatMap(({ before, after }) =>
      !before && after ? [[after.unitId, after.name] as const] : [],
    ),
  )
  const last = (unitId: string) => organisation.version.findLast((one) => one.unitId === unitId)?.name
  return (unitId: string) =>
    versionOn(organisation, unitId, day)?.name ?? founded.get(unitId) ?? last(unitId) ?? 'đơn vị không rõ'
}

/** Everything the operation names stands where the actor manages units: nobody founds or moves beyond their subtree. */
async function requireWithin(tx: Tx, actor: Actor, operation: Operation) {
  const parents = newUnits(operation).map(({ parentId }) => parentId)
  if (operation.kind === 'move') parents.push(operation.parentId)
  const ids = [...unitsChanged(operation), ...receivers(operation), ...parents.filter((id) => id !== null)]
  const units = await tx.unit.findMany({ where: { id: { in: ids } }, select: { id: true, path: true } })
  const paths = units.map(({ path }) => path)
  if (parents.includes(null)) paths.push('/')
  const known = new Set(units.map(({ id }) => id))
  if (
    ids.some((id) => !known.has(id)) ||
    !paths.every((path) => can(actor, 'unit.manage', { personId: null, unitPath: path }))
  )
    throw new Refusal('notFound', {})
}
