import 'server-only'
import { dateColumn, dayOf } from '@/lib/domain/calendar'
import { dormantAfter } from '@/lib/domain/dormancy'
import { transact } from '../call'
import type { Tx } from '../db'
import { isDemonstration } from '../trust-anchors'
import { endAccounts } from './end-accounts'

/** In whose name the calendar acts. */
const CALENDAR = { userId: '00000000-0000-0000-0000-000000000000', personName: 'Tiến trình nền' }

/**
 * Closes the accounts nobody has used for 45 days; roles wait for the account to be opened again. The last province
 * administrator who comes in now and then is needed for that, so where none has, those accounts are passed over.
 */
export async function closeDormant(tx: Tx, now: Date): Promise<number> {
  const today = dayOf(now)
  const days = dormantAfter(today)
  const since = new Date(now.getTime() - days * 86_400_000)
  const exempt = isDemonstration() ? dateColumn(today) : null
  const dormant = await tx.$queryRaw<{ personId: string }[]>`
    WITH account AS (
      SELECT u.id, u.person_id,
        GREATEST(u.created_at, u.last_sign_in_at, u.enabled_at,
          (SELECT max(s.last_seen_at) FROM session s WHERE s.user_id = u.id)) AS used,
        EXISTS (SELECT 1 FROM role_grant g WHERE g.user_id = u.id AND g.role = 'provinceAdmin'
          AND g.valid_from <= ${dateColumn(today)}::date
          AND (g.valid_until IS NULL OR g.valid_until >= ${dateColumn(today)}::date)) AS leads,
        COALESCE(u.exempt_until >= ${exempt}::date, FALSE) AS exempt
      FROM user_account u WHERE u.disabled_at IS NULL)
    SELECT person_id AS "personId" FROM account
    WHERE used <= ${since} AND NOT exempt
      AND (NOT leads OR EXISTS (SELECT 1 FROM account other WHERE other.leads AND other.used > ${since}))`
  const reason = `${days} ngày không dùng`
  const people = dormant.map(({ personId }) => personId)
  return endAccounts(tx, CALENDAR, people, { why: 'dormant', reason, withRoles: false }, now)
}

/** For the worker: once a day, with the first call. */
export function closeDormantEachDay() {
  let closed: string | null = null
  return async (now: Date) => {
    const today = dayOf(now)
    if (closed === today) return
    await transact((tx) => closeDormant(tx, now))
    closed = today
  }
}
