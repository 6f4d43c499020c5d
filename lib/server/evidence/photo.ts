import 'server-only'
import type { Picture } from '@/lib/domain/cv/form'
import { isOpen } from '@/lib/domain/evidence/is-open'
import { PHOTO } from '@/lib/domain/evidence/place'
import { type Standing, standingOf } from '@/lib/domain/evidence/standing'
import type { Tx } from '../db'
import type { Sight } from '../records/sight'
import { fileStore, readStored } from '../storage/file-store'
import { valueHash } from './value-hash'

/** Official: the newest an officer has checked, also after a newer one was brought. `by`: as it stood at that moment. */
export type WantedPhoto = { official: boolean; by: Date | null }

/** The picture at the head of the form, and how it stands. */
export async function photoOf(tx: Tx, recordId: string, { official, by }: WantedPhoto) {
  const { section, code } = PHOTO
  const until = by === null ? (official ? {} : { endedAt: null }) : {}
  const pictures = await tx.evidence.findMany({
    where: { recordId, goneAt: null, links: { some: { section, code, ...until } }, ...(by && { at: { lte: by } }) },
    orderBy: { at: 'desc' },
    select: { id: true, sha256: true, kind: true },
  })
  for (const picture of pictures) {
    const standing = await photoStanding(tx, recordId, picture.sha256)
    if (!official || standing !== null) return { ...picture, standing }
  }
  return null
}

/** How this picture stands. */
export async function photoStanding(tx: Tx, recordId: string, sha256: string): Promise<Standing> {
  const said = await tx.valueState.findMany({
    where: { recordId, section: PHOTO.section, code: PHOTO.code, valueHash: valueHash(recordId, PHOTO, sha256) },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { kind: true, holds: true, at: true, byName: true, paper: true },
  })
  return standingOf(said)
}

/** The same with its bytes, for the form; null where this reader does not see it, or there is none. */
export async function formPicture(
  tx: Tx,
  recordId: string,
  sight: Sight,
  wanted: WantedPhoto,
): Promise<Picture | null> {
  const photo = isOpen(sight.reading, PHOTO) ? await photoOf(tx, recordId, wanted) : null
  if (!photo || photo.kind === 'pdf') return null
  const bytes = await readStored(fileStore('evidence'), photo.sha256)
  return { id: photo.id, kind: photo.kind, bytes }
}
