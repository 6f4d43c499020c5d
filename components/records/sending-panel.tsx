import Link from 'next/link'
import { ClockWord } from '@/components/pushes/stuck-cells'
import { CardsTable } from '@/components/ui/cards-table'
import { StateChip } from '@/components/ui/chip'
import { Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import { sayDay, sayInstant } from '@/lib/domain/calendar'
import { DELIVERY_WORDS } from '@/lib/domain/delivery-words'
import type { LegalClock } from '@/lib/domain/exchange/waits'
import { type DeliveryState, REASONS, type ReasonCode } from '@/lib/domain/push'

type Field = {
  key: string
  section: string
  label: string
  state: DeliveryState | 'waitsForOthers'
  why: string | null
}
type Sending = {
  id: string | null
  state: DeliveryState
  version: number
  approvedAt: Date | null
  approverName: string | null
  queuedAt: Date
  lastTryAt: Date | null
  attempts: number
  settledAt: Date | null
  reasonCode: ReasonCode | null
  clocks: LegalClock[]
  fields: { shown: Field[]; more: number }
}

/** How the newest approved version is on its way to the ministry: when what was done, by when it must be, and field by field. */
export function SendingPanel({ sending, hrefOf }: { sending: Sending; hrefOf: Href }) {
  const { state, version, approvedAt, approverName, queuedAt, lastTryAt, attempts, settledAt, reasonCode } = sending
  const { word, chip } = DELIVERY_WORDS[state]
  // What somebody has to do stands open; the other ninety wait behind a line.
  const toMend = sending.fields.shown.filter(({ why }) => why !== null)
  const others = sending.fields.shown.filter(({ why }) => why === null)
  return (
    <Panel
      title={`Gửi Bộ: bản ${version}`}
      aside={
        <span className="acts">
          <StateChip state={chip}>{word}</StateChip>
          {sending.id && (
            <Link href={`/pushes/${sending.id}`} prefetch={false}>
              Các lần gửi
            </Link>
          )}
        </span>
      }
    >
      {reasonCode && <p className="mb-3">{REASONS[reasonCode]}</p>}
      <Facts
        of={[
          ['Ký duyệt', approvedAt ? `${sayInstant(approvedAt)}${approverName ? `, ${approverName}` : ''}` : 'chưa rõ'],
          ['Vào hàng gửi', sayInstant(queuedAt)],
          ...(lastTryAt ? [['Gửi lần cuối', `${sayInstant(lastTryAt)}, ${attempts} lần`] as [string, string]] : []),
          ...(settledAt ? [['Kết quả', sayInstant(settledAt)] as [string, string]] : []),
        ]}
      />
      {sending.clocks.length > 0 && (
        <ul className="mt-3">
          {sending.clocks.map(({ title, due, level, clause }) => (
            <li key={title}>
              {title}: <ClockWord level={level} />{' '}
              <span className="meta">{`${due ? `hạn ${sayDue(due)}, ` : ''}${clause}`}</span>
            </li>
          ))}
        </ul>
      )}
      {toMend.length > 0 && <FieldTable label="Trường Bộ từ chối" fields={toMend} hrefOf={hrefOf} />}
      {others.length > 0 && (
        <details className="mt-3">
          <summary>{sayOthers(others, sending.fields.more)}</summary>
          <FieldTable label="Các trường khác của bản này" fields={others} hrefOf={hrefOf} />
        </details>
      )}
    </Panel>
  )
}

type Href = ((section: string) => string) | null

const FieldTable = ({ label, fields, hrefOf }: { label: string; fields: readonly Field[]; hrefOf: Href }) => (
  <div className="mt-3">
    <CardsTable
      label={label}
      rows={fields}
      keyOf={({ key }) => key}
      columns={[
        {
          head: 'Trường',
          lines: true,
          of: ({ section, label }) => (hrefOf ? <Link href={hrefOf(section)}>{label}</Link> : label),
        },
        { head: 'Ở Bộ', of: ({ state }) => <FieldState state={state} /> },
        { head: 'Vì sao', lines: true, of: ({ why }) => why },
      ]}
    />
  </div>
)

const FieldState = ({ state }: Pick<Field, 'state'>) =>
  state === 'waitsForOthers' ? (
    <span className="soft whitespace-nowrap">{WAITS_FOR_OTHERS}</span>
  ) : (
    <StateChip state={DELIVERY_WORDS[state].chip}>{DELIVERY_WORDS[state].word}</StateChip>
  )

const WAITS_FOR_OTHERS = 'Chờ trường có lỗi'

/** `89 trường: Bộ đã nhận`: how many there are, and how they stand where all stand alike. */
function sayOthers(fields: readonly Field[], more: number) {
  const states = new Set(fields.map(({ state }) => state))
  const [state] = states
  const count = `${fields.length + more} trường`
  if (state === undefined || states.size > 1) return `${count} khác`
  return `${count}: ${state === 'waitsForOthers' ? WAITS_FOR_OTHERS : DELIVERY_WORDS[state].word}`
}

/** A day, or an instant. */
const sayDue = (due: string) => (due.length === 10 ? sayDay(due) : sayInstant(new Date(due)))
