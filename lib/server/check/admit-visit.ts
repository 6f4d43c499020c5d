import 'server-only'
import { CHECK_LIMITS } from '@/lib/domain/check-code'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'

/**
 * Counts a question of somebody nobody knows, before it is answered; a hundred at the same moment are counted one by one.
 * Throws `checkSlowed` beyond what a minute holds.
 */
export async function admitVisit(address: string, kind: 'code' | 'upload' | 'staff', now: Date): Promise<void> {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000)
  const [visit] = await db.$queryRaw<{ weight: number }[]>`
    INSERT INTO check_visit (address, minute, weight) VALUES (${address}, ${minute}, ${CHECK_LIMITS[kind]})
    ON CONFLICT (address, minute) DO UPDATE SET weight = check_visit.weight + EXCLUDED.weight
    RETURNING weight`
  await db.checkVisit.deleteMany({ where: { minute: { lt: new Date(minute.getTime() - 3_600_000) } } })
  if ((visit?.weight ?? 0) > CHECK_LIMITS.aMinute) throw new Refusal('checkSlowed', {})
}
