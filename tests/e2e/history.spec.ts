import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { signInAs } from '../support/sign-in'
import { saved } from '../support/typing'

const history = (page: Page) => page.locator('a[href$="/history"]').first()

test('a person reads a past day and takes a value back; the draft has it, the official record never lost it @desktop', async ({
  page,
}) => {
  await signInAs(page, 'nhanvien', { to: '/my-record/identity' })
  const phone = page.getByLabel('Số điện thoại liên hệ')
  const typed = `09${String(Date.now()).slice(-8)}`
  await phone.fill(typed)
  await page.keyboard.press('Control+s')
  await saved(page)

  await page.goto('/my-record')
  await history(page).click()
  await expect(page.getByText('bản chính thức hiện nay', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Hồ sơ như đã duyệt đến ngày').fill('27/11/2026')
  await page.getByRole('button', { name: 'Xem' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /như đã duyệt đến ngày 27\/11\/2026/ })).toBeVisible()
  const approved = await page
    .locator('#identity .row', { hasText: 'Số điện thoại liên hệ' })
    .locator('.row-field')
    .textContent()
  expect(approved).not.toBe(typed)
  await expectAccessible(page)

  await page.locator('#identity').getByRole('link', { name: 'Lấy lại' }).click()
  await page.getByLabel('Số điện thoại liên hệ').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lấy lại 1 giá trị' }).click()
  await page.waitForURL(/\/my-record\/identity/)
  await expect(page.getByLabel('Số điện thoại liên hệ')).toHaveValue(approved ?? '')

  await page.goto('/my-record')
  await history(page).click()
  await page.getByLabel('Hồ sơ như đã duyệt đến ngày').fill('01/01/2026')
  await page.getByRole('button', { name: 'Xem' }).click()
  await expect(page.getByText('Chưa có bản nào được duyệt đến ngày 01/01/2026.')).toBeVisible()
})

test('the head reads the history and takes nothing back @desktop', async ({ page }) => {
  await signInAs(page, 'thutruong', { to: '/records' })
  await page.getByRole('link', { name: 'Nguyễn Thị Thùy Linh' }).first().click()
  await history(page).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lịch sử hồ sơ' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Lấy lại/ })).toHaveCount(0)
  const restore = page.url().replace(/history.*/, 'restore?version=1&section=identity')
  expect((await page.goto(restore))?.status()).toBe(404)
})

test('the history fits a telephone @phone', async ({ page }) => {
  await signInAs(page, 'nhanvien', { to: '/my-record' })
  await history(page).click()
  await expectAccessible(page)
})
