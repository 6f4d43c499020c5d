import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { jobTerms, OPEN_STATES } from '@/lib/domain/job'
import { db } from '../db'
import { fileStore, interimAreas } from '../storage/file-store'

const DAY_MS = 86_400_000

/** Removes files past their day, and what a killed worker left that no job refers to. */
export async function expireFiles(now: Date): Promise<void> {
  const store = fileStore('jobs')
  const past = await db.job.findMany({
    where: { expiresAt: { lte: now }, fileSha256: { not: null } },
    select: { id: true, fileSha256: true },
    take: 100,
  })
  for (const { id, fileSha256 } of past) {
    await db.job.updateMany({ where: { id }, data: { fileSha256: null } })
    if (fileSha256) await removeUnused(fileSha256)
  }
  // Files know the hour of the machine, whatever day the portal takes for today.
  const keepDays = jobTerms(dayOf(now)).keepDays
  for (const id of await interimAreas()) {
    if ((await db.job.count({ where: { id, state: { in: OPEN_STATES } } })) === 0)
      await fileStore(`interim/${id}`).clear()
  }
  for await (const sha256 of store.olderThan(new Date(Date.now() - (keepDays + 1) * DAY_MS))) await removeUnused(sha256)
}

async function removeUnused(sha256: string) {
  if ((await db.job.count({ where: { fileSha256: sha256 } })) === 0) await fileStore('jobs').remove(sha256)
}
