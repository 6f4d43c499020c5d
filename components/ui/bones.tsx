/** What a page shows while it is fetched: bars of the final height, no shimmer. */
export function Bones({ lines = 6, label = 'Đang mở' }: { lines?: number | undefined; label?: string | undefined }) {
  return (
    <div className="panel">
      <div className="panel-body" aria-busy="true">
        <p className="vh" role="status">
          {label}
        </p>
        {Array.from({ length: lines }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are alike and never move
          <div key={line} className="bone" />
        ))}
      </div>
    </div>
  )
}
