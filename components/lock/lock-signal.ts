/** Windows of one browser lock and open together. */
type Signal = 'locked' | 'open'

const KIND = 'portal lock'

/** Tells this window and the others. */
export function tellLock(signal: Signal) {
  window.dispatchEvent(new CustomEvent(KIND, { detail: signal }))
  const windows = new BroadcastChannel(KIND)
  windows.postMessage(signal)
  windows.close()
}

/** Calls until the answer is called. */
export function onLock(hear: (signal: Signal) => void): () => void {
  const here = (event: Event) => hear((event as CustomEvent<Signal>).detail)
  const windows = new BroadcastChannel(KIND)
  windows.onmessage = ({ data }: MessageEvent<Signal>) => hear(data)
  window.addEventListener(KIND, here)
  return () => {
    window.removeEventListener(KIND, here)
    windows.close()
  }
}
