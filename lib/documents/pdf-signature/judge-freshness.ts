import { sayInstant } from '@/lib/domain/calendar'
import { type Judged, passed, unknown } from './verdict'

/** From the preparing of a file to its coming back. */
export type Session = { from: Date; until: Date }

const PATIENCE_MS = 10 * 60_000

/** Whether the times a signature claims or proves fall into its session; clocks of token and desk go wrong, so it is a warning. */
export function judgeFreshness({ from, until }: Session, times: (Date | null)[]): Judged {
  const odd = times.find(
    (time) => time && (time.getTime() < from.getTime() - PATIENCE_MS || time.getTime() > until.getTime() + PATIENCE_MS),
  )
  if (!odd) return passed('freshness', 'Ký trong phiên này')
  return unknown('freshness', `Giờ ghi trong chữ ký (${sayInstant(odd)}) lệch với giờ máy chủ; kiểm tra đồng hồ máy ký`)
}
