import Link from 'next/link'
import { ListPager } from '@/components/people/list-pager'
import { CardsTable } from '@/components/ui/cards-table'
import { StateChip } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import { type PopulationResult, sayResult } from '@/lib/domain/population/check-words'
import { sayPurpose } from '@/lib/domain/population/purposes'
import { STANDING_WORDS, type Standing } from '@/lib/domain/population/standings'

type Row = {
  recordId: string
  name: string
  unitName: string
  result: PopulationResult | null
  cause: string | null
  at: Date | null
  byName: string | null
  purpose: string | null
}
type AskedListProps = { rows: Row[]; standing: Standing; total: number; page: number }

/** The people who stand so, with the last answer about each and who asked for what. */
export function AskedList({ rows, standing, total, page }: AskedListProps) {
  const { word, chip, remedy } = STANDING_WORDS[standing]
  return (
    <Panel
      title={`${word}: ${total.toLocaleString('vi')} hồ sơ`}
      padded={false}
      aside={<StateChip state={chip}>{word}</StateChip>}
    >
      {rows.length === 0 ? (
        <Empty title="Không có ai.">Mở nhóm khác ở trên.</Empty>
      ) : (
        <>
          <p className="panel-body soft">{remedy}</p>
          <CardsTable
            label={word}
            rows={rows}
            keyOf={({ recordId }) => recordId}
            columns={[
              {
                head: 'Người',
                of: ({ recordId, name }) => (
                  <Link href={`/records/${recordId}`} prefetch={false}>
                    {name}
                  </Link>
                ),
              },
              { head: 'Đơn vị', of: ({ unitName }) => unitName, lines: true },
              { head: 'Lần hỏi gần nhất', of: ({ at }) => (at ? sayInstant(at) : 'chưa hỏi') },
              { head: 'Trả lời', of: ({ result, cause }) => (result ? sayResult({ result, cause }) : ''), lines: true },
              { head: 'Ai hỏi, để làm gì', of: sayWhoAsked, lines: true },
            ]}
          />
        </>
      )}
      <ListPager
        path="/quality/population"
        filter={{ standing }}
        page={page}
        shown={rows.length}
        total={total}
        noun="hồ sơ"
      />
    </Panel>
  )
}

const sayWhoAsked = ({ byName, purpose }: Row) => (byName && purpose ? `${byName}: ${sayPurpose(purpose)}` : '')
