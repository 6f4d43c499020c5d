/** Which keys do what, on machines that have them. */
export function KeyLegend() {
  return (
    <p className="keys only-wide">
      <span>
        <kbd>D</kbd> đạt
      </span>
      <span>
        <kbd>T</kbd> trả lại
      </span>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> chọn trường
      </span>
      <span>
        <kbd>Alt ←</kbd> <kbd>Alt →</kbd> đổi người
      </span>
    </p>
  )
}
