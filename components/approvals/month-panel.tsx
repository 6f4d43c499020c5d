import { MonthRuler } from '@/components/ui/month-ruler'
import { Sum, type SumPart } from '@/components/ui/sum'
import type { BatchSum } from '@/lib/domain/batch-sum'
import { sayDayMonth } from '@/lib/domain/calendar'

type Props = {
  title: string
  note: string
  month: string
  today: string
  window: { from: string; to: string }
  sum: BatchSum
  /** "ngày 27/11": when the people were counted. */
  counted: string
}

/** The month with its signing days, and of how many people the batch consists: 68 = 57 + 8 + 3. */
export function MonthPanel({ title, note, month, today, window, sum, counted }: Props) {
  return (
    <section className="panel" aria-label={title}>
      <MonthRuler
        title={
          <>
            {title} <span className="soft">{note}</span>
          </>
        }
        aside={`Kỳ ký duyệt ${window.from.slice(8)}–${sayDayMonth(window.to)}`}
        month={`${month}-01`}
        today={today}
        window={window}
      />
      <div className="ruled">
        <Sum parts={partsOf(sum, counted)} />
      </div>
    </section>
  )
}

function partsOf({ people, unchanged, confirmed, sent, changed, quiet, left }: BatchSum, counted: string): SumPart[] {
  const say = (figure: number) => figure.toLocaleString('vi')
  const quietNote = unchanged > 0 ? 'không ký lại' : `không ký lại, ${say(sent)} đã gửi Bộ`
  const whole = { figure: say(people), word: 'người của đơn vị', note: counted }
  const parts: Omit<SumPart, 'op'>[] = [
    ...(quiet > 0 ? [{ figure: say(quiet), word: 'không có gì mới', note: quietNote }] : []),
    ...(unchanged > 0 || quiet === 0
      ? [
          {
            figure: say(unchanged),
            word: 'không đổi',
            note: `${say(confirmed)} người tự xác nhận, ${say(sent)} đã gửi Bộ`,
          },
        ]
      : []),
    { figure: say(changed), word: 'có thay đổi, đã kiểm', note: changed > 0 ? <a href="#changed">xem</a> : undefined },
    { figure: say(left), word: 'loại trừ', note: left > 0 ? <a href="#excluded">vì sao</a> : undefined },
  ]
  return [whole, ...parts.map((part, index) => ({ ...part, op: index === 0 ? ('=' as const) : ('+' as const) }))]
}
