import { dayOf, sayDayMonth } from './calendar'

/** How long something waits: minutes and hours today, then yesterday, then the day. */
export function waitingSince(at: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 60_000))
  const [day, today] = [dayOf(at), dayOf(now)]
  if (day === today) return minutes < 60 ? `${minutes} phút` : `${Math.floor(minutes / 60)} giờ`
  if (day === dayOf(new Date(now.getTime() - 86_400_000))) return 'hôm qua'
  return sayDayMonth(day)
}

/** `5 trường`; from the second submission on it says so. */
export const changesWaiting = (changes: number, version: number) =>
  version > 1 ? `${changes} trường, gửi lần ${version}` : `${changes} trường`
