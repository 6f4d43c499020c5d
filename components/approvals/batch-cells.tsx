import Link from 'next/link'
import { StateChip } from '@/components/ui/chip'
import { BATCH_CHIPS, type BatchState, batchName } from '@/lib/domain/batch-words'

type Row = { id: string; kind: 'monthly' | 'adHoc'; period: string; number: number; state: BatchState }

/** What of a batch's row is more than words: its page, its state, the signed paper. */
export const batchCells = {
  name: (row: Row) => <Link href={`/approvals/${row.id}`}>{batchName(row)}</Link>,
  state: (row: Row) => (
    <>
      <StateChip state={BATCH_CHIPS[row.state].chip}>{BATCH_CHIPS[row.state].word}</StateChip>
      {row.state === 'approved' && (
        <>
          {' '}
          <a href={`/api/documents/approval/${row.id}`} download>
            Tải PDF<span className="vh"> {batchName(row)}</span>
          </a>
        </>
      )}
    </>
  ),
}
