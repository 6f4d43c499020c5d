import { lockHere, sessionStanding } from '@/lib/server/session'

/** Somebody is at the desk: counts as being seen, and tells whether the session still lives. */
export const POST = async () => Response.json({ standing: await sessionStanding() })

/** Nobody is: the session is locked until the password is given. */
export const PUT = async () => Response.json({ standing: await lockHere() })
