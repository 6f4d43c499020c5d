import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import { isPhoto, placeKey, placeOf, type ValuePlace, valueAt } from '@/lib/domain/evidence/place'
import { type Standing, standingOf } from '@/lib/domain/evidence/standing'
import type { Tx } from '../db'
import { valueHash } from './value-hash'

const SAID = {
  ...{ section: true, code: true, row: true, valueHash: true, kind: true, holds: true, at: true, byName: true },
  ...{ paper: true, evidenceId: true },
  evidence: { select: { documentNo: true, fileName: true } },
} as const

/**
 * How the values of a document stand, by place; what is only declared has no entry. A masked value has none either: it is
 * not the value of which something was said. `photo` is the name of the picture shown.
 */
export async function standingsOf(
  tx: Tx,
  recordId: string,
  data: RecordData,
  photo: string | null,
): Promise<Map<string, NonNullable<Standing>>> {
  const rows = await tx.valueState.findMany({
    where: { recordId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: SAID,
  })
  const standings = new Map<string, NonNullable<Standing>>()
  for (const [key, said] of byPlace(rows)) {
    const place = said[0] && placeOf(said[0])
    if (!place) continue
    const value = isPhoto(place) ? photo : valueAt(data, place)
    const hash = valueHash(recordId, place, value)
    const ofThis = said.filter((one) => one.valueHash === hash)
    const standing = standingOf(ofThis.map((one) => ({ ...one, paper: paperOf(one) })))
    if (standing) standings.set(key, standing)
  }
  return standings
}

function byPlace<Row extends { section: string; code: string; row: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(placeKey(row), [...(groups.get(placeKey(row)) ?? []), row])
  return groups
}

const paperOf = ({ paper, evidence }: { paper: string | null; evidence: Named | null }) =>
  paper ?? evidence?.documentNo ?? evidence?.fileName ?? null
type Named = { documentNo: string | null; fileName: string }

/** What was said last of this value, with the paper it was said by. */
export async function saidOf(tx: Tx, recordId: string, place: ValuePlace, value: unknown) {
  const said = await tx.valueState.findFirst({
    where: {
      recordId,
      section: place.section,
      code: place.code,
      row: place.row,
      valueHash: valueHash(recordId, place, value),
      kind: 'checked',
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { holds: true, evidenceId: true, byName: true },
  })
  return said?.holds ? said : null
}
