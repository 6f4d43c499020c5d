import type { ReactNode } from 'react'
import { CARDS } from '@/components/ui/card-roles'
import {
  type AnswersOf,
  CATALOGUE,
  columnsOf,
  fieldsOf,
  flatten,
  isTable,
  type PlacedTable,
  type RecordData,
  SECTION_IDS,
  type SectionId,
} from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { isShown } from '@/lib/catalogue/conditions'
import type { Row } from '@/lib/catalogue/kinds/table'
import { inPaperOrder } from '@/lib/domain/paper-order'

type RecordSheetProps = {
  data: RecordData
  lists: Lists
  /** Only these, where a reader works with a part. */
  sections?: readonly SectionId[]
  /** At the right of a section's head: its state, a way to edit it. */
  asideOf?: ((section: SectionId) => ReactNode) | undefined
}

/** The whole record to read, in the order of the paper form; fields that are not this person's are left out. */
export function RecordSheet({ data, lists, sections = SECTION_IDS, asideOf }: RecordSheetProps) {
  const answers = flatten(data)
  return sections.map((section) => (
    <section className="panel" key={section} id={section} aria-labelledby={`${section}-head`}>
      <header>
        <h2 id={`${section}-head`}>
          {CATALOGUE[section].title} <span className="meta">mục {CATALOGUE[section].item}</span>
        </h2>
        {asideOf?.(section)}
      </header>
      {inPaperOrder(fieldsOf(section))
        .filter((field) => isShown(field, answers))
        .map((field) => {
          const answer = (data[section] as AnswersOf)[field.code]
          return isTable(field) ? (
            <SheetTable key={field.code} table={field} rows={(answer ?? []) as Row[]} lists={lists} />
          ) : (
            <div className="row row--read" key={field.code}>
              <span className="no">{field.item === 'đầu mẫu' ? '' : field.item}</span>
              <div className="row-label">{field.label}</div>
              <div className="row-field lines">
                {answer === null ? <span className="mute">chưa ghi</span> : field.display(answer as never, lists)}
              </div>
            </div>
          )
        })}
    </section>
  ))
}

function SheetTable({ table, rows, lists }: { table: PlacedTable; rows: Row[]; lists: Lists }) {
  const kinds = table.rowKinds ?? [{ code: null, label: table.label, item: table.item }]
  return kinds.map(({ code, label, item }) => {
    const own = rows.filter((row) => code === null || row.kind === code)
    const columns = columnsOf(table).filter(({ kinds: of }) => code === null || of === undefined || of.includes(code))
    return (
      <div key={code ?? ''}>
        <h3 className="group-head">
          <span>{item}</span>
          {label}
          {own.length === 0 && <small className="mute font-normal">không có dòng nào</small>}
        </h3>
        {own.length > 0 && (
          <table {...CARDS.table} className="sheet cards">
            <caption className="vh">{label}</caption>
            <thead {...CARDS.group}>
              <tr {...CARDS.row}>
                <th {...CARDS.columnHead} className="no">
                  Dòng
                </th>
                {columns.map((column) => (
                  <th key={column.code} {...CARDS.columnHead}>
                    {headOf(column.heading ?? column.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody {...CARDS.group}>
              {own.map((row, index) => (
                <tr key={row.id} {...CARDS.row}>
                  <th {...CARDS.rowHead} className="no">
                    <span className="vh-wide">Dòng </span>
                    {index + 1}
                  </th>
                  {columns.map((column) => (
                    <td
                      key={column.code}
                      {...CARDS.cell}
                      data-l={headOf(column.heading ?? column.label)}
                      className="lines"
                    >
                      {row[column.code] === null || row[column.code] === undefined
                        ? ''
                        : column.display(row[column.code] as never, lists, row.kind ?? undefined)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    )
  })
}

/** A period stands in one column here; its heading is made for two. */
const headOf = (heading: string) => (heading === 'tháng/năm' ? 'Từ – đến' : heading)
