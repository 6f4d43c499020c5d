/** How much of a file has gone, in words beside the bar. */
export function SendProgress({ share }: { share: number }) {
  const percent = Math.floor(share * 100)
  return (
    <div className="send-progress" role="status">
      <progress max={100} value={percent} aria-label="Đã gửi" />
      <span>{percent < 100 ? `Đã gửi ${percent} %` : 'Đã gửi xong, đang kiểm tệp'}</span>
    </div>
  )
}
