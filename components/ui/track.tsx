/** A bar of one or two parts, in hundredths of the whole. Only beside the same value in words. */
export function Track({ percents, thin = false }: { percents: number[]; thin?: boolean | undefined }) {
  let from = 0
  return (
    <svg className={thin ? 'track track--thin' : 'track'} aria-hidden="true">
      {percents.map((percent) => {
        const x = from
        from += percent
        return <rect key={x} x={`${x}%`} width={`${percent}%`} height="100%" />
      })}
    </svg>
  )
}
