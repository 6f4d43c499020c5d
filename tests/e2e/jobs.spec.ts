import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { unzip } from '../documents/unzip'
import { expectAccessible } from '../support/accessible'
import { giveAgain, signInAs } from '../support/sign-in'

test('the officer has the records of the school packed, watches it, and opens the file @desktop', async ({ page }) => {
  test.setTimeout(180_000)
  await signInAs(page, 'hoso', { to: '/records' })
  await page.getByRole('link', { name: 'Tải sơ yếu lý lịch' }).click()
  const day = page.getByLabel('Như đã duyệt đến ngày')
  const start = page.getByRole('button', { name: 'Đóng gói sơ yếu lý lịch' })
  await day.fill('31/12/2026')
  await start.click()
  await giveAgain(page)
  await expect(page.getByRole('link', { name: /Ngày này chưa đến/ })).toBeVisible()
  await expectAccessible(page)

  await day.fill('27/11/2026')
  await start.click()
  await page.waitForURL(/\/jobs$/)
  const job = page.locator('.job').first()
  await expect(job).toContainText('Sơ yếu lý lịch của Trường THPT Bình Hàng')
  await expect(job.getByRole('status')).toContainText('Xong', { timeout: 120_000 })
  await expect(job).toContainText('21/21')
  await expectAccessible(page)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    job.getByRole('link', { name: /^Tải tệp/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('so-yeu-ly-lich-2026-11-27.zip')
  const files = unzip(readFileSync(await download.path()))
  const pdfs = [...files].filter(([name]) => name.endsWith('.pdf'))
  expect(pdfs).toHaveLength(21)
  for (const [, bytes] of pdfs) expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-')
  expect(files.get('khong-co-ho-so-duyet.csv')?.toString()).toContain(
    'Trường THPT Bình Hàng;Chưa có bản nào được duyệt',
  )

  // Whose file it is, only they fetch it.
  const address = await job.getByRole('link', { name: /^Tải tệp/ }).getAttribute('href')
  const other = await (await page.context().browser()!.newContext()).newPage()
  await signInAs(other, 'thutruong')
  expect((await other.request.get(address ?? '')).status()).toBe(404)
})

test('the province’s administrator keeps the system and takes no records @desktop', async ({ page }) => {
  await signInAs(page, 'sonoivu', { to: '/records' })
  await expect(page.getByRole('link', { name: 'Tải sơ yếu lý lịch' })).toBeHidden()
  expect((await page.goto('/records/export'))?.status()).toBe(404)
})

test('long work and its form fit a telephone @phone', async ({ page }) => {
  await signInAs(page, 'hoso', { to: '/jobs' })
  await expectAccessible(page)
  await page.goto('/records/export')
  await expectAccessible(page)
})
