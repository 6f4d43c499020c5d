import 'server-only'
import { dateColumn, dayOf } from '@/lib/domain/calendar'
import { alarmLetter } from '@/lib/domain/exchange/alarm-letter'
import { type Alarm, alarmsOf } from '@/lib/domain/exchange/alarms'
import { transact } from '../call'
import type { Tx } from '../db'
import { mailSettings, portalAddress } from '../mail/mail-settings'
import { writeLetter } from '../mail/write-letter'
import { channelFigures } from './channel-figures'

const HOUR_MS = 3_600_000
/** So long without it, and the same trouble is a new one: a channel that opens and closes by the minute is one trouble. */
const GONE_AFTER_MS = HOUR_MS
const AGAIN_AFTER_MS = 24 * HOUR_MS

/**
 * Writes to the administrators of the exchange what keeps it from going on, once for each trouble and again after a day. Answers how many
 * letters; none where this installation sends none, or nobody of them has confirmed an address.
 */
export async function tellAlarms(now: Date): Promise<number> {
  if (!mailSettings()) return 0
  const figures = await channelFigures()
  const alarms = figures ? alarmsOf(figures, now) : []
  if (alarms.length === 0) return 0
  return transact(async (tx) => {
    const readers = await administrators(tx, now)
    if (readers.length === 0) return 0
    let count = 0
    for (const alarm of alarms) {
      if (!(await isNews(tx, alarm, now))) continue
      const letter = alarmLetter(alarm, portalAddress('/pushes/connection'))
      for (const { id, email } of readers) {
        if (email === null) continue
        await writeLetter(tx, { kind: 'alarm', userId: id, to: email, ...letter }, now)
        count += 1
      }
    }
    return count
  })
}

/** Notes that it is seen; true for the one worker that has to tell of it. */
async function isNews(tx: Tx, { kind }: Alarm, now: Date): Promise<boolean> {
  const [gone, again] = [GONE_AFTER_MS, AGAIN_AFTER_MS].map((ms) => new Date(now.getTime() - ms))
  const [known] = await tx.$queryRaw<{ seenAt: Date; toldAt: Date }[]>`
    SELECT seen_at AS "seenAt", told_at AS "toldAt" FROM channel_alarm WHERE kind = ${kind} FOR UPDATE`
  if (!known) {
    const { count } = await tx.channelAlarm.createMany({
      data: [{ kind, since: now, seenAt: now, toldAt: now }],
      skipDuplicates: true,
    })
    return count > 0
  }
  const isNew = gone !== undefined && known.seenAt < gone
  const tell = isNew || (again !== undefined && known.toldAt <= again)
  await tx.channelAlarm.update({
    where: { kind },
    data: { seenAt: now, ...(isNew && { since: now }), ...(tell && { toldAt: now }) },
  })
  return tell
}

/** Who looks after the exchange on this day and has confirmed an address. */
function administrators(tx: Tx, now: Date) {
  const day = dateColumn(dayOf(now))
  return tx.user.findMany({
    where: {
      email: { not: null },
      disabledAt: null,
      grants: {
        some: {
          role: 'integrationAdmin',
          validFrom: { lte: day },
          OR: [{ validUntil: null }, { validUntil: { gte: day } }],
        },
      },
    },
    select: { id: true, email: true },
  })
}
