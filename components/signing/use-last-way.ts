import { useSyncExternalStore } from 'react'
import { type SigningWay, usualWay } from '@/lib/domain/signing/ways'

const KEY = 'signing-way'
const CHANGED = 'signing-way-changed'

/** The way of signing chosen on this machine: what is plugged in here need not be elsewhere. */
export function useLastWay(ways: readonly SigningWay[]) {
  const last = useSyncExternalStore(subscribe, remembered, () => null)
  const choose = (way: SigningWay) => {
    try {
      localStorage.setItem(KEY, way)
    } catch {
      // A browser that keeps nothing: the choice counts for this page only.
    }
    chosen = way
    dispatchEvent(new Event(CHANGED))
  }
  return { way: usualWay(ways, last), choose }
}

let chosen: string | null = null

function remembered() {
  try {
    return localStorage.getItem(KEY) ?? chosen
  } catch {
    return chosen
  }
}

function subscribe(changed: () => void) {
  addEventListener(CHANGED, changed)
  return () => removeEventListener(CHANGED, changed)
}
