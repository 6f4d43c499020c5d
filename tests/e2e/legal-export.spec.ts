import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { enter, KEY_PASSWORD, keyOf, seen } from '../support/at-a-desk'
import { giveAgain } from '../support/sign-in'

async function signWith(page: Page, account: string, act: string) {
  await page.getByLabel('Tôi đã đọc và đồng ý').check()
  await page.getByLabel('Tệp khóa ký (.p12, .pfx)').setInputFiles(keyOf(account))
  await page.getByLabel('Mật khẩu khóa ký').fill(KEY_PASSWORD)
  await page.getByRole('button', { name: act }).click()
  await giveAgain(page)
}

test('R78: a document is asked for, signed, sealed, stands in the register, and is checked by who has no account @desktop', async ({
  browser,
}) => {
  test.setTimeout(150_000)
  const keeper = await enter(browser, 'vanthu', '/my-record/form?of=approved')
  await keeper.getByRole('link', { name: 'Xin bản có giá trị pháp lý' }).click()
  await keeper.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await expect(keeper.getByText(/Ghi dùng vào việc gì/).first()).toBeVisible()
  await keeper.getByLabel('Dùng vào việc').fill('Nộp hồ sơ dự tuyển tại Sở Y tế')
  await keeper.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await keeper.waitForURL(/\/exports\/[0-9a-f-]{36}$/)
  await expect(keeper.getByRole('button', { name: 'Rút lại đề nghị' })).toBeVisible()

  const head = await enter(browser, 'thutruong', new URL(keeper.url()).pathname)
  await seen(head, 'to-sign')
  await signWith(head, 'thutruong', 'Ký văn bản')
  await expect(head.getByText('Bản nháp, chờ đóng dấu').first()).toBeVisible({ timeout: 30_000 })

  await keeper.reload()
  await signWith(keeper, 'vanthu', 'Cấp số và đóng dấu')
  await expect(keeper.getByRole('heading', { name: /^Văn bản số \d\d\/XN-/ })).toBeVisible({ timeout: 30_000 })
  await seen(keeper, 'issued')
  const [file] = await Promise.all([
    keeper.waitForEvent('download'),
    keeper.getByRole('link', { name: 'Tải văn bản' }).click(),
  ])
  const pdf = readFileSync(await file.path())

  await keeper.goto('/exports')
  await expect(keeper.getByRole('row', { name: /01\/XN-.*Đã phát hành/ })).toBeVisible()
  await seen(keeper, 'register')

  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto('/verify')
  await stranger
    .getByLabel('Tệp PDF', { exact: true })
    .setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: pdf })
  await stranger.getByRole('button', { name: 'Kiểm tra tệp' }).click()
  await expect(stranger.getByText('Chữ ký hợp lệ. Đúng là tệp cổng đã nhận.')).toBeVisible()
  await expect(stranger.getByRole('heading', { name: /^Chữ ký của cơ quan/ })).toBeVisible()
  await seen(stranger, 'checked-file')

  await stranger.getByLabel('Mã in dưới ô QR').fill('123')
  await stranger.getByRole('button', { name: 'Tra mã' }).click()
  await expect(stranger.getByText('Mã có 32 chữ số')).toBeVisible()
  const printed = await keeper
    .goto('/my-record/form?of=approved')
    .then(() => keeper.locator('.cv-check code').textContent())
  await stranger.getByLabel('Mã in dưới ô QR').fill(printed ?? '')
  await stranger.getByRole('button', { name: 'Tra mã' }).click()
  await expect(stranger.getByText('Đã phê duyệt bằng chữ ký số')).toBeVisible()
  await seen(stranger, 'checked-code')
  expect((await stranger.goto(`/verify/${'0'.repeat(32)}`))?.status()).toBe(404)
})
