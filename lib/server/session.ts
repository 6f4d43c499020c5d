import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import type { Actor } from '@/lib/domain/policy'
import type { Standing } from '@/lib/domain/sign-in-limits'
import { actorOf } from './actor-of'
import { now } from './clock'
import { env } from './env'
import { findSession } from './sign-in-sessions'

type Found = NonNullable<Awaited<ReturnType<typeof findSession>>>

/** Who sits at the browser, asked of the database once per request. */
export const currentSession = cache(async (): Promise<Found | null> => {
  const token = await cookieToken()
  return token ? findSession(token, now()) : null
})

/** For the page's own question whether somebody is still here. */
export async function sessionStanding({ seen }: { seen: boolean }): Promise<Standing> {
  const token = await cookieToken()
  const session = token && (await findSession(token, now(), { seen }))
  return session ? session.standing : 'ended'
}

/** The same for a page that looks by itself whether something has changed: looking does not keep a session alive. */
export async function watchingActor(): Promise<Actor | null> {
  const token = await cookieToken()
  const session = token && (await findSession(token, now(), { seen: false }))
  const live = session && session.standing === 'live' && !session.user.mustChangePassword
  return live ? actorOf(session.user, session.id, now()) : null
}

/** The person signed in, with the roles in force; null for nobody, and for who must first change the password. */
export async function currentActor(): Promise<Actor | null> {
  const session = await currentSession()
  return session?.standing === 'live' && !session.user.mustChangePassword
    ? actorOf(session.user, session.id, now())
    : null
}

/** For every page and action of the portal: sends whoever is not signed in to the door, and back here afterwards. */
export async function requireActor(): Promise<Actor> {
  const session = await requireSession()
  if (session.user.mustChangePassword) redirect('/account/password')
  return actorOf(session.user, session.id, now())
}

/** For the account's own pages, which also serve who must first change the password. */
export async function requireSession(): Promise<Found & { standing: 'live' }> {
  const session = await currentSession()
  if (session?.standing === 'live') return { ...session, standing: 'live' }
  const query = new URLSearchParams({ next: (await headers()).get('x-page') ?? '/', ...whyOf(session?.standing) })
  redirect(`/sign-in?${query}`)
}

const whyOf = (standing: Standing | undefined) => (standing ? { why: standing } : {})

/** What the cookie carries: nothing but the token of a session. */
async function cookieToken(): Promise<string | null> {
  const jar = await cookies()
  // Over https next-auth writes the first, over http (a demonstration) the second.
  const cookie = jar.get('__Secure-next-auth.session-token') ?? jar.get('next-auth.session-token')
  if (!cookie) return null
  const content = await decode({ token: cookie.value, secret: env.NEXTAUTH_SECRET }).catch(() => null)
  return typeof content?.sessionToken === 'string' ? content.sessionToken : null
}
