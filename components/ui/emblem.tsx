/** The lotus of Đồng Tháp, the product's own mark; not the arms of the state and not a seal. */
export function Emblem() {
  return (
    <svg viewBox="-50 -46 100 84" aria-hidden="true">
      <g fill="#fff" fillOpacity=".14" stroke="#fff" strokeWidth="3.2" strokeLinejoin="round">
        <path d="M0 30C-26 26-44 10-46-8-30-8-12 4 0 30Z" />
        <path d="M0 30C26 26 44 10 46-8 30-8 12 4 0 30Z" />
        <path d="M0 30C-26 14-32-12-24-30-8-20 2 2 0 30Z" />
        <path d="M0 30C26 14 32-12 24-30 8-20-2 2 0 30Z" />
      </g>
      <path
        d="M0 30C-16 10-16-18 0-40 16-18 16 10 0 30Z"
        fill="#e08fb0"
        stroke="#fff"
        strokeWidth="3.2"
        strokeLinejoin="round"
      />
    </svg>
  )
}
