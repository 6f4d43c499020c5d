import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { writeAuditOfMany } from '../audit'
import { transact } from '../call'
import { db } from '../db'
import { fileStore } from '../storage/file-store'
import { IS_KEPT } from './kept'
import { lockContent } from './lock-content'

/** In whose name the calendar acts. */
const CALENDAR = { userId: '00000000-0000-0000-0000-000000000000', personName: 'Tiến trình nền' }
const DAY_MS = 86_400_000
/** A row taken out by mistake comes back with its papers for so long. */
const ROW_DAYS = 7
const PORTION = 200

/** Papers that nothing refers to any more go: first from the record, then, an hour later, their bytes. */
export async function expireEvidence(now: Date): Promise<void> {
  await endLinksOfLostRows(now)
  await forgetUnattached(now)
  await eraseGone(now)
}

/** Rows that were never approved may be deleted; nobody can come back to their papers. */
const endLinksOfLostRows = (now: Date) => db.$executeRaw`
  UPDATE evidence_link l SET ended_at = ${now}, ended_by = ${CALENDAR.personName}
  FROM record r WHERE r.id = l.record_id AND l.ended_at IS NULL AND l."row" <> ''
    AND r.updated_at < ${new Date(now.getTime() - ROW_DAYS * DAY_MS)}
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(
        CASE jsonb_typeof(r.draft #> ARRAY[l.section, l.code]) WHEN 'array' THEN r.draft #> ARRAY[l.section, l.code] ELSE '[]' END
      ) AS standing WHERE standing ->> 'id' = l."row")`

async function forgetUnattached(now: Date) {
  await transact(async (tx) => {
    const gone = await tx.$queryRaw<{ id: string; name: string; unitPath: string; count: number }[]>`
      WITH gone AS (
        UPDATE evidence e SET gone_at = ${now}
        WHERE e.gone_at IS NULL AND e.at < ${new Date(now.getTime() - DAY_MS)}
          AND NOT EXISTS (SELECT FROM evidence_link l WHERE l.evidence_id = e.id AND l.ended_at IS NULL)
          AND NOT ${IS_KEPT}
        RETURNING e.record_id)
      SELECT r.id, p.full_name AS name, u.path AS "unitPath", count(*)::int AS count
      FROM gone g JOIN record r ON r.id = g.record_id JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = p.unit_id
      GROUP BY r.id, p.full_name, u.path`
    const entries = gone.map(({ id, name, unitPath, count }) => ({
      ...{ action: 'evidence.expired' as const, subject: { type: 'record' as const, id, name }, unitPath },
      detail: { count },
    }))
    if (entries.length > 0) await writeAuditOfMany(tx, CALENDAR, entries, now)
  })
}

async function eraseGone(now: Date) {
  const before = new Date(now.getTime() - 3_600_000)
  const gone = await db.evidence.findMany({
    where: { goneAt: { lte: before }, erasedAt: null },
    take: PORTION,
    select: { id: true, sha256: true },
  })
  for (const { id, sha256 } of gone) {
    await transact(async (tx) => {
      await removeUnused(tx, sha256)
      await tx.evidence.update({ where: { id }, data: { erasedAt: now } })
    })
  }
}

/** What a process that was killed put into the store and never referred to. Files know the hour of the machine. */
async function eraseStray() {
  const store = fileStore('evidence')
  for await (const sha256 of store.olderThan(new Date(Date.now() - DAY_MS))) {
    const known = await db.evidence.findFirst({ where: { sha256, erasedAt: null }, select: { id: true } })
    if (!known) await transact((tx) => removeUnused(tx, sha256))
  }
}

/** Whoever is just bringing the same content waits, and then puts it anew. */
async function removeUnused(tx: Parameters<typeof lockContent>[0], sha256: string) {
  await lockContent(tx, sha256)
  if ((await tx.evidence.count({ where: { sha256, goneAt: null } })) === 0) await fileStore('evidence').remove(sha256)
}

/** For the worker: papers are looked through with every call, the whole store once a day. */
export function expireEvidenceEachDay() {
  let swept: string | null = null
  return async (now: Date) => {
    await expireEvidence(now)
    if (swept === dayOf(now)) return
    await eraseStray()
    swept = dayOf(now)
  }
}
