import { createHash } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { Client } from 'pg'
import { dayOf } from '@/lib/domain/calendar'
import { termsOn } from '@/lib/domain/terms'
import { ACCOUNT_OF_ACTOR, actorOf } from '@/lib/server/actor-of'
import { db } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { openSession } from '@/lib/server/sign-in-sessions'

/** The officer signed in, the records one after the other, and a bare line to the same database. */
export async function sitDown() {
  // As somebody who has been here before: nothing stands between the door and the record.
  const known = { termsVersion: termsOn(dayOf(new Date())).version, termsAcceptedAt: new Date() }
  const account = await db.user.update({ where: { username: 'bench' }, data: known, include: ACCOUNT_OF_ACTOR })
  const session = await db.$transaction((tx) =>
    openSession(tx, account.id, { address: '127.0.0.1', agent: 'bench' }, new Date()),
  )
  const token = await encode({ token: { sessionToken: session.token }, secret: env.NEXTAUTH_SECRET })
  const records = await db.record.findMany({
    where: { personId: { not: account.personId } },
    orderBy: { person: { citizenId: 'asc' } },
    select: { id: true, personId: true },
  })
  const bare = new Client(env.DATABASE_URL)
  await bare.connect()
  let at = 0
  const next = () => records[at++ % records.length] ?? { id: '', personId: '' }
  const actor = actorOf(account, session.id, new Date())
  return {
    actor,
    token: session.token,
    cookie: `next-auth.session-token=${token}`,
    bare,
    /** Another record each time: nobody’s cache helps. */
    nextRecord: () => next().id,
    /** Another record each time, with the person it is about. */
    nextOwner: () => {
      const { id, personId } = next()
      const self = { ...actor, personId, grants: actor.grants.map((grant) => ({ ...grant, role: 'person' as const })) }
      return { recordId: id, self }
    },
    rise: async () => {
      await bare.end()
      await db.$disconnect()
    },
  }
}

export type Desk = Awaited<ReturnType<typeof sitDown>>

/** What every page costs first: the session with its roles. */
export const readSession = (bare: Client, token: string) =>
  bare.query({ name: 'session', text: SESSION, values: [createHash('sha256').update(token).digest('hex')] })

const SESSION = `
  SELECT s.*, a.username, a.person_id, p.full_name, g.role, g.valid_from, g.valid_until, u.path, u.name
  FROM session s JOIN user_account a ON a.id = s.user_id JOIN person p ON p.id = a.person_id
  LEFT JOIN role_grant g ON g.user_id = a.id LEFT JOIN unit u ON u.id = g.unit_id
  WHERE s.token_hash = $1`
