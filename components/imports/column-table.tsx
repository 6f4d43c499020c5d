import { CARDS } from '@/components/ui/card-roles'
import { Panel } from '@/components/ui/panel'

export type ListSheet = {
  name: string
  as: string
  table: string | null
  head: number
  headers: readonly string[]
  samples: readonly (readonly string[])[]
  keys: readonly (string | null)[]
}

export type SheetForm = { table: string | null; columns: readonly { key: string; label: string }[] }

/** The columns of one sheet: what its maker calls them, some values, and which of ours each is. */
export function ColumnTable({ at, sheet, columns }: { at: number; sheet: ListSheet; columns: SheetForm['columns'] }) {
  if (sheet.as !== 'main' && sheet.as !== 'table') return null
  const open = sheet.keys.filter((key, column) => key === null && sheet.headers[column] !== '').length
  const title = sheet.name === '' ? 'Các cột' : `Trang “${sheet.name}”`
  const aside = open === 0 ? 'Mọi cột đã ghép' : `${open} cột chưa ghép: không nhập`
  return (
    <Panel
      title={title}
      aside={<span className="meta">{`Tiêu đề ở dòng ${sheet.head}. ${aside}`}</span>}
      padded={false}
    >
      <table {...CARDS.table} className="cards" aria-label={title}>
        <thead {...CARDS.group}>
          <tr {...CARDS.row}>
            <th {...CARDS.columnHead}>Cột trong tệp</th>
            <th {...CARDS.columnHead}>Vài giá trị</th>
            <th {...CARDS.columnHead}>Là mục</th>
          </tr>
        </thead>
        <tbody {...CARDS.group}>
          {sheet.headers.map((header, column) => {
            const name = `key-${at}-${column}`
            const called = header === '' ? `Cột ${column + 1}` : header
            return (
              <tr key={name} {...CARDS.row}>
                <th {...CARDS.rowHead}>
                  <label htmlFor={name}>{called}</label>
                </th>
                <td {...CARDS.cell} data-l="Vài giá trị" className="lines">
                  {sheet.samples[column]?.join(' · ')}
                </td>
                <td {...CARDS.cell} data-l="Là mục">
                  <select className="input" id={name} name={name} defaultValue={sheet.keys[column] ?? ''}>
                    <option value="">Không nhập</option>
                    {columns.map(({ key, label }) => (
                      <option key={key} value={key}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Panel>
  )
}
