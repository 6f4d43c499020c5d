import 'server-only'
import { fromDateColumn } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../db'
import type { LoadedMovement } from '../movements/load-movement'
import { mayHandOver } from './load-leaving'
import { mayReceive } from './package-file'

/** The packages made for somebody who leaves, newest first; null for another movement, or who does not hand over. */
export async function packagesOf(
  actor: Actor,
  { id, kind, undoneBy, person, fromUnit }: Pick<LoadedMovement, 'id' | 'kind' | 'undoneBy' | 'person' | 'fromUnit'>,
) {
  const leaves = kind === 'transferOut' && undoneBy === null && person.record !== null && person.id !== actor.personId
  if (!leaves || !mayHandOver(actor, fromUnit.path)) return null
  const rows = await db.dataHandover.findMany({
    where: { movementId: id },
    orderBy: { at: 'desc' },
    include: { receipt: true },
  })
  return rows.map(({ id: handoverId, version, sha256, bytes, byName, at, receipt }) => ({
    ...{ id: handoverId, version, sha256, bytes, byName, at },
    receipt: receipt && {
      ...{ documentNo: receipt.documentNo, receivedBy: receipt.receivedBy },
      receivedOn: fromDateColumn(receipt.receivedOn),
    },
  }))
}

/** The package somebody was taken in with; null where there was none. */
export async function packageReceived(actor: Actor, { id, person }: Pick<LoadedMovement, 'id' | 'person'>) {
  const row = await db.receivedPackage.findUnique({ where: { movementId: id }, omit: { verdict: true } })
  return row && { ...row, mayTake: mayReceive(actor, person.unit.path) }
}
