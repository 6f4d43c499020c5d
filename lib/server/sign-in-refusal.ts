import 'server-only'
import { type Acting, writeAudit } from './audit'
import { transact } from './call'
import { lockIfDue } from './sign-in-tries'

/** The account meant, and the name under which its tries are counted. */
type Meant = { account: { id: string; username: string } | null; name: string }

/** Leaves the trace of a wrong password, and of the lock it may have brought; apart, since a refusal undoes the rest. */
export async function noteWrongTry(acting: Acting, { account, name }: Meant, now: Date): Promise<void> {
  const subject = account && { type: 'user' as const, id: account.id, name: account.username }
  await transact(async (tx) => {
    await writeAudit(tx, acting, { action: 'signIn.refused', ...(subject && { subject }) }, now)
    const until = await lockIfDue(tx, name, now)
    if (until) await writeAudit(tx, acting, { action: 'signIn.locked', ...(subject && { subject }) }, now)
  })
}
