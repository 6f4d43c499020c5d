import Link from 'next/link'
import { StateChip } from '@/components/ui/chip'
import { sayInstant } from '@/lib/domain/calendar'
import { DELIVERY_WORDS, sayCause } from '@/lib/domain/delivery-words'
import type { DeliveryState } from '@/lib/domain/push'

type Row = {
  id: string
  name: string
  unit: string
  version: number
  state: DeliveryState
  cause: string | null
  label: string | null
  raw: string | null
  attempts: number
  at: Date
}

const HEADS = ['Người', 'Đơn vị', 'Bản', 'Trạng thái', 'Lý do', 'Số lần gửi', 'Lúc'] as const

/** One row for each approved version on its way to the ministry. */
export function DeliveryTable({ rows, labelledBy }: { rows: Row[]; labelledBy: string }) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: the cards of a phone take the roles away
    <table className="cards" role="table" aria-labelledby={labelledBy}>
      <thead role="rowgroup">
        <tr role="row">
          {HEADS.map((head) => (
            <th key={head} scope="col" role="columnheader" className={isFigure(head) ? 'num' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ id, name, unit, version, state, cause, label, raw, attempts, at }) => (
          <tr key={id} role="row">
            <th scope="row" role="rowheader" className="nowrap">
              <Link href={`/pushes/${id}`}>{name}</Link>
            </th>
            <td role="cell" data-l="Đơn vị">
              {unit}
            </td>
            <td role="cell" data-l="Bản" className="num">
              {version}
            </td>
            <td role="cell" data-l="Trạng thái">
              <StateChip state={DELIVERY_WORDS[state].chip}>{DELIVERY_WORDS[state].word}</StateChip>
            </td>
            <td role="cell" data-l="Lý do">
              {cause && state !== 'superseded' ? sayCause({ key: cause, label, raw }) : ''}
            </td>
            <td role="cell" data-l="Số lần gửi" className="num">
              {attempts}
            </td>
            <td role="cell" data-l="Lúc" className="meta nowrap">
              {sayInstant(at)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}

const isFigure = (head: string) => head === 'Bản' || head === 'Số lần gửi'
