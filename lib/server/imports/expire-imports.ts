import 'server-only'
import { dayOf } from '@/lib/domain/calendar'
import { jobTerms, OPEN_STATES } from '@/lib/domain/job'
import { writeAudit } from '../audit'
import { transact } from '../call'
import { db } from '../db'
import { fileStore } from '../storage/file-store'

const DAY_MS = 86_400_000
const A_TIME = 50

/** Removes lists that were brought in and never written: the file, its lines, what was found. That there was one stays. */
export async function expireImports(now: Date): Promise<void> {
  const before = new Date(now.getTime() - jobTerms(dayOf(now)).importDays * DAY_MS)
  const past = await db.listImport.findMany({
    where: { state: { in: ['mapping', 'judged'] }, createdAt: { lt: before } },
    select: { id: true, fileName: true, unitPath: true, sha256: true, jobId: true },
    orderBy: { createdAt: 'asc' },
    take: A_TIME,
  })
  for (const { id, fileName, unitPath, sha256, jobId } of past) {
    const isBusy = jobId !== null && (await db.job.count({ where: { id: jobId, state: { in: OPEN_STATES } } })) > 0
    if (isBusy) continue
    const expired = await transact(async (tx) => {
      const where = { id, state: { in: ['mapping', 'judged'] } }
      // Beside the writing of the same list one of the two finds the other's state and does nothing.
      const { count } = await tx.listImport.updateMany({ where, data: { state: 'expired' } })
      if (count === 0) return false
      const own = { where: { importId: id } }
      await tx.importLine.deleteMany(own)
      await tx.importPerson.deleteMany(own)
      await tx.importIssue.deleteMany(own)
      await tx.importDecision.deleteMany(own)
      const subject = { type: 'import', id, name: fileName } as const
      await writeAudit(tx, { personName: 'Tiến trình nền' }, { action: 'import.expired', subject, unitPath }, now)
      return true
    })
    const kept = await db.listImport.count({ where: { sha256, state: { not: 'expired' } } })
    if (expired && kept === 0) await fileStore('imports').remove(sha256)
  }
}
