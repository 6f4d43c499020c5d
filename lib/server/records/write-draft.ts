import 'server-only'
import { CATALOGUE_VERSION, type RecordData, type SectionId } from '@/lib/catalogue'
import type { Change } from '@/lib/domain/changes'
import { diff } from '@/lib/domain/changes'
import { figuresOf } from '@/lib/domain/completeness'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { shownOnly } from '@/lib/domain/shown'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Tx } from '../db'
import { closeAnswered } from '../imports/waiting-words'
import { approvedRowsRemoved } from './approved-rows'
import { completed } from './completed'
import type { RecordFor } from './load'

const FOLD_MINUTES = 10

/**
 * The one writer of the working copy: draft, its trail, the figures lists show, the audit entry; all or nothing.
 * The caller has locked the record and compared the section's version.
 */
export async function writeDraft(
  tx: Tx,
  actor: Actor,
  record: RecordFor<'record.edit'> | RecordFor<'record.submit'>,
  write: { section: SectionId; answers: Record<string, unknown>; changes: Change[]; restoredFrom?: number; now: Date },
) {
  const { section, changes, now } = write
  const removed = await approvedRowsRemoved(tx, record, changes)
  if (removed.length > 0) throw new Refusal('approvedRowKept', {})
  const draft = { ...record.draft, [section]: write.answers } as RecordData
  const version = (record.sectionVersions[section] ?? 0) + 1
  const versions = { ...record.sectionVersions, [section]: version }
  const figures = figuresOf(draft)
  const [hasUnsent, trail] = await Promise.all([
    differsFromNewest(tx, record.id, record.revisionCount, draft),
    openTrail(tx, actor, record.id, section, now),
  ])
  await Promise.all([
    // As text: the client would walk through every answer of the record before it wrote one.
    tx.$executeRaw`
      UPDATE record SET draft = ${JSON.stringify(draft)}::jsonb, section_versions = ${JSON.stringify(versions)}::jsonb,
        catalogue_version = ${CATALOGUE_VERSION}, filled = ${figures.filled}, missing = ${figures.missing},
        has_unsent = ${hasUnsent}, updated_at = ${now}
      WHERE id = ${record.id}::uuid`,
    leaveTrail(tx, actor, { recordId: record.id, section, changes, open: trail, now }),
    closeAnswered(tx, { recordId: record.id, section, draft, by: actor.personName, now }),
    writeAudit(
      tx,
      actor,
      {
        action: 'record.edited',
        subject: { type: 'record', id: record.id, name: record.person.fullName },
        unitPath: record.person.unitPath,
        detail: {
          section,
          fields: [...new Set(changes.map(({ code }) => code))],
          ...(write.restoredFrom !== undefined && { restoredFrom: write.restoredFrom }),
        },
      },
      now,
    ),
  ])
  return { version, savedAt: now.toISOString(), ...figures }
}

async function differsFromNewest(tx: Tx, recordId: string, version: number, draft: RecordData) {
  if (version === 0) return true
  const newest = await tx.revision.findUnique({
    where: { recordId_version: { recordId, version } },
    select: { data: true },
  })
  return diff(completed(newest?.data), shownOnly(draft)).length > 0
}

/** Saves of one person in one section within ten minutes are one entry: the one still open, if there is. */
function openTrail(tx: Tx, { userId }: Actor, recordId: string, section: SectionId, now: Date) {
  const since = new Date(now.getTime() - FOLD_MINUTES * 60_000)
  return tx.draftChange.findFirst({
    where: { recordId, section, byUserId: userId, firstAt: { gte: since } },
    orderBy: { firstAt: 'desc' },
    select: { id: true, changes: true },
  })
}

type Left = {
  recordId: string
  section: SectionId
  changes: Change[]
  open: Awaited<ReturnType<typeof openTrail>>
  now: Date
}

async function leaveTrail(tx: Tx, actor: Actor, { recordId, section, changes, open, now }: Left) {
  if (open) {
    const folded = fold(open.changes as unknown as Change[], changes) as unknown as Prisma.InputJsonValue
    await tx.draftChange.updateMany({ where: { id: open.id }, data: { changes: folded, lastAt: now } })
    return
  }
  const entry = { recordId, section, byUserId: actor.userId, byName: actor.personName, firstAt: now, lastAt: now }
  await tx.draftChange.createMany({ data: { ...entry, changes: changes as unknown as Prisma.InputJsonValue } })
}

/** First “before”, last “after”. */
function fold(earlier: Change[], later: Change[]): Change[] {
  const key = ({ code, row }: Change) => `${code}/${row ?? ''}`
  const folded = new Map(earlier.map((change) => [key(change), change]))
  for (const change of later)
    folded.set(key(change), { ...change, before: folded.get(key(change))?.before ?? change.before })
  return [...folded.values()]
}
