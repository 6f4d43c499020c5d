import 'server-only'
import { columnsOf, fieldNamed, isTable, type RecordData } from '@/lib/catalogue'
import { fromDateColumn } from '@/lib/domain/calendar'
import type { Paper } from '@/lib/domain/evidence/paper'
import { isPhoto, PHOTO, placeKey, placeOf } from '@/lib/domain/evidence/place'
import type { Standing } from '@/lib/domain/evidence/standing'
import type { Reading } from '@/lib/domain/reading'
import type { Tx } from '../db'
import type { ReadRecord } from '../records/load'
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
  // Sent with what was sent, or put there since: the picture belongs to the person, not to a version.
  const pictures = (sentAt === null ? standing : seen.filter(({ goneAt }) => goneAt === null))
    .filter(({ links }) => links.some(isPhoto))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
  const photo = await photoAmong(tx, record, pictures, sentAt !== null)
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
      ...{ id: true, sha256: true, kind: true, pages: true, fileName: true, documentNo: true, documentOn: true },
      ...{ byUserId: true, byName: true, at: true, goneAt: true },
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

/** May this reader read all that stands in this place? A paper on a row shows the whole row. */
export function isOpen(reading: Reading, place: { section: string; code: string; row: string }): boolean {
  const known = placeOf(place)
  if (!known) return false
  const { section, code } = known
  if (isPhoto(known)) return reading.see(section, { code, sensitive: false }) === 'open'
  const field = fieldNamed(section, code)
  if (!field || reading.see(section, field) !== 'open') return false
  if (!isTable(field)) return true
  return columnsOf(field).every(({ sensitive }) => reading.see(section, { code, sensitive }) === 'open')
}

async function photoAmong(tx: Tx, record: { id: string; draft: RecordData }, pictures: Row[], official: boolean) {
  for (const { id, sha256 } of pictures) {
    const standings = await standingsOf(tx, record.id, record.draft, sha256)
    const standing = standings.get(placeKey(PHOTO)) ?? null
    if (!official || standing !== null) return { id, sha256, standing }
  }
  return null
}

const shown = ({ id, kind, pages, fileName, documentNo, documentOn, byUserId, byName, at, links }: Row): Paper => ({
  ...{ id, kind, pages, fileName, documentNo, byUserId, byName, at },
  documentOn: documentOn && fromDateColumn(documentOn),
  links: links.flatMap((link) => {
    const place = placeOf(link)
    return place ? [{ ...place, linkId: link.id, page: link.page }] : []
  }),
})
