import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { type AccountFacts, type Duty, dutiesOf } from '@/lib/domain/account-duties'
import { dayOf, fromDateColumn } from '@/lib/domain/calendar'
import { actingIn } from '@/lib/domain/menu'
import type { Actor } from '@/lib/domain/policy'
import type { Standing } from '@/lib/domain/sign-in-limits'
import { actorOf, grantsOf } from './actor-of'
import { now } from './clock'
import { freshCodeLists } from './code-lists/code-lists'
import { env } from './env'
import { lockSession } from './session-lock'
import { findSession } from './sign-in-sessions'
import { isDemonstration } from './trust-anchors'

type Found = NonNullable<Awaited<ReturnType<typeof findSession>>>

/** Who sits at the browser, asked of the database once per request. */
export const currentSession = cache(async (): Promise<Found | null> => {
  const token = await cookieToken()
  if (!token) return null
  const [session] = await Promise.all([findSession(token, now()), freshCodeLists()])
  return session
})

/** The session behind a locked screen; null for any other. */
export async function lockedSession(): Promise<Found | null> {
  const session = await currentSession()
  return session?.standing === 'locked' ? session : null
}

/** For the page's own question whether somebody is still here. */
export async function sessionStanding(): Promise<Standing> {
  return (await currentSession())?.standing ?? 'ended'
}

/** Locks the session of this browser, and tells how it stands. */
export async function lockHere(): Promise<Standing> {
  const session = await currentSession()
  if (session?.standing !== 'live') return session?.standing ?? 'ended'
  await lockSession(session, now())
  return 'locked'
}

/** The same for a page that looks by itself whether something has changed: looking does not keep a session alive. */
export async function watchingActor(): Promise<Actor | null> {
  const token = await cookieToken()
  const session = token && (await findSession(token, now(), { seen: false }))
  const live = session && session.standing === 'live' && dutiesIn(session).owed.length === 0
  return live ? actingNow(session) : null
}

/** The person signed in, with the roles in force; null for nobody, and for whose account still owes something. */
export async function currentActor(): Promise<Actor | null> {
  const session = await currentSession()
  return session?.standing === 'live' && dutiesIn(session).owed.length === 0 ? actingNow(session) : null
}

/** For every page and action of the portal: sends whoever is not signed in to the door, and back here afterwards. */
export async function requireActor(): Promise<Actor> {
  const session = await requireSession()
  const [duty] = dutiesIn(session).owed
  if (duty) redirect(DUTY_PAGES[duty])
  return actingNow(session)
}

/** With the one role chosen for this session, or with all. */
const actingNow = (session: Found): Actor => actingIn(actorOf(session.user, session.id, now()), session.actingAs)

/** All the roles of who sits here, whichever is chosen; and the choice. */
export async function heldRoles(): Promise<{ all: Actor; chosen: string | null }> {
  const session = await requireSession()
  return { all: actorOf(session.user, session.id, now()), chosen: session.actingAs }
}

/** What this account still owes before other doors open, and what its exemption spares. */
export const dutiesIn = ({ user }: Found) => dutiesOf(accountFacts(user), dayOf(now()))

const DUTY_PAGES: Record<Duty, string> = {
  password: '/account/password',
  terms: '/account/terms',
  secondFactor: '/account/second-factor',
}

/** For the account's own pages, which also serve whose account still owes something. */
export async function requireSession(): Promise<Found & { standing: 'live' }> {
  const session = await currentSession()
  if (session?.standing === 'live') return { ...session, standing: 'live' }
  const query = new URLSearchParams({ next: (await headers()).get('x-page') ?? '/', ...whyOf(session?.standing) })
  // Locked, it waits for the password of the same person; otherwise for anybody's.
  redirect(`${session?.standing === 'locked' ? '/unlock' : '/sign-in'}?${query}`)
}

const whyOf = (standing: Standing | undefined) => (standing && standing !== 'locked' ? { why: standing } : {})

/** What the cookie carries: nothing but the token of a session. */
async function cookieToken(): Promise<string | null> {
  const jar = await cookies()
  // Over https next-auth writes the first, over http (a demonstration) the second.
  const cookie = jar.get('__Secure-next-auth.session-token') ?? jar.get('next-auth.session-token')
  if (!cookie) return null
  const content = await decode({ token: cookie.value, secret: env.NEXTAUTH_SECRET }).catch(() => null)
  return typeof content?.sessionToken === 'string' ? content.sessionToken : null
}

export const accountFacts = (user: Found['user']): AccountFacts => ({
  mustChangePassword: user.mustChangePassword,
  passwordSetOn: dayOf(user.passwordChangedAt ?? user.createdAt),
  secondFactor: user.secondFactorSince !== null,
  termsVersion: user.termsVersion,
  exemptUntil: isDemonstration() && user.exemptUntil ? fromDateColumn(user.exemptUntil) : null,
  grants: grantsOf(user),
})
