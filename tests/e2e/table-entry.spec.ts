import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { signInAs } from '../support/sign-in'
import { fresh, saved } from '../support/typing'

test.beforeEach(async ({ page }) => signInAs(page, 'nhanvien'))

test('a table is edited in place by keys: down, right, a new row after the last, and back @desktop', async ({
  page,
}) => {
  await page.goto('/my-record/work')
  const rows = page.locator('tr[id^="f-workHistory."]')
  const count = await rows.count()
  await page.getByRole('button', { name: 'Thêm dòng', exact: true }).click()
  await expect(rows).toHaveCount(count + 1)
  const cell = page.locator('td.sel input')
  await expect(cell).toBeFocused()
  await page.keyboard.type('13/2020')
  await page.keyboard.press('Tab')
  await page.keyboard.type('nay')
  await page.keyboard.press('Tab')
  const unit = fresh('Trường THPT Lấp Vò')
  await page.keyboard.insertText(unit)
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('Giáo viên')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText(/Lỗi ở Từ tháng\/năm: Không có ngày này/)).toBeVisible({ timeout: 15_000 })
  // The slip keeps its cell; the rest of the row has been saved.
  await rows.nth(count).locator('td').first().click()
  await expect(cell).toHaveValue('13/2020')
  await page.keyboard.type('03/2020')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(count + 2)
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1 }).click()
  await saved(page)
  await expect(page.getByText(/Lỗi ở/)).toHaveCount(0)
  await page.reload()
  await expect(rows).toHaveCount(count + 1)
  await expect(rows.nth(count)).toContainText(unit)
  await rows
    .nth(count)
    .getByRole('button', { name: `Xóa dòng ${count + 1}` })
    .click()
  await expect(rows).toHaveCount(count)
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(rows).toHaveCount(count + 1)
  await rows
    .nth(count)
    .getByRole('button', { name: `Xóa dòng ${count + 1}` })
    .click()
  await saved(page)
  await expectAccessible(page)
})

test('cells copied from Excel lie over the table, and one step takes them back @desktop', async ({ page }) => {
  await page.goto('/my-record/work')
  const rows = page.locator('tr[id^="f-workHistory."]')
  const count = await rows.count()
  await page.getByRole('button', { name: 'Thêm dòng', exact: true }).click()
  await page.locator('td.sel input').evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/plain',
      '01/2001\t02/2002\tTrường A\tGiáo viên\r\n03/2002\tnay\tTrường B\tTổ trưởng\r\n',
    )
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(rows).toHaveCount(count + 2)
  await expect(rows.nth(count + 1)).toContainText('Trường B')
  await saved(page)
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(rows).toHaveCount(count)
  await page.waitForTimeout(200)
  await page.keyboard.press('Control+s')
  await saved(page)
  await page.reload()
  await expect(rows).toHaveCount(count)
})

test('on a phone a row is a card, and a tap opens its cell @phone', async ({ page }) => {
  await page.goto('/my-record/work')
  const rows = page.locator('tr[id^="f-workHistory."]')
  const cell = rows.first().locator('td[data-l="Chức danh, chức vụ"]')
  const title = fresh('Giáo viên')
  await cell.tap()
  await cell.locator('input').fill(title)
  await page.getByRole('heading', { level: 1 }).tap()
  await saved(page)
  await expect(cell).toContainText(title)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expectAccessible(page)
})
