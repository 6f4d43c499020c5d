import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { enter, KEY_PASSWORD, keyOf, seen } from '../support/at-a-desk'
import { giveAgain } from '../support/sign-in'

type Asked = { vow?: boolean; password?: boolean }

async function signWith(page: Page, account: string, act: string, { vow = true, password = true }: Asked = {}) {
  if (vow) await page.getByLabel('Tôi đã đọc và đồng ý').check()
  await page.getByLabel('Tệp khóa ký (.p12, .pfx)').setInputFiles(keyOf(account))
  await page.getByLabel('Mật khẩu khóa ký').fill(KEY_PASSWORD)
  await page.getByRole('button', { name: act }).click()
  if (password) await giveAgain(page)
}

test('R78: a document is asked for, signed, sealed, stands in the register, and is checked by who has no account, until the approval is taken back @desktop', async ({
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
  const row = keeper.getByRole('row', { name: /01\/XN-.*Đã phát hành/ })
  await expect(row).toBeVisible()
  const subject = (await row.getByRole('link').first().textContent()) ?? ''
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

  // The head takes the approval back: the register and whoever checks the paper are told.
  await head.goto('/approvals')
  await head
    .getByRole('link', { name: /10\/2026/ })
    .first()
    .click()
  await head.getByRole('link', { name: 'Rút phê duyệt' }).click()
  await head.getByRole('button', { name: 'Lập văn bản để ký' }).click()
  await expect(head.getByText('Chọn ít nhất một hồ sơ.').first()).toBeVisible()
  await head.getByLabel('Tìm tên').fill(subject)
  await head.getByRole('button', { name: 'Tìm', exact: true }).click()
  await head.getByLabel(new RegExp(`^${subject}, bản`)).check()
  await head.getByLabel('Lý do rút').fill('Sai số căn cước, phát hiện sau khi ký')
  await head.getByRole('button', { name: 'Lập văn bản để ký' }).click()
  await seen(head, 'withdrawal')
  await signWith(head, 'thutruong', 'Ký rút phê duyệt 1 hồ sơ', { vow: false, password: false })
  await expect(head.getByText(/Đã rút phê duyệt 1 hồ sơ, văn bản số/)).toBeVisible({ timeout: 30_000 })
  await seen(head, 'withdrawn')
  await keeper.goto('/exports')
  await expect(keeper.getByRole('row', { name: /01\/XN-.*Phê duyệt đã rút/ })).toBeVisible()
  await stranger.goto('/verify')
  await stranger.getByLabel('Mã in dưới ô QR').fill(printed ?? '')
  await stranger.getByRole('button', { name: 'Tra mã' }).click()
  await expect(stranger.getByText('Phê duyệt đã rút, không còn giá trị.')).toBeVisible()
})
