import { expect, type Page, test } from '@playwright/test'
import { readToken } from '@/lib/simulators/vgca/token-file'
import { startVgcaSimulator } from '@/lib/simulators/vgca/vgca-simulator'
import { expectAccessible } from '../support/accessible'
import { enter, keyOf, seen } from '../support/at-a-desk'
import { countClicks } from '../support/clicks'
import { PROVINCE } from '../support/provinces'
import { giveAgain, signInAs } from '../support/sign-in'

async function chooseKey(page: Page, account: string, password: string) {
  await page.getByLabel('Tệp khóa ký (.p12, .pfx)').setInputFiles(keyOf(account))
  await page.getByLabel('Mật khẩu khóa ký').fill(password)
}

// The tool on the signer's machine has a certificate of its own making.
test.use({ ignoreHTTPSErrors: true })

test('F6: a head closes the month in three presses and a PIN, with the tool on the machine; a key file stays in the page @desktop', async ({
  page,
}) => {
  const tokenOf = (account: string) => readToken(`${PROVINCE.dataFolder}/demo-keys/${account}`, 'demo-key')
  const tokens = { usual: tokenOf('giamdoc.snv'), wrong: tokenOf('thutruong') }
  const tool = await startVgcaSimulator({ port: PROVINCE.toolPort, tokens, holder: 'giamdoc.snv' })

  await signInAs(page, 'giamdoc.snv')
  const clicks = await countClicks(page)
  await page.getByRole('button', { name: 'Chốt tháng 11/2026' }).click()
  await page.waitForURL(/\/approvals\/[0-9a-f-]{36}$/)
  await page.getByLabel('Tôi đã đọc và đồng ý').check()
  const beforeKey = await clicks.count()
  await page.getByRole('button', { name: 'Hủy đợt này' }).click()
  await page.getByRole('button', { name: 'Hủy đợt ký' }).click()
  await expect(page.getByText('Đã hủy').first()).toBeVisible()
  await page.goto('/approvals')
  await expect(page.getByRole('heading', { name: /Tháng 11\/2026: \d+ hồ sơ sẵn sàng ký/ })).toBeVisible()
  await expect(page.getByText('Hồ sơ của chính người ký')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Chốt tháng 11\/2026: \d+ hồ sơ$/ }).click()
  await page.waitForURL(/\/approvals\/[0-9a-f-]{36}$/)
  const sign = page.getByRole('button', { name: /^Ký duyệt [\d.]+ hồ sơ$/ })
  await expect(sign).toBeVisible()
  await expectAccessible(page)

  // What is missing is named before anything is opened.
  await sign.click()
  await expect(page.getByText('Đọc lời chịu trách nhiệm rồi đánh dấu vào ô đồng ý.')).toBeVisible()
  await page.getByLabel('Tôi đã đọc và đồng ý').check()
  await sign.click()
  await expect(page.getByText('Chọn tệp khóa .p12 của Anh/Chị.')).toBeVisible()

  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await chooseKey(page, 'giamdoc.snv', 'sai-mat-khau')
  await sign.click()
  await expect(page.getByText('Mật khẩu của tệp khóa chưa đúng.')).toBeVisible()
  await expectAccessible(page)

  // A key of somebody else opens, and signs nothing.
  await chooseKey(page, 'thutruong', 'demo-key')
  await sign.click()
  // The first thing that reaches the server asks who sits here; the key stays chosen meanwhile.
  await giveAgain(page)
  await expect(page.getByText('Chứng thư này chưa đăng ký cho Anh/Chị.')).toBeVisible()

  await chooseKey(page, 'giamdoc.snv', 'demo-key')
  await page.getByRole('button', { name: 'Xem chứng thư' }).click()
  await expect(page.getByText('MÔ PHỎNG - Trần Quốc Bảo')).toBeVisible()
  await expect(page.getByLabel('Mật khẩu khóa ký')).toHaveValue('')

  // The tool: given up in its window, then another's token, then the right one.
  await page.getByLabel('Công cụ VGCA Sign Service').check()
  tool.fail('userCancels')
  await sign.click()
  await expect(page.getByText('Công cụ VGCA chưa ký. Công cụ báo: Người dùng hủy ký.')).toBeVisible()
  await expectAccessible(page)
  tool.fail('wrongCertificate')
  await sign.click()
  await expect(page.getByText(/Chứng thư số này chưa được đăng ký cho người ký/)).toBeVisible()
  clicks.again()
  await sign.click()
  await expect(page.getByRole('heading', { name: /^Đã ký tháng 11\/2026/ })).toBeVisible({ timeout: 30_000 })
  // Opened, agreed, signed; the PIN is typed into the window of the tool.
  expect(beforeKey + (await clicks.count())).toBe(3)
  await expect(page.getByText(/hồ sơ đã được phê duyệt lúc/)).toBeVisible()
  await expectAccessible(page)
  expect(sent.filter((body) => body.includes('demo-key') || body.includes('sai-mat-khau'))).toEqual([])

  await page.getByRole('button', { name: 'Kiểm lại' }).click()
  await expect(page.getByText('Chữ ký hợp lệ, hồ sơ đang lưu đúng như đã ký.')).toBeVisible()
  const [paper] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải PDF đã ký' }).click(),
  ])
  expect(paper.suggestedFilename()).toMatch(/^phe-duyet-2026-11-dot-\d+\.pdf$/)

  await page.goto('/signing')
  await expect(page.getByText('Đang chạy và trả lời.')).toBeVisible()
  await expect(page.getByText('MÔ PHỎNG - Trần Quốc Bảo, hạn')).toBeVisible()
  await seen(page, 'kiem-tra-ky-so')
  await tool.close()
  await page.getByRole('button', { name: 'Kiểm lại' }).click()
  await expect(page.getByText('Cài và mở VGCA Sign Service trên máy này.')).toBeVisible()
})

