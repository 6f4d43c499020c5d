import type { ReactNode } from 'react'
import { Track } from './track'

type MeterProps = {
  label: ReactNode
  /** The value in words: "107/109 trường". */
  value: ReactNode
  /** Parts of `whole`, drawn one after the other. */
  parts: number[]
  whole: number
  children?: ReactNode | undefined
}

/** `<Meter label="Đã điền" value="107/109 trường" parts={[107]} whole={109} />`; children are the small line below. */
export function Meter({ label, value, parts, whole, children }: MeterProps) {
  return (
    <div className="meter">
      <span>{label}</span>
      <b>{value}</b>
      <Track percents={parts.map((part) => (whole ? Math.round((1000 * part) / whole) / 10 : 0))} />
      {children && <span className="meta">{children}</span>}
    </div>
  )
}
