import 'server-only'
import { notFound } from 'next/navigation'
import { type Actor, mayAnywhere, type Permission } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { type AuditEntry, writeAudit } from './audit'
import { transact } from './call'
import { now } from './clock'
import { db } from './db'
import { requireActor } from './session'

/** Who asks, for a page whose door not everybody has: without the permission anywhere the page does not exist. */
export async function requireDoor(permission: Permission, page: string): Promise<Actor> {
  const actor = await requireActor()
  if (!mayAnywhere(actor, permission)) return refusePage(actor, page)
  return actor
}

/** Runs a page's query; what the actor may not see is a page that does not exist, and is noted. */
export async function orNotFound<T>(actor: Actor, page: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'notFound') return refusePage(actor, page)
    throw error
  }
}

/** Written in a transaction of its own: what was refused has rolled back. */
export const noteRefusal = (actor: Actor, what: string) =>
  transact((tx) => writeAudit(tx, actor, { action: 'access.refused', subject: { type: 'page', id: what } }, now()))

/** Somebody saw, exported or downloaded what is not their own. One statement, which is a transaction by itself. */
export const noteView = (actor: Actor, entry: AuditEntry) => writeAudit(db, actor, entry, now())

async function refusePage(actor: Actor, page: string): Promise<never> {
  await noteRefusal(actor, page)
  notFound()
}
