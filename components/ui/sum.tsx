import type { ReactNode } from 'react'

export type SumPart = {
  figure: string
  word: string
  /** What the part consists of, or the link to exactly these people. */
  note?: ReactNode | undefined
  /** Before the part: "=" for the first part of the whole, "+" for the others. */
  op?: '=' | '+' | undefined
}

/** Parts of a whole that add up: 68 = 57 + 8 + 3. */
export function Sum({ parts }: { parts: SumPart[] }) {
  return (
    <dl className="sum">
      {parts.map(({ figure, word, note, op }) => (
        <div key={word} data-op={op}>
          <dt>
            {word}
            {note && <span className="meta under">{note}</span>}
          </dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