test('a person registers a certificate by signing a sheet, and Sở Nội vụ confirms @desktop', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'hoso', { to: '/signing/certificates' })
  await page.getByRole('button', { name: 'Đăng ký chứng thư mới' }).click()
  const sign = page.getByRole('button', { name: 'Ký phiếu đăng ký' })
  // A key that says another name is nobody's proof.
  await chooseKey(page, 'sonoivu', 'demo-key')
  await sign.click()
  await giveAgain(page)
  await expect(page.getByText(/Chứng thư này cấp cho .*Phạm Minh Đức, không phải của Anh\/Chị/)).toBeVisible()
  await seen(page, 'dang-ky-chung-thu')
  await chooseKey(page, 'hoso', 'demo-key')
  await sign.click()
  await expect(page.getByText('Chờ quản trị đơn vị xác nhận.')).toBeVisible()
  await seen(page, 'cho-xac-nhan')

  const office = await enter(browser, 'sonoivu', '/administration/certificates')
  await expect(office.getByText('1 phiếu đăng ký chờ xác nhận')).toBeVisible()
  await seen(office, 'phieu-cho')
  await office.getByRole('button', { name: /^Xác nhận cho / }).click()
  await giveAgain(office)
  await expect(office.getByText('0 phiếu đăng ký chờ xác nhận')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Dùng để ký được')).toBeVisible()
  await seen(page, 'da-dang-ky')
})

test('the month and its batches read on a phone @phone', async ({ page }) => {
  await signInAs(page, 'hoso', { to: '/approvals' })
  await expect(page.getByText('Người đứng đầu đơn vị mở đợt và ký.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: /^Tháng 10\/2026/ }).click()
  await expect(page.getByRole('heading', { name: /^Đã ký tháng 10\/2026/ })).toBeVisible()
  await expectAccessible(page)
})

test('whoever has no part in signing finds no page and no paper', async ({ page }) => {
  await signInAs(page, 'thutruong', { to: '/approvals' })
  const paper = await page
    .getByRole('link', { name: /Tải PDF/ })
    .first()
    .getAttribute('href')
  await page.context().clearCookies()
  await signInAs(page, 'nhanvien')
  const door = await page.goto('/approvals')
  expect(door?.status()).toBe(404)
  expect((await page.request.get(paper!)).status()).toBe(404)
  await page.context().clearCookies()
  // Head of another unit: a head, and still a stranger here.
  await signInAs(page, 'giamdoc.snv')
  expect((await page.request.get(paper!)).status()).toBe(404)
})
