import { CARDS } from '@/components/ui/card-roles'
import { WordsForm } from '@/components/views/words-form'
import type { Result } from '@/lib/domain/result'

type Listed = {
  id: string
  mandatary: string
  head: string
  unitName: string
  kind: string
  documentNo: string
  span: string
  scope: string
  /** Why it is no longer in force. */
  over: string | null
}

type MandateTableProps = {
  mandates: readonly Listed[]
  revoke: (input: { mandateId: string; reason: string }) => Promise<Result<unknown>>
}

/** Who signs in whose place; one in force can be taken back on the spot. */
export function MandateTable({ mandates, revoke }: MandateTableProps) {
  return (
    <table {...CARDS.table} className="cards" aria-label="Văn bản giao ký">
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Người được giao ký</th>
          <th {...CARDS.columnHead}>Hình thức</th>
          <th {...CARDS.columnHead}>Thủ trưởng, đơn vị</th>
          <th {...CARDS.columnHead}>Văn bản</th>
          <th {...CARDS.columnHead}>Từ – đến hết</th>
          <th {...CARDS.columnHead}>Hiệu lực</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {mandates.map((one) => (
          <tr key={one.id} {...CARDS.row}>
            <th {...CARDS.rowHead}>{one.mandatary}</th>
            <td {...CARDS.cell} data-l="Hình thức">
              {one.kind}
            </td>
            <td {...CARDS.cell} data-l="Thủ trưởng" className="lines">
              {one.head}, {one.unitName}
            </td>
            <td {...CARDS.cell} data-l="Văn bản" className="lines">
              {one.documentNo}: {one.scope}
            </td>
            <td {...CARDS.cell} data-l="Từ – đến hết">
              {one.span}
            </td>
            <td {...CARDS.cell} data-l="Hiệu lực" className="lines">
              {one.over ?? (
                <WordsForm
                  id={one.id}
                  idName="mandateId"
                  name="reason"
                  open="Thu hồi"
                  about={one.mandatary}
                  label="Lý do thu hồi"
                  send="Thu hồi văn bản giao ký"
                  act={revoke}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
