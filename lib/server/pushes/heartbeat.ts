import 'server-only'
import type { Tx } from '../db'
import { DEAD_AFTER_MS } from './claim'

/** Says that this worker is alive; also what other workers go by when they take over from a dead one. */
export async function beat(tx: Tx, name: string): Promise<void> {
  const beatAt = new Date()
  await tx.workerBeat.upsert({ where: { name }, create: { name, beatAt }, update: { beatAt } })
}

/** The last act of an orderly end: whatever it still had in hand is free at once. */
export async function stopBeating(tx: Tx, name: string): Promise<void> {
  await tx.workerBeat.deleteMany({ where: { OR: [{ name }, { beatAt: { lt: new Date(Date.now() - 86_400_000) } }] } })
}

const SILENT_AFTER_MS = 2 * DEAD_AFTER_MS

/** Has any worker been heard of lately? */
export async function workerIsAlive(tx: Tx): Promise<boolean> {
  return (await tx.workerBeat.count({ where: { beatAt: { gt: new Date(Date.now() - SILENT_AFTER_MS) } } })) > 0
}
