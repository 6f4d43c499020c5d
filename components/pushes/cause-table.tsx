import Link from 'next/link'
import { Panel } from '@/components/ui/panel'
import { type Cause, sayCause, whoMends } from '@/lib/domain/delivery-words'
import { listHref } from '@/lib/domain/list-query'

type Row = Cause & { item: string | null; records: number; units: number }

/** What keeps records from the ministry, by cause, the largest first. */
export function CauseTable({ causes, open, aside }: { causes: Row[]; open: string | null; aside: string }) {
  return (
    <Panel title="Theo nguyên nhân" padded={false} aside={<span className="meta">{aside}</span>}>
      {/* Roles are said, since the cards of a phone take them away. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table className="cards groups" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th className="no" scope="col" role="columnheader">
              Mục
            </th>
            <th scope="col" role="columnheader">
              Nguyên nhân
            </th>
            <th className="num" scope="col" role="columnheader">
              Hồ sơ
            </th>
            <th className="num" scope="col" role="columnheader">
              Đơn vị
            </th>
            <th scope="col" role="columnheader">
              Ai sửa, sửa thế nào
            </th>
            <th scope="col" role="columnheader">
              Việc
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {causes.map((cause) => (
            <tr key={cause.key} role="row" aria-current={cause.key === open ? 'true' : undefined}>
              <td className="no" role="cell">
                {cause.item}
              </td>
              <th scope="row" role="rowheader">
                {sayCause(cause)}
              </th>
              <td className="num" data-l="Hồ sơ" role="cell">
                <b>{cause.records.toLocaleString('vi')}</b>
              </td>
              <td className="num" data-l="Đơn vị" role="cell">
                {cause.units.toLocaleString('vi')}
              </td>
              <td role="cell">{whoMends(cause.key)}</td>
              <td role="cell">
                {cause.key === open ? (
                  <span className="mute">Đang mở</span>
                ) : (
                  <Link href={listHref('/pushes', { cause: cause.key })}>
                    Mở nhóm<span className="vh">: {sayCause(cause)}</span>
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </Panel>
  )
}
