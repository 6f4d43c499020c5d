import type { JobState } from './job'

/** A job as its owner sees it; everything in words, so that it travels to the page as it is. */
export type JobView = {
  id: string
  title: string
  state: JobState
  done: number
  total: number
  message: string
  /** “10:32, 26/11/2026”. */
  asked: string
  ended: string | null
  /** Null while there is none, and when it was removed. */
  file: { name: string; size: string; until: string /** Fetched only after the password. */; secret: boolean } | null
  cancelling: boolean
}

export const JOB_STATE_WORDS: Record<JobState, string> = {
  waiting: 'Chờ chạy',
  running: 'Đang chạy',
  done: 'Xong',
  failed: 'Không xong',
  cancelled: 'Đã dừng',
}

/** `1,2 MB`. */
export function saySize(bytes: number): string {
  const [unit, size] = bytes < 1_000_000 ? ['kB', bytes / 1_000] : ['MB', bytes / 1_000_000]
  return `${size.toLocaleString('vi', { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`
}
