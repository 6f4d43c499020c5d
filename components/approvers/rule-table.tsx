import { CARDS } from '@/components/ui/card-roles'
import { WordsForm } from '@/components/views/words-form'
import type { Result } from '@/lib/domain/result'

type Rule = {
  id: string
  rank: number
  /** Whose records: unit types, categories, the flag. */
  whose: string
  categories: string
  approver: string
  basis: string
  days: string
  /** Who wrote it, and who ended it. */
  by: string
  /** Why it decides nothing today; null while it is in force. */
  idle: string | null
  mayEnd: boolean
}

type RuleTableProps = {
  rules: readonly Rule[]
  label: string
  end: (input: { ruleId: string; reason: string }) => Promise<Result<unknown>>
}

/** The table of approvers, in the order in which it is asked. */
export function RuleTable({ rules, label, end }: RuleTableProps) {
  return (
    <table {...CARDS.table} className="cards approver-rules" aria-label={label}>
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Dòng</th>
          <th {...CARDS.columnHead}>Hồ sơ của</th>
          <th {...CARDS.columnHead}>Đối tượng</th>
          <th {...CARDS.columnHead}>Người duyệt</th>
          <th {...CARDS.columnHead}>Căn cứ</th>
          <th {...CARDS.columnHead}>Hiệu lực</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {rules.map((rule) => (
          <tr key={rule.id} {...CARDS.row}>
            <td {...CARDS.cell} data-l="Dòng">
              {rule.rank}
            </td>
            <td {...CARDS.cell} data-l="Hồ sơ của" className="lines">
              {rule.whose}
            </td>
            <td {...CARDS.cell} data-l="Đối tượng" className="lines">
              {rule.categories}
            </td>
            <th {...CARDS.rowHead} className="lines">
              {rule.approver}
            </th>
            <td {...CARDS.cell} data-l="Căn cứ" className="lines">
              {rule.basis}
              <span className="meta"> {rule.by}</span>
            </td>
            <td {...CARDS.cell} data-l="Hiệu lực" className="lines">
              {rule.days}
              {rule.idle !== null && <span className="meta"> {rule.idle}</span>}
              {rule.mayEnd && (
                <WordsForm
                  id={rule.id}
                  idName="ruleId"
                  name="reason"
                  open="Kết thúc"
                  about={`dòng ${rule.rank}`}
                  label="Lý do, số quyết định"
                  send="Kết thúc dòng này từ hôm nay"
                  act={end}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
