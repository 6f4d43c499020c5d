import { CARDS } from '@/components/ui/card-roles'
import { sayInstant } from '@/lib/domain/calendar'

type Event = { id: string; at: Date; action: string; actorName: string; address: string | null; sentence: string }

/** The log, newest first: when, who, what. */
export function AuditTable({ events, labelledBy }: { events: readonly Event[]; labelledBy: string }) {
  return (
    <table {...CARDS.table} className="cards audit" aria-labelledby={labelledBy}>
      <thead {...CARDS.group}>
        <tr {...CARDS.row}>
          <th {...CARDS.columnHead}>Lúc</th>
          <th {...CARDS.columnHead}>Người làm</th>
          <th {...CARDS.columnHead}>Việc</th>
          <th {...CARDS.columnHead}>Máy</th>
        </tr>
      </thead>
      <tbody {...CARDS.group}>
        {events.map(({ id, at, action, actorName, address, sentence }) => (
          <tr key={id} {...CARDS.row}>
            <td {...CARDS.cell} data-l="Lúc" className="when">
              <time dateTime={at.toISOString()}>{sayInstant(at)}</time>
            </td>
            <th {...CARDS.rowHead}>{actorName}</th>
            <td {...CARDS.cell} className={action.endsWith('efused') || action === 'signIn.locked' ? 'bad' : undefined}>
              {sentence}
            </td>
            <td {...CARDS.cell} data-l="Máy" className="mute">
              {address}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
