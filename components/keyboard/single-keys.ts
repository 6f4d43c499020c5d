const KEPT_AS = 'single-keys'

/** Keys of one letter, for who did not turn them off on this machine. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== 'off'
  } catch {
    return true
  }
}

export function turnSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEPT_AS)
    else localStorage.setItem(KEPT_AS, 'off')
  } catch {
    // A browser that keeps nothing has them on.
  }
}

/** Somebody writes there: single keys are letters. */
export const isWritingIn = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null
