import { CardsTable } from '@/components/ui/cards-table'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import { sayPurpose } from '@/lib/domain/population/purposes'

type Campaign = {
  id: string
  unitName: string
  purpose: string
  people: number
  waiting: number
  byName: string
  at: Date
}

/** Units that were asked about, and how far each is. */
export function CampaignList({ campaigns }: { campaigns: Campaign[] }) {
  return (
    <Panel title="Các đợt đối chiếu" padded={false}>
      <CardsTable
        label="Các đợt đối chiếu"
        rows={campaigns}
        keyOf={({ id }) => id}
        columns={[
          { head: 'Đơn vị', of: ({ unitName }) => unitName, lines: true },
          { head: 'Lúc', of: ({ at }) => sayInstant(at) },
          { head: 'Ai cho chạy', of: ({ byName }) => byName },
          { head: 'Mục đích', of: ({ purpose }) => sayPurpose(purpose), lines: true },
          {
            head: 'Đã hỏi',
            of: ({ people, waiting }) => `${(people - waiting).toLocaleString('vi')}/${people.toLocaleString('vi')}`,
          },
        ]}
      />
    </Panel>
  )
}
