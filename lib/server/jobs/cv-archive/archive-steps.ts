import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import { csv } from '@/lib/documents/csv'
import { cvPdf } from '@/lib/documents/cv/cv-pdf'
import { ZipParts } from '@/lib/documents/zip'
import { dayOf, sayDay, sayInstant } from '@/lib/domain/calendar'
import { jobTerms } from '@/lib/domain/job'
import { Refusal } from '@/lib/domain/refusal'
import { type AuditEntry, writeAuditOfMany } from '../../audit'
import { db } from '../../db'
import { formPicture } from '../../evidence/photo'
import { APPROVED_ITEM, approvedForm } from '../../records/approved-form'
import { roleFor } from '../../records/note-read'
import { workSight } from '../../records/sight'
import { type FileStore, readStored } from '../../storage/file-store'
import type { JobStep, StepResult } from '../job-kind'
import { type ArchivePerson, type ArchiveScope, archiveNames, archivePeople, stillWithin } from './archive-people'
import type { ArchiveInput } from './cv-archive'

/** Where the packing stands. Lists and finished pieces are in the file store; the last piece makes one file of them. */
export type ArchiveCursor = {
  /** SHA-256 of the list of people, settled at the beginning: who comes or goes meanwhile changes nothing. */
  list: string
  total: number
  /** Place in the list of the next person. */
  at: number
  /** PDFs packed. */
  packed: number
  parts: { body: string; directory: string }[]
  offset: number
  count: number
  /** Places in the list of those who left the actor's reach meanwhile. */
  gone: number[]
}

type Begun = JobStep<ArchiveInput, ArchiveCursor> & { cursor: ArchiveCursor }
type Entry = ArchivePerson & { file: string }

const PDFS_A_STEP = 20
export const LEFT_OUT = 'khong-co-ho-so-duyet.csv'

export async function beginArchive(
  { actor, now, interim }: JobStep<ArchiveInput, ArchiveCursor>,
  scope: ArchiveScope,
): Promise<StepResult<ArchiveCursor>> {
  const most = jobTerms(dayOf(now)).people
  const people = await archivePeople(actor, scope, most + 1)
  if (people.length > most) throw new Refusal('tooManyPeople', { count: people.length, most })
  const names = archiveNames(people)
  const list: Entry[] = people.map((person, at) => ({ ...person, file: names[at] ?? '' }))
  const { sha256 } = await interim.put(Buffer.from(JSON.stringify(list)))
  const cursor = { list: sha256, total: list.length, at: 0, packed: 0, parts: [], offset: 0, count: 0, gone: [] }
  return { cursor, done: 0, total: approvedIn(list), message: 'Đã lập danh sách.' }
}

export async function packMore({ actor, now, interim, cursor }: Begun): Promise<StepResult<ArchiveCursor>> {
  const list = await listOf(interim, cursor)
  const next = nextOf(list, cursor.at)
  const chosen = next.places.map((place) => ({ place, entry: list[place] })).filter(isThere)
  const within = await stillWithin(
    actor,
    chosen.map(({ entry }) => entry.recordId),
  )
  const taken = chosen.filter(({ entry }) => within.has(entry.recordId))
  const items = await db.approvalItem.findMany({
    where: { id: { in: taken.flatMap(({ entry }) => entry.itemId ?? []) } },
    select: { id: true, ...APPROVED_ITEM },
    // Apart: in one statement each would bring the whole manifest of their batch along.
    relationLoadStrategy: 'query',
  })
  const zip = new ZipParts({ offset: cursor.offset, count: cursor.count, directory: Buffer.alloc(0) })
  const bodies: Buffer[] = []
  for (const { entry } of taken) {
    const item = items.find(({ id }) => id === entry.itemId)
    if (!item) throw new Error(`The approval of ${entry.recordId} is gone`)
    const sight = workSight(actor, { personId: entry.personId, unitPath: entry.unitPath })
    if (!sight) throw new Error(`${actor.userId} may take ${entry.recordId} and not read it`)
    const form = approvedForm(item, { printedBy: actor.personName, printedAt: sayInstant(now) }, sight)
    const picture = await formPicture(db, entry.recordId, sight, { official: true, by: null })
    bodies.push(zip.add({ name: entry.file, bytes: await cvPdf({ ...form, picture }, now) }))
    // The worker's beat, and its other work, must not wait for twenty PDFs.
    await breathe()
  }
  const { offset, count, directory } = zip.soFar
  const part = { body: (await interim.put(bodies)).sha256, directory: (await interim.put(directory)).sha256 }
  const packed = cursor.packed + taken.length
  const lost = chosen.filter(({ entry }) => !within.has(entry.recordId)).map(({ place }) => place)
  return {
    cursor: {
      ...cursor,
      at: next.at,
      packed,
      parts: taken.length === 0 ? cursor.parts : [...cursor.parts, part],
      offset,
      count,
      gone: [...cursor.gone, ...lost],
    },
    done: packed + cursor.gone.length + lost.length,
    total: approvedIn(list),
    message: `Đã đóng gói ${packed.toLocaleString('vi')} hồ sơ.`,
  }
}

