import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/domain/policy'
import type { WholeFileWay } from '@/lib/domain/signing/ways'
import { db } from '@/lib/server/db'
import { type OpenSession, openSession } from '@/lib/server/signing/open-session'
import type { ToolKey } from '@/lib/simulators/vgca/tool-cms'
import type { Signer } from '../documents/a-chain'
import { NOW } from './builders'
import { call } from './signing'

/** The actor with a portal session that is open: one-time addresses live no longer than it. */
export async function atAPortal(actor: Actor): Promise<Actor> {
  const row = { userId: actor.userId, tokenHash: randomUUID(), createdAt: NOW, lastSeenAt: NOW }
  const { id } = await db.session.create({
    data: { ...row, expiresAt: new Date(NOW.getTime() + 3_600_000), address: '10.0.0.1', agent: 'Chrome' },
  })
  return { ...actor, sessionId: id }
}

/** A batch's one-time addresses, as tokens. */
export const addressesOf = (actor: Actor, subjectId: string, way: WholeFileWay = 'vgca', now = NOW) =>
  addresses(actor, { subject: 'batch', subjectId, way }, now)

/** The same of any paper. */
export async function addresses(actor: Actor, what: z.output<typeof OpenSession>, now = NOW) {
  const opened = await openSession(call(actor, what, now))
  const token = (address: string) => new URL(address).searchParams.get('t') ?? ''
  return { sessionId: opened.sessionId, source: token(opened.source), upload: token(opened.upload) }
}

export const onToken = ({ key, certificate, intermediates }: Signer): ToolKey => ({
  key,
  certificate,
  issuers: intermediates,
})

export const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
