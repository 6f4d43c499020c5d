/** Days left of a term: `<Pips left={1} of={3}>Còn 1 ngày làm việc</Pips>`; `window` in the colour of the signing days. */
export function Pips({
  left,
  of,
  window = false,
  children,
}: {
  left: number
  of: number
  window?: boolean | undefined
  children: string
}) {
  return (
    <div className={window ? 'pips pips--window' : 'pips'}>
      {Array.from({ length: of }, (_, day) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pips are alike and never move
        <i key={day} className={day >= of - left ? 'on' : undefined} />
      ))}
      <span>{children}</span>
    </div>
  )
}
