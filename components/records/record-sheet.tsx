import Link from 'next/link'
import type { ReactNode } from 'react'
import { Proofs } from '@/components/evidence/proof-pill'
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
import type { ProofsByPlace } from '@/lib/domain/evidence/paper'
import { placeKey } from '@/lib/domain/evidence/place'
import type { WaitingWord } from '@/lib/domain/excel/waiting-words'
import { inPaperOrder } from '@/lib/domain/paper-order'

type RecordSheetProps = {
  data: RecordData
  lists: Lists
  /** Only these, where a reader works with a part. */
  sections?: readonly SectionId[]
  /** Papers beside the values, and how those stand. */
  beside?: ProofsByPlace | undefined
  /** What imported lists said where the code list has no such value, for who may mend it. */
  waiting?: Waiting | undefined
  /** At the right of a section's head: its state, a way to edit it. */
  asideOf?: ((section: SectionId) => ReactNode) | undefined
}

/** The whole record to read, in the order of the paper form; fields that are not this person's are left out. */
export function RecordSheet({
  data,
  lists,
  sections = SECTION_IDS,
  beside,
  waiting = NOTHING_WAITS,
  asideOf,
}: RecordSheetProps) {
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
            <SheetTable
              key={field.code}
              table={field}
              rows={(answer ?? []) as Row[]}
              lists={lists}
              beside={beside}
              waiting={waiting}
            />
          ) : (
            <div className="row row--read" key={field.code}>
              <span className="no">{field.item === 'đầu mẫu' ? '' : field.item}</span>
              <div className="row-label">{field.label}</div>
              <div className="row-field lines">
                {answer === null ? <span className="mute">chưa ghi</span> : field.display(answer as never, lists)}
                {answer === null && (
                  <Waits waiting={waiting} at={{ section, code: field.code, rowId: null, column: null }} />
                )}
                {beside && <Beside beside={beside} place={{ section, code: field.code, row: '' }} />}
              </div>
            </div>
          )
        })}
    </section>
  ))
}

type SheetTableProps = {
  table: PlacedTable
  rows: Row[]
  lists: Lists
  beside: ProofsByPlace | undefined
  waiting: Waiting
}

function SheetTable({ table, rows, lists, beside, waiting }: SheetTableProps) {
  const kinds = table.rowKinds ?? [{ code: null, label: table.label, item: table.item }]
  return kinds.map(({ code, label, item }) => {
    const own = rows.filter((row) => code === null || row.kind === code)
    const placeOf = (row: Row) => ({ section: table.section, code: table.code, row: row.id })
    const proven = beside !== undefined && own.some((row) => hasBeside(beside, placeOf(row)))
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
                {proven && <th {...CARDS.columnHead}>Minh chứng</th>}
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
                      {row[column.code] === null || row[column.code] === undefined ? (
                        <Waits
                          waiting={waiting}
                          at={{ section: table.section, code: table.code, rowId: row.id, column: column.code }}
                        />
                      ) : (
                        column.display(row[column.code] as never, lists, row.kind ?? undefined)
                      )}
                    </td>
                  ))}
                  {proven && (
                    <td {...CARDS.cell} data-l="Minh chứng">
                      <Beside beside={beside} place={placeOf(row)} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    )
  })
}

type At = { section: string; code: string; row: string }

const hasBeside = ({ proofs, standings }: ProofsByPlace, place: At) =>
  placeKey(place) in proofs || placeKey(place) in standings

function Beside({ beside: { proofs, standings }, place }: { beside: ProofsByPlace; place: At }) {
  const key = placeKey(place)
  return <Proofs proofs={proofs[key] ?? []} standing={standings[key] ?? null} />
}

/** `mapAt`: where the words of all records are mapped, for who may do so. */
type Waiting = { words: readonly WaitingWord[]; mapAt: string | null }
const NOTHING_WAITS: Waiting = { words: [], mapAt: null }

type WaitsProps = { waiting: Waiting; at: Omit<WaitingWord, 'text' | 'fileName'> }

/** “Chờ ánh xạ” at its field: the words of the list, until somebody chooses a value. */
function Waits({ waiting: { words, mapAt }, at: { section, code, rowId, column } }: WaitsProps) {
  const here = words.filter(
    (word) => word.section === section && word.code === code && word.rowId === rowId && word.column === column,
  )
  return here.map(({ text, fileName }) => (
    <span key={text} className="meta">
      {' '}
      chờ ánh xạ: “{text}” (tệp {fileName}) {mapAt && <Link href={mapAt}>Chọn giá trị</Link>}
    </span>
  ))
}

/** A period stands in one column here; its heading is made for two. */
const headOf = (heading: string) => (heading === 'tháng/năm' ? 'Từ – đến' : heading)
