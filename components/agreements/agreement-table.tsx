import { CARDS } from '@/components/ui/card-roles'
import { WordsForm } from '@/components/views/words-form'
import type { Result } from '@/lib/domain/result'

type Agreement = {
  id: string
  holder: string
  holderUnit: string
  unitName: string
  sections: string
  documentNo: string
  purpose: string
  from: string
  until: string
  /** Why it is no longer in force. */
  over: string | null
  inForce: boolean
}

type AgreementTableProps = {
  agreements: readonly Agreement[]
  revoke: (input: { agreementId: string; reason: string }) => Promise<Result<unknown>>
}

/** Written agreements over the units in reach; one in force can be taken back on the spot. */
export function AgreementTable({ agreements, revoke }: AgreementTableProps) {
  return (
    <table {...CARDS.table} className="cards" aria-label="Văn bản đồng ý cho xem">
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Người được xem</th>
          <th {...CARDS.columnHead}>Hồ sơ của</th>
          <th {...CARDS.columnHead}>Các mục</th>
          <th {...CARDS.columnHead}>Văn bản, mục đích</th>
          <th {...CARDS.columnHead}>Từ – đến hết</th>
          <th {...CARDS.columnHead}>Hiệu lực</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {agreements.map((one) => (
          <tr key={one.id} {...CARDS.row}>
            <th {...CARDS.rowHead} className="lines">
              {one.holder}
              <span className="meta"> {one.holderUnit}</span>
            </th>
            <td {...CARDS.cell} data-l="Hồ sơ của">
              {one.unitName}
            </td>
            <td {...CARDS.cell} data-l="Các mục" className="lines">
              {one.sections}
            </td>
            <td {...CARDS.cell} data-l="Văn bản" className="lines">
              {one.documentNo}: {one.purpose}
            </td>
            <td {...CARDS.cell} data-l="Từ – đến hết">
              {one.from} – {one.until}
            </td>
            <td {...CARDS.cell} data-l="Hiệu lực" className="lines">
              {one.over ?? (
                <WordsForm
                  id={one.id}
                  idName="agreementId"
                  name="reason"
                  open="Thu hồi"
                  about={one.holder}
                  label="Lý do thu hồi"
                  send="Thu hồi văn bản đồng ý"
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
