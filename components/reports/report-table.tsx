import Link from 'next/link'
import { ScrollRegion } from '@/components/ui/data-table'
import { listHref } from '@/lib/domain/list-query'
import { type Counts, type ReportColumn, veiled } from '@/lib/domain/reports/staff-forms'

type Row = {
  unit: { id: string; name: string }
  own: boolean
  members: readonly string[]
  quota: number | null
  figures: Counts
}

type ReportTableProps = {
  form: { code: string; official: string; quota: string | null; columns: readonly ReportColumn[] }
  on: string
  rows: readonly Row[]
  sum: Counts
  sumQuota: number | null
  /** Whose people the sum counts; undefined where no list is exactly that. */
  sumOf: string | undefined
  linked: boolean
  listsSensitive: boolean
  readsSensitive: boolean
}

/** The form as the circular draws it: units down, figures across; each figure leads to the people it counts. */
export function ReportTable(props: ReportTableProps) {
  const { form, on, rows, sum, sumQuota, sumOf } = props
  return (
    <ScrollRegion label={`Biểu ${form.official}, cuộn ngang được`}>
      <table className="report">
        <thead>
          <tr>
            <th rowSpan={2}>Đơn vị</th>
            {form.quota !== null && (
              <th rowSpan={2} className="num">
                Tổng số được giao
              </th>
            )}
            {groupsOf(form.columns).map(({ group, columns }) =>
              group === '' ? (
                columns.map((column) => (
                  <th key={column.key} rowSpan={2} className="num">
                    {column.label}
                  </th>
                ))
              ) : (
                <th key={`${group}/${columns[0]?.key}`} colSpan={columns.length} scope="colgroup">
                  {group}
                  {columns[0]?.extra && ' (ngoài mẫu)'}
                </th>
              ),
            )}
          </tr>
          <tr>
            {groupsOf(form.columns).flatMap(({ group, columns }) =>
              group === ''
                ? []
                : columns.map(({ key, label }) => (
                    <th key={key} className="num">
                      {label}
                    </th>
                  )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit, own, members, quota, figures }) => (
            <tr key={`${unit.id}${own ? '/own' : ''}`}>
              <th scope="row">
                {own || members.length === 1 ? (
                  `${unit.name}${own && rows.length > 1 ? ' (trực tiếp)' : ''}`
                ) : (
                  <Link href={listHref(`/reports/${form.code}`, { unit: unit.id, on })}>{unit.name}</Link>
                )}
              </th>
              {form.quota !== null && <td className="num">{quota?.toLocaleString('vi') ?? ''}</td>}
              <Figures {...props} counts={figures} of={{ unit: unit.id, own: own ? '1' : null }} name={unit.name} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Cộng</th>
            {form.quota !== null && <td className="num">{sumQuota?.toLocaleString('vi') ?? ''}</td>}
            <Figures {...props} counts={sum} of={sumOf === undefined ? null : { unit: sumOf, own: null }} name="Cộng" />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

type FiguresProps = ReportTableProps & { counts: Counts; of: { unit: string; own: string | null } | null; name: string }

function Figures({ form, on, counts, of, name, linked, listsSensitive, readsSensitive }: FiguresProps) {
  return form.columns.map((column) => {
    const count = veiled(counts[column.key] ?? 0, column.sensitive !== null, readsSensitive)
    const words = count?.toLocaleString('vi') ?? 'dưới 5'
    const opens =
      linked && of !== null && count !== 0 && !column.perUnit && (column.sensitive === null || listsSensitive)
    return (
      <td key={column.key} className="num">
        {opens ? (
          <Link href={listHref('/reports/people', { form: form.code, ...of, on, column: column.key })} prefetch={false}>
            {words}
            <span className="vh">{` ${column.group} ${column.label}, ${name}`}</span>
          </Link>
        ) : (
          <span className={count === 0 ? 'mute' : undefined}>{words}</span>
        )}
      </td>
    )
  })
}

/** Neighbours of one group under one head. */
function groupsOf(columns: readonly ReportColumn[]) {
  const groups: { group: string; columns: ReportColumn[] }[] = []
  for (const column of columns) {
    const last = groups.at(-1)
    const joins = last && last.group === column.group && last.columns[0]?.extra === column.extra
    if (joins) last.columns.push(column)
    else groups.push({ group: column.group, columns: [column] })
  }
  return groups
}
