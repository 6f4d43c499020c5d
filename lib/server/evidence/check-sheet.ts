import 'server-only'
import { type AnswersOf, columnsOf, fieldsOf, isTable } from '@/lib/catalogue'
import { sayRow } from '@/lib/catalogue/kinds/table'
import { rowsOf } from '@/lib/domain/changes'
import { isOpen } from '@/lib/domain/evidence/is-open'
import type { Proof, ProofsByPlace, StandingMark } from '@/lib/domain/evidence/paper'
import { PHOTO, placeKey, placeLabel, type ValuePlace } from '@/lib/domain/evidence/place'
import { proofCounts } from '@/lib/domain/evidence/proof-counts'
import { sectionsSeen } from '@/lib/domain/masking'
import { inPaperOrder } from '@/lib/domain/paper-order'
import type { Actor } from '@/lib/domain/policy'
import { codeLists } from '../code-lists/code-lists'
import type { ReadRecord } from '../records/load'
import { recordProofs } from './record-proofs'
import { valueHash } from './value-hash'

/** One value to be held against its papers. */
export type CheckLine = ValuePlace & {
  key: string
  item: string
  label: string
  says: string
  /** Names the value as it is shown here. */
  seen: string
  proofs: readonly Proof[]
  standing: StandingMark | null
}

/** Every answer of a record that this reader sees, in the order of the form, with its papers; the picture first. */
export function checkSheet(
  record: ReadRecord,
  { proofs, standings, photo }: ProofsByPlace & { photo: { id: string; sha256: string } | null },
): CheckLine[] {
  const { id, draft, sight } = record
  const line = (place: ValuePlace, item: string, says: string, value: unknown): CheckLine[] => {
    if (!isOpen(sight.reading, place)) return []
    const key = placeKey(place)
    const beside = { proofs: proofs[key] ?? [], standing: standings[key] ?? null }
    const seen = valueHash(id, place, value)
    return [{ ...place, key, item, label: placeLabel(place, draft), says, seen, ...beside }]
  }
  const answers = sectionsSeen(sight.reading).flatMap((section) =>
    inPaperOrder(fieldsOf(section)).flatMap((field) => {
      const answer = (draft[section] as AnswersOf)[field.code] ?? null
      const { code, item } = field
      if (!isTable(field))
        return answer === null
          ? []
          : line({ section, code, row: '' }, item, field.display(answer as never, codeLists), answer)
      const columns = columnsOf(field).map((column) => [column.code, column] as [string, typeof column])
      return rowsOf(answer).flatMap((row) =>
        line({ section, code, row: row.id }, item, sayRow(columns, row, codeLists), row),
      )
    }),
  )
  return [
    ...(photo ? line(PHOTO, 'đầu mẫu', 'Ảnh của người có hồ sơ', photo.sha256).map(withPicture(photo.id)) : []),
    ...answers,
  ]
}

const withPicture = (evidenceId: string) => (line: CheckLine) => ({
  ...line,
  proofs: [
    {
      ...{ evidenceId, linkId: evidenceId, kind: 'jpeg' as const, title: 'Ảnh 4×6', says: 'Ảnh 4×6' },
      ...{ page: null, mayRemove: false },
    },
  ],
})

/** How the values of a record stand, in one sentence, and where to look. */
export const standingsOfSheet = (record: ReadRecord, beside: Parameters<typeof checkSheet>[1]) => ({
  says: proofCounts(checkSheet(record, beside)),
  href: `/records/${record.id}/evidence`,
})

export const standingsIn = async (actor: Actor, record: ReadRecord) =>
  standingsOfSheet(record, await recordProofs(actor, record))
