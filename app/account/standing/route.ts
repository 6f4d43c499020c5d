import { sessionStanding } from '@/lib/server/session'

/** Whether the session of this browser still lives. Asking does not keep it alive; telling (POST) does. */
export const GET = async () => Response.json({ standing: await sessionStanding({ seen: false }) })
export const POST = async () => Response.json({ standing: await sessionStanding({ seen: true }) })
