import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { signInAs } from '../support/sign-in'

test('the province traces a refusal to its field and sends the record again', async ({ page }) => {
  // Five looks by axe at a page, and a round to the ministry.
  test.slow()
  await signInAs(page, 'sonoivu', { to: '/pushes' })
  await expect(page.getByRole('heading', { level: 1, name: 'Đồng bộ quốc gia' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Tiến độ' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tiến độ đồng bộ' })).toBeVisible()
  await expect(page.locator('tfoot')).toContainText('Cộng')
  await expectAccessible(page)
  const paper = await page.request.get('/api/progress/now?format=pdf')
  expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await page.goto('/pushes/messages')
  await expect(page.getByRole('heading', { level: 2, name: /Bảng thông điệp đang dùng/ })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/pushes')

  const refused = page.locator('.sum div', { hasText: 'Bộ từ chối' })
  const figure = await refused.locator('dd').textContent()
  await refused.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: `${figure} bản: Bộ từ chối` })).toBeVisible()
  await expect(page.getByText(new RegExp(`1–\\d+ trong ${figure} bản`))).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('table', { name: 'Danh sách gửi' }).getByRole('rowheader').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Lần theo lỗi' })).toBeVisible()
  await expect(page.locator('.trace')).toContainText(/Mục \d+/)
  await page.getByText('Nguyên văn trả lời của Bộ').first().click()
  await expect(page.locator('pre').first()).toContainText('err_code')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Gửi lại 1 hồ sơ' }).click()
  await expect(page.locator('#reason-fault')).toContainText('Ghi lý do gửi lại')
  await expectAccessible(page)
  await page.getByLabel(/Lý do gửi lại/).fill('Bộ đã cập nhật danh mục')
  await page.getByRole('button', { name: 'Gửi lại 1 hồ sơ' }).click()
  await expect(page.getByText('Đã đưa 1 hồ sơ vào hàng gửi.')).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(page.locator('.chip').first()).toHaveText('Bộ đã nhận', { timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
})

test('a unit sees what became of its own people, and sends nothing again', async ({ page }) => {
  await signInAs(page, 'hoso', { to: '/pushes' })
  const rows = page.getByRole('table', { name: 'Danh sách gửi' })
  await rows.getByRole('rowheader').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Các lần gửi' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Gửi lại/ })).toHaveCount(0)
  await expect(page.getByText('Nguyên văn trả lời của Bộ')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Mở hồ sơ' }).first().click()
  await expect(page.getByRole('heading', { name: /Gửi Bộ: bản \d+/ })).toBeVisible()
  await expect(page.getByText('Vào hàng gửi ngay khi ký')).toBeVisible()

  await page.goto('/pushes/stuck')
  const stuck = page.getByRole('table', { name: 'Danh sách đang kẹt' })
  await expect(stuck.getByRole('row').nth(1)).toBeVisible()
  await expectAccessible(page)
})

test('for a person of no office the page does not exist @desktop', async ({ page }) => {
  await signInAs(page, 'nhanvien')
  for (const address of ['/pushes', '/pushes/1']) {
    expect((await page.goto(address))?.status()).toBe(404)
    await expect(page.getByText('Không tìm thấy trang này').first()).toBeVisible()
  }
})

test('health speaks in exactly these words @desktop', async ({ request }) => {
  const answer = await request.get('/api/health')
  expect(answer.status()).toBe(200)
  const outbox = { waiting: expect.any(Number), oldestSeconds: expect.any(Number) }
  expect(await answer.json()).toEqual({ status: 'ok', database: 'ok', worker: 'ok', outbox })
})
