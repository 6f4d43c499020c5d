import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { signInAs } from '../support/sign-in'
import { saved } from '../support/typing'

/** Goes on with Tab until this has the focus. */
async function tabTo(page: Page, id: string) {
  for (let presses = 0; presses < 60; presses++) {
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${id}`)
}

test('keys say themselves, and single letters can be turned off @desktop', async ({ page }) => {
  await signInAs(page, 'hoso', { to: '/records' })
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Phím tắt' })
  await expect(help).toContainText('Alt')
  await expectAccessible(page)
  await help.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await page.keyboard.press('/')
  await expect(page.locator('#find')).not.toBeFocused()
  await page.keyboard.press('F1')
  await help.getByRole('checkbox').check()
  await help.getByRole('button', { name: 'Đóng' }).press('Enter')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('/')
  await expect(page.locator('#find')).toBeFocused()
})

test('a declaration is written by keys alone: fields, lists, tables, from section to section @desktop', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signInAs(page, 'vanthu', { to: '/my-record' })
  // Not of the person whose changes other paths count.
  // From the first page into the section on health, by its link.
  const link = page.getByRole('link', { name: 'Sức khỏe' }).first()
  await link.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/my-record\/health/)
  await tabTo(page, 'f-health_status')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('trung binh')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await tabTo(page, 'f-height_cm')
  const height = String(150 + (Date.now() % 40))
  await page.keyboard.press('Control+a')
  await page.keyboard.type(height)
  await page.keyboard.press('Alt+m')
  await expect(
    page
      .getByRole('dialog')
      .getByText(/Chiều cao/)
      .first(),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('#f-height_cm')).toBeFocused()
  await page.keyboard.press('Control+s')
  await saved(page)
  await page.keyboard.press('Alt+PageDown')
  await page.waitForURL(/\/my-record\/training/)
  // The address comes before the page whose key it is.
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Quá trình đào tạo')
  await page.keyboard.press('Alt+PageDown')
  await page.waitForURL(/\/my-record\/work/)
  const rows = page.locator('tr[id^="f-workHistory."]')
  const count = await rows.count()
  await page.getByRole('button', { name: 'Thêm dòng', exact: true }).focus()
  await page.keyboard.press('Enter')
  for (const cell of ['03/2020', 'nay', 'Trường THPT Bình Hàng', 'Giáo viên']) {
    await page.keyboard.insertText(cell)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Control+s')
  await saved(page)
  await expect(rows).toHaveCount(count + 1)
  // Taken back by keys too: four cells and the row.
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(count)
  await page.keyboard.press('Control+s')
  await saved(page)
  await page.keyboard.press('Alt+PageUp')
  await page.waitForURL(/\/my-record\/training/)
  await page.goto('/my-record/health')
  await expect(page.locator('#f-height_cm')).toHaveValue(height)
  // To the page that sends, by the button of the bar.
  await page.getByRole('button', { name: 'Kiểm tra và gửi' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/my-record\/review/)
  await expect(page.getByRole('row', { name: /Tình trạng sức khỏe/ })).toContainText('Loại III')
})
