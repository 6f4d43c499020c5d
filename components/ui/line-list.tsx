import type { ReactNode } from 'react'

export type LineEvent = {
  key: string
  /** ISO instant for machines, and the same as a person reads it ("15:20, 23/11"). */
  at: string
  time: string
  /** `back`: returned, withdrawn. `done`: approved, accepted. */
  look?: 'back' | 'done' | undefined
  what: ReactNode
}

/** Events, newest first, time over the text. */
export function LineList({ events }: { events: LineEvent[] }) {
  return (
    <ol className="line-list">
      {events.map(({ key, at, time, look, what }) => (
        <li key={key} className={look && `is-${look}`}>
          <time dateTime={at}>{time}</time>
          {what}
        </li>
      ))}
    </ol>
  )
}