/** One file of all the pieces; and, at once, in the log of each person that their record was taken. */
export async function closeArchive({
  actor,
  input,
  now,
  interim,
  files,
  cursor,
}: Begun): Promise<StepResult<ArchiveCursor>> {
  const list = await listOf(interim, cursor)
  const directory = await Promise.all(cursor.parts.map((part) => readStored(interim, part.directory)))
  const zip = new ZipParts({ offset: cursor.offset, count: cursor.count, directory: Buffer.concat(directory) })
  const leftOut = leftOutOf(list, cursor, input.on)
  const stored = await files.put(
    whole(interim, cursor, [zip.add({ name: LEFT_OUT, bytes: csv(leftOut) }), ...zip.close()]),
  )
  const taken = list.filter(({ itemId }, place) => itemId !== null && !cursor.gone.includes(place))
  const entries = taken
    .filter(({ personId }) => personId !== actor.personId)
    .map(
      ({ personId, recordId, name, unitPath }): AuditEntry => ({
        action: 'record.exported',
        subject: { type: 'record', id: recordId, name },
        unitPath,
        detail: {
          page: 'form',
          role: roleFor(actor, 'record.exportMany', { personId, unitPath }),
          format: 'zip',
          of: 'approved',
          on: input.on,
        },
      }),
    )
  const without = list.length - taken.length
  return {
    finished: true,
    file: { ...stored, name: `so-yeu-ly-lich-${input.on}.zip`, type: 'application/zip' },
    done: taken.length + cursor.gone.length,
    total: approvedIn(list),
    message: `${taken.length.toLocaleString('vi')} hồ sơ. ${without === 0 ? 'Không thiếu ai.' : `${without.toLocaleString('vi')} người không có, kể tên trong ${LEFT_OUT}.`}`,
    write: (tx) => writeAuditOfMany(tx, actor, entries, now),
  }
}

/** The next places with something approved, and where to go on after them. */
function nextOf(list: readonly Entry[], from: number) {
  const places: number[] = []
  let at = from
  for (; at < list.length && places.length < PDFS_A_STEP; at++) if (list[at]?.itemId) places.push(at)
  return { places, at }
}

async function* whole(files: FileStore, cursor: ArchiveCursor, tail: readonly Buffer[]) {
  for (const { body } of cursor.parts) yield* await files.get(body)
  yield* tail
}

function leftOutOf(list: readonly Entry[], { gone }: ArchiveCursor, on: string): string[][] {
  const whyNot = ({ itemId }: Entry, place: number) => {
    if (gone.includes(place)) return 'Không còn thuộc phạm vi của người tải'
    return itemId === null ? `Chưa có bản nào được duyệt đến hết ngày ${sayDay(on)}` : null
  }
  const without = list.flatMap((entry, place) => {
    const why = whyNot(entry, place)
    return why === null ? [] : [{ ...entry, why }]
  })
  return [
    ['STT', 'Họ và tên', 'Đơn vị', 'Lý do'],
    ...without.map(({ name, unitName, why }, index) => [String(index + 1), name, unitName, why]),
  ]
}

const listOf = async (files: FileStore, { list }: ArchiveCursor): Promise<Entry[]> =>
  JSON.parse((await readStored(files, list)).toString('utf8'))

const approvedIn = (list: readonly Entry[]) => list.filter(({ itemId }) => itemId !== null).length

const isThere = (row: { place: number; entry: Entry | undefined }): row is { place: number; entry: Entry } =>
  row.entry !== undefined
