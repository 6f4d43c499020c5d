import { CARDS } from '@/components/ui/card-roles'

export type PairRow = {
  key: string
  item?: string | undefined
  label: string
  values: readonly [string | null, string | null]
}

/** Two records side by side, line by line; what differs is marked in words too. */
export function PairTable({
  caption,
  heads,
  rows,
}: {
  caption: string
  heads: readonly [string, string]
  rows: readonly PairRow[]
}) {
  return (
    <table {...CARDS.table} className="diff cards">
      <caption className="vh">{caption}</caption>
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead} className="no">
            Mục
          </th>
          <th {...CARDS.columnHead}>Trường</th>
          <th {...CARDS.columnHead}>{heads[0]}</th>
          <th {...CARDS.columnHead}>{heads[1]}</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {rows.map(({ key, item, label, values }) => (
          <tr key={key} {...CARDS.row}>
            <td {...CARDS.cell} className="no">
              {item}
            </td>
            <th {...CARDS.rowHead}>{label}</th>
            {values.map((value, at) => (
              <td key={heads[at]} {...CARDS.cell} data-l={heads[at]} className="lines">
                {value ?? <span className="mute">chưa ghi</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
