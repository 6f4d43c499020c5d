import Link from 'next/link'
import { StateChip } from '@/components/ui/chip'
import { EXPORT_CHIPS, type ExportState } from '@/lib/domain/exports/export-words'

type Row = { id: string; state: ExportState; subjectName: string; withdrawnSince: Date | null }

/** What of a row of the register is more than words. */
export const exportCells = {
  subject: ({ id, subjectName }: Row) => <Link href={`/exports/${id}`}>{subjectName}</Link>,
  state: ({ state, withdrawnSince }: Row) => (
    <>
      <StateChip state={EXPORT_CHIPS[state].chip}>{EXPORT_CHIPS[state].word}</StateChip>
      {withdrawnSince && <StateChip state="returned">Phê duyệt đã rút</StateChip>}
    </>
  ),
}
