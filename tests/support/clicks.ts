import type { Page } from '@playwright/test'

/**
 * Counts what a hand does with the mouse from here on: each press of the pointer, and each file that is chosen (which is a
 * press in a window of the system). Typing is not counted, nor what is chosen by keys.
 */
export async function countClicks(page: Page) {
  let count = 0
  await page.exposeFunction('countedClick', () => {
    count += 1
  })
  const listen = () => {
    const counted = () => (window as unknown as { countedClick: () => void }).countedClick()
    window.addEventListener('pointerdown', (event) => event.isTrusted && counted(), true)
    const chosen = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.type === 'file') counted()
    }
    window.addEventListener('change', chosen, true)
  }
  await page.addInitScript(listen)
  await page.evaluate(listen)
  return {
    /** How many so far; a click just made is told first. */
    count: async () => {
      await page.waitForTimeout(50)
      return count
    },
    again: () => {
      count = 0
    },
  }
}
