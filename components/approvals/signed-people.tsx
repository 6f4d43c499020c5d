import Link from 'next/link'
import type { ComponentProps } from 'react'
import { ListFoot } from '@/components/lists/list-foot'
import { StateChip } from '@/components/ui/chip'
import type { ItemKind } from '@/lib/domain/batch'
import { DELIVERY_WORDS } from '@/lib/domain/delivery-words'
import type { ListAsk, ListSpec } from '@/lib/domain/lists/list-spec'
import type { DeliveryState } from '@/lib/domain/push'

type Person = {
  recordId: string
  name: string
  kind: ItemKind
  confirmed: boolean
  version: number
  state: DeliveryState | null
  withdrawn: boolean
}
type Props = {
  count: number
  signed: Omit<ComponentProps<typeof ListFoot>['page'], 'rows'> & { rows: Person[] }
  spec: ListSpec<'news', never>
  ask: ListAsk<'news', never>
}

const KINDS: Record<ItemKind, string> = { added: 'Hồ sơ mới', changed: 'Có thay đổi', unchanged: 'Không đổi' }

/** Person by person: what was approved, and where it is on its way to the ministry. */
export function SignedPeople({ count, signed, spec, ask }: Props) {
  const { rows: people, first } = signed
  return (
    <section className="panel" id="signed" aria-labelledby="signed-title">
      <header>
        <h2 id="signed-title">{count.toLocaleString('vi')} hồ sơ đã ký</h2>
      </header>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: the cards of a phone take the roles away */}
      <table role="table" className="cards compact" aria-labelledby="signed-title">
        <thead role="rowgroup">
          <tr role="row">
            {['STT', 'Họ và tên', 'Loại', 'Phiên bản', 'Kết quả'].map((head) => (
              <th key={head} role="columnheader" scope="col" className={CLASSES[head]}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {people.map(({ recordId, name, kind, confirmed, version, state, withdrawn }, index) => (
            <tr key={recordId} role="row">
              <td role="cell" className="no">
                {first + index}
              </td>
              <th role="rowheader" scope="row">
                <Link href={`/records/${recordId}`}>{name}</Link>
              </th>
              <td role="cell" data-l="Loại">
                {KINDS[kind]}
                {confirmed && ', tự xác nhận'}
              </td>
              <td role="cell" className="num" data-l="Phiên bản">
                {version}
              </td>
              <td role="cell" data-l="Kết quả">
                {withdrawn ? (
                  <StateChip state="returned">Đã rút phê duyệt</StateChip>
                ) : kind === 'unchanged' || state === null ? (
                  <StateChip state="approved" />
                ) : (
                  <StateChip state={DELIVERY_WORDS[state].chip}>{DELIVERY_WORDS[state].word}</StateChip>
                )}{' '}
                <Link href={`/records/${recordId}/form?of=approved`}>
                  Bằng chứng<span className="vh"> của {name}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
      <ListFoot spec={spec} ask={ask} page={signed} noun="hồ sơ" />
    </section>
  )
}

const CLASSES: Record<string, string> = { STT: 'no', 'Phiên bản': 'num' }
