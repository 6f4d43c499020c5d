import Link from 'next/link'
import { CardsTable } from '@/components/ui/cards-table'
import { Panel } from '@/components/ui/panel'
import { listHref } from '@/lib/domain/list-query'

type Row = { unitId: string; name: string; records: number }

/** Whose turn it is, unit by unit: how many records of the group each has to mend. */
export function UnitTasks({ cause, units }: { cause: string; units: Row[] }) {
  return (
    <Panel title={`Việc của ${units.length.toLocaleString('vi')} đơn vị`} padded={false}>
      <CardsTable
        label="Việc của từng đơn vị"
        rows={units}
        keyOf={({ unitId }) => unitId}
        columns={[
          { head: 'Đơn vị', of: ({ name }) => name },
          { head: 'Hồ sơ phải sửa', of: ({ records }) => records.toLocaleString('vi') },
          {
            head: 'Việc',
            of: ({ unitId, name }) => (
              <Link href={listHref('/pushes', { cause, unit: unitId })} prefetch={false}>
                Mở danh sách<span className="vh"> của {name}</span>
              </Link>
            ),
          },
        ]}
      />
    </Panel>
  )
}
