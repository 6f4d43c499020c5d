import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { unzip } from '../documents/unzip'
import { expectAccessible } from '../support/accessible'
import { DEMO_PASSWORD, giveAgain, signInAs } from '../support/sign-in'

test('a list is searched, narrowed, sorted, paged, and kept under a name', async ({ page }) => {
  const name = `Còn thiếu ${Date.now()}`
  await signInAs(page, 'sonoivu', { to: '/records?all=1' })
  await page.getByRole('link', { name: '20', exact: true }).click()
  await expect(page.getByText(/^1–20 trong/)).toBeVisible()
  await page.getByRole('link', { name: 'Trang sau' }).click()
  await expect(page.getByText(/^21–40 trong/)).toBeVisible()
  await page.getByRole('link', { name: 'Trang trước' }).click()
  await expect(page.getByText(/^1–20 trong/)).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('Tên, số CCCD hoặc điện thoại').fill('nguyen th')
  await page.getByText('Lọc thêm, chọn cột').click()
  await page.getByLabel('Sinh từ năm').fill('1970')
  await page.getByLabel('Số CCCD', { exact: true }).check()
  await page.getByRole('button', { name: 'Lọc', exact: true }).click()
  await expect(page).toHaveURL(/q=nguyen\+th.*size=20|size=20.*q=nguyen\+th/)
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') })
  await expect(rows.first()).toContainText('Nguyễn Th')
  await expectAccessible(page)

  await page.getByText(/^Bộ lọc đã lưu/).click()
  await page.getByLabel('Lưu danh sách đang xem, đặt tên').fill(name)
  await page.getByRole('button', { name: 'Lưu bộ lọc' }).click()
  await expect(page.getByText('Đã lưu bộ lọc.')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/records?all=1')
  await page.getByText(/^Bộ lọc đã lưu/).click()
  await page.getByRole('link', { name }).click()
  await expect(page.getByLabel('Tên, số CCCD hoặc điện thoại')).toHaveValue('nguyen th')
  await page.getByText(/^Bộ lọc đã lưu/).click()
  await page.getByRole('button', { name: `Xóa ${name}` }).click()
  await expect(page.getByRole('link', { name })).toBeHidden()
})

test('a head of a column sorts, upwards and downwards @desktop', async ({ page }) => {
  await signInAs(page, 'hoso', { to: '/records?all=1' })
  const head = page.getByRole('columnheader', { name: /^Năm sinh/ })
  await head.getByRole('link').click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await head.getByRole('link').click()
  await expect(head).toHaveAttribute('aria-sort', 'descending')
})

test('a list is taken away as a workbook after the password was given again @desktop', async ({ page }) => {
  await signInAs(page, 'hoso', { to: '/records?q=nguyen' })
  const shown = await page.getByRole('rowheader').allTextContents()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Xuất Excel' }).click()
  await giveAgain(page, DEMO_PASSWORD)
  const file = await (await download).path()
  const sheet = String(unzip(readFileSync(file)).get('xl/worksheets/sheet1.xml'))
  expect(sheet).toContain('Họ và tên')
  for (const name of shown) expect(sheet).toContain(name)
})

test('the log is searched by doer and kind, and its own reading is in it', async ({ page }) => {
  await signInAs(page, 'kiemtoan', { to: '/audit?all=1' })
  await page.getByLabel('Người làm', { exact: true }).fill('kiem')
  await page.getByLabel('Việc', { exact: true }).selectOption('audit.read')
  await page.getByRole('button', { name: 'Lọc', exact: true }).click()
  await expect(page.getByText('xem nhật ký').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Từ ngày').fill('31/02/2026')
  await page.getByRole('button', { name: 'Lọc', exact: true }).click()
  await expect(page.getByText('Không có ngày này. Ví dụ 27/11/2026.')).toBeVisible()
})
