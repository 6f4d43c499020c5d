const LIFE = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const
const KEY = 'portal-last-sign'
const WRITE_EVERY_MS = 5_000

/** Notes keys and clicks of all windows of this browser, and nothing but their time. */
export function watchLife() {
  let last = Date.now()
  let written = 0
  const mark = () => {
    last = Date.now()
    if (last - written < WRITE_EVERY_MS) return
    written = last
    localStorage.setItem(KEY, String(last))
  }
  for (const kind of LIFE) window.addEventListener(kind, mark, { passive: true })
  return {
    /** When somebody was last at the desk. */
    last: () => Math.max(last, Number(localStorage.getItem(KEY)) || 0),
    mark,
    stop() {
      for (const kind of LIFE) window.removeEventListener(kind, mark)
    },
  }
}
