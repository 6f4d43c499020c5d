import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { giveAgain, signInAs } from '../support/sign-in'

const PDF = {
  ...{ name: 'quyet-dinh.pdf', mimeType: 'application/pdf' },
  buffer: Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n'),
}

/** From the list to what may happen to somebody of the unit. */
async function lifeOf(page: Page, name: string) {
  await page.goto(`/records?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).click()
  await page.waitForURL(/\/records\/[0-9a-f-]{36}$/)
  await page.getByRole('link', { name: 'Biến động' }).last().click()
  await expect(page.getByRole('heading', { level: 1, name: `Biến động của ${name}` })).toBeVisible()
}

async function decide(page: Page, kind: string, basis: string) {
  await page.getByLabel('Loại biến động').selectOption({ label: kind })
  await page.getByLabel('Số quyết định').fill(basis)
  await page.getByLabel('Ngày ký quyết định').fill('20/11/2026')
  await page.getByLabel('Có hiệu lực từ ngày').fill('27/11/2026')
}

test('R104: an officer moves somebody, hands over the record of another, and is refused what was tampered with @desktop', async ({
  page,
}) => {
  test.setTimeout(150_000)
  await signInAs(page, 'hoso', { to: '/movements' })
  await expectAccessible(page)

  // Inside the province: the record goes, what was approved stays readable.
  await lifeOf(page, 'Hà Như Trang')
  await decide(page, 'Chuyển trong tỉnh', '126/QĐ-SNV')
  // Where nobody else in these tests counts the people.
  const receiver = page.getByLabel('Đơn vị nhận', { exact: true })
  const school = receiver.locator('option', { hasText: 'Trường Chính trị' })
  await receiver.selectOption((await school.getAttribute('value')) ?? '')
  await page.getByRole('button', { name: 'Ghi biến động' }).click()
  await giveAgain(page)
  await page.waitForURL(/\/movements\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Chuyển trong tỉnh: Hà Như Trang' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Lập gói bàn giao' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Xem bản đã duyệt đến trước ngày này' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Hồ sơ như đã duyệt đến ngày 26\/11\/2026/ })).toBeVisible()

  // Out of it: not without the decision; then with a package that proves itself.
  await lifeOf(page, 'Huỳnh Thị Trang')
  await decide(page, 'Chuyển ra ngoài tỉnh', '125/QĐ-SNV')
  await page.getByLabel('Nơi đến').fill('Sở Nội vụ tỉnh An Giang')
  await page.getByRole('button', { name: 'Ghi biến động' }).click()
  await expect(page.getByText('việc này phải kèm quyết định').first()).toBeVisible()
  await page.getByLabel('Tệp quyết định').setInputFiles(PDF)
  await page.getByRole('button', { name: 'Ghi biến động' }).click()
  await page.waitForURL(/\/movements\/[0-9a-f-]{36}$/)
  await expect(page.getByText('Hạn 04/12/2026')).toBeVisible()
  await page.getByRole('button', { name: 'Lập gói bàn giao' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Tải gói/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('ban-giao-huynh-thi-trang-2026-11-27.zip')
  const path = await download.path()
  await page.getByLabel('Số biên bản').fill('3/BB')
  await page.getByLabel('Bên nhận').fill('Bà Lê Thị Hoa, Sở Nội vụ tỉnh An Giang')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Ghi biên bản' }).click()
  await expect(page.getByText(/^Biên bản 3\/BB, 27\/11\/2026/)).toBeVisible()
  await expect(page.getByText('đã giao hồ sơ theo biên bản giao nhận')).toBeVisible()

  // What comes in is looked at first.
  await page.goto('/movements/receive')
  const bytes = readFileSync(path)
  const tampered = Buffer.from(bytes)
  tampered[2000] = (tampered[2000] ?? 0) ^ 1
  for (const [buffer, said] of [
    [tampered, /đã hỏng, bị cắt mất một phần|không khớp/],
    [bytes, /đã có hồ sơ trong hệ thống/],
  ] as const) {
    await page.getByLabel('Gói bàn giao', { exact: true }).setInputFiles({ ...PDF, name: 'goi.zip', buffer })
    await page.getByRole('button', { name: 'Kiểm gói' }).click()
    await expect(page.getByText(said).first()).toBeVisible()
    await expectAccessible(page)
  }
})
