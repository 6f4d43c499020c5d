import { dayOf, sayDayMonth } from './calendar'
import type { Correction } from './correction'

type Told = Pick<Correction, 'state' | 'proposed' | 'askedAt' | 'answer' | 'decidedBy' | 'decidedAt'>

/** How a request stands, for the person who made it. */
export function correctionWords({ state, proposed, askedAt, answer, decidedBy, decidedAt }: Told): string {
  const on = (at: Date | null) => (at === null ? '' : ` ${sayDayMonth(dayOf(at))}`)
  const by = decidedBy ?? 'Cán bộ hồ sơ'
  switch (state) {
    case 'corrected':
      return `${by} đã sửa${on(decidedAt)}${answer ? `: ${answer}` : ''}`
    case 'refused':
      return `${by} trả lời không sửa${on(decidedAt)}: ${answer ?? ''}`
    case 'withdrawn':
      return `Anh/Chị đã rút đề nghị sửa thành “${proposed}”`
    default:
      return `Đã đề nghị${on(askedAt)} sửa thành “${proposed}”, chờ cán bộ hồ sơ trả lời`
  }
}
