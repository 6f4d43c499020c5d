import Link from 'next/link'
import { CardsTable } from '@/components/ui/cards-table'
import { Panel } from '@/components/ui/panel'

type Person = { recordId: string; name: string; faults: string[]; more: number }

/** Whom the ministry would refuse as things stand: signing them is possible, sending them is not. */
export function FaultyPeople({ people }: { people: Person[] }) {
  if (people.length === 0) return null
  return (
    <Panel
      title={`${people.length.toLocaleString('vi')} người Bộ sẽ không nhận`}
      padded={false}
      aside={<span className="meta">Ký được, nhưng hồ sơ bị giữ lại cho đến khi sửa</span>}
    >
      <CardsTable
        label="Người Bộ sẽ không nhận"
        rows={people}
        keyOf={({ recordId }) => recordId}
        columns={[
          { head: 'Họ và tên', of: ({ recordId, name }) => <Link href={`/records/${recordId}`}>{name}</Link> },
          {
            head: 'Vì sao',
            lines: true,
            of: ({ faults, more }) => `${faults.join(' ')}${more > 0 ? ` Và ${more} mục khác.` : ''}`,
          },
        ]}
      />
    </Panel>
  )
}
