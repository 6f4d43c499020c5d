import 'server-only'
import { fromDateColumn } from '@/lib/domain/calendar'
import { isOpen } from '@/lib/domain/evidence/is-open'
import type { Paper } from '@/lib/domain/evidence/paper'
import { isPhoto, PHOTO, placeOf } from '@/lib/domain/evidence/place'
import type { Standing } from '@/lib/domain/evidence/standing'
import type { Tx } from '../db'
import type { ReadRecord } from '../records/load'
import { photoOf } from './photo'
import { standingsOf } from './value-states'

export type RecordPapers = {
  papers: Paper[]
  /** How values stand, by place; what is only declared has no entry. */
  standings: ReadonlyMap<string, NonNullable<Standing>>
  photo: { id: string; sha256: string; standing: Standing } | null
}

/**
 * The papers of a record and how its values stand, for one reader. Who may not read one of the values a paper speaks of does
 * not learn that there is such a paper; off daily duty one finds those that stood when the approved version was sent, and
 * the picture an officer has checked.
 */
export async function recordPapers(tx: Tx, record: ReadRecord): Promise<RecordPapers> {
  const { reading } = record.sight
  const [rows, sentAt] = await Promise.all([papersOf(tx, record.id), officialSince(tx, record)])
  const seen = rows.filter(({ links }) => links.every((link) => isOpen(reading, link)))
  const standing = seen.flatMap(({ links, ...paper }) => {
    const standing = links.filter((link) => (sentAt === null ? link.endedAt === null : stoodAt(link, sentAt)))
    return standing.length === 0 ? [] : [{ ...paper, links: standing }]
  })
  // The picture belongs to the person, not to a version.
  const wanted = { official: sentAt !== null, by: null }
  const photo = isOpen(reading, PHOTO) ? await photoOf(tx, record.id, wanted) : null
  return {
    papers: standing.filter(({ links }) => !links.some(isPhoto)).map(shown),
    standings: await standingsOf(tx, record.id, record.draft, photo?.sha256 ?? null),
    photo,
  }
}

type Row = Awaited<ReturnType<typeof papersOf>>[number]

const papersOf = (tx: Tx, recordId: string) =>
  tx.evidence.findMany({
    where: { recordId, goneAt: null },
    orderBy: { at: 'asc' },
    select: {
      ...{ id: true, kind: true, pages: true, fileName: true, documentNo: true, documentOn: true },
      ...{ byUserId: true, byName: true, at: true },
      links: { select: { id: true, section: true, code: true, row: true, page: true, at: true, endedAt: true } },
    },
  })

/** When the version was sent that this reader reads; null for whose daily work the record is. */
async function officialSince(tx: Tx, { sight, approvedRevisionId }: ReadRecord): Promise<Date | null> {
  if (sight.reading.of === 'draft') return null
  if (approvedRevisionId === null) return new Date(0)
  const { at } = await tx.revision.findUniqueOrThrow({ where: { id: approvedRevisionId }, select: { at: true } })
  return at
}

const stoodAt = ({ at, endedAt }: { at: Date; endedAt: Date | null }, sent: Date) =>
  at <= sent && (endedAt === null || endedAt > sent)

const shown = ({ id, kind, pages, fileName, documentNo, documentOn, byUserId, byName, at, links }: Row): Paper => ({
  ...{ id, kind, pages, fileName, documentNo, byUserId, byName, at },
  documentOn: documentOn && fromDateColumn(documentOn),
  links: links.flatMap((link) => {
    const place = placeOf(link)
    return place ? [{ ...place, linkId: link.id, page: link.page }] : []
  }),
})
