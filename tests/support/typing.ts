import { expect, type Locator, type Page } from '@playwright/test'

/** As Unikey does it: a mark takes the last letters back and types them anew. `<` is a backspace. */
export async function typeTelex(field: Locator, strokes: string, pause: number) {
  await field.focus()
  for (const stroke of strokes) {
    if (stroke === '<') await field.press('Backspace')
    else await field.page().keyboard.insertText(stroke)
    await field.page().waitForTimeout(pause)
  }
}

export const saved = (page: Page) => expect(page.getByText(/Đã lưu lúc \d\d:\d\d/)).toBeVisible({ timeout: 15_000 })

/** Something that was not there before, so that the page has a change to keep. */
export const fresh = (words: string) => `${words} ${Date.now() % 100_000}`
