import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { giveAgain } from '../support/sign-in'

const PASSWORD = 'Dong-Thap#2026'

async function signIn(page: Page, username: string, password = PASSWORD) {
  await page.goto('/sign-in')
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

const somebodyElse = async (browser: Browser) => (await browser.newContext()).newPage()

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(sideways).toBeLessThanOrEqual(0)
}

test('Sở Nội vụ makes a unit administrator, whose first sign-in asks for a new password @desktop', async ({
  page,
  browser,
}) => {
  await signIn(page, 'sonoivu')
  await page.goto('/administration')
  await page.getByRole('link', { name: 'Thêm quản trị đơn vị' }).click()
  const create = page.getByRole('button', { name: 'Thêm người và cấp tài khoản' })
  await page.getByLabel('Họ và tên khai sinh').fill('Mai Thị Ữ')
  await page.getByLabel('Số căn cước công dân').fill('08728800432')
  await page.getByLabel('Sinh ngày').fill('30/02/1988')
  await create.click()
  await giveAgain(page)
  // Everything that is wrong at once, each at its field; what was typed stays.
  await expect(page.getByRole('link', { name: /^Số căn cước: .*đúng 12 chữ số/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Ngày sinh: Không có ngày này/ })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Đơn vị: Chọn đơn vị.' })).toBeVisible()
  await expect(page.getByLabel('Họ và tên khai sinh')).toHaveValue('Mai Thị Ữ')
  await expectAccessible(page)

  await page.getByLabel('Số căn cước công dân').fill(`0871${String(Date.now()).slice(-8)}`)
  await page.getByLabel('Sinh ngày').fill('5/9/1988')
  await page.getByLabel('Đơn vị sử dụng').selectOption({ index: 2 })
  await page.getByLabel('Làm việc tại đơn vị từ ngày').fill('1/9/2010')
  await page.getByLabel('Đối tượng').selectOption('CONG_CHUC')
  await page.getByLabel('Căn cứ giao vai trò').fill('QĐ 88/QĐ-SNV')
  await create.click()
  await expect(page.getByRole('heading', { name: 'Phiếu tài khoản của Mai Thị Ữ' })).toBeVisible()
  await expectAccessible(page)

  const slip = page.getByRole('status')
  const username = (await slip.locator('dd').nth(1).textContent()) ?? ''
  const password = (await slip.locator('dd').nth(2).textContent()) ?? ''
  const administrator = await somebodyElse(browser)
  await signIn(administrator, username, password)
  await expect(administrator).toHaveURL(/\/account\/password/)
})

test('the officer returns a field with a reason, by keys, and the next opens by itself @desktop', async ({ page }) => {
  await signIn(page, 'hoso')
  await page.goto('/records/review')
  await page.getByRole('link', { name: 'Kiểm từ người chờ lâu nhất' }).click()
  await expect(page.getByRole('heading', { name: 'So sánh cũ và mới' })).toBeVisible()
  const address = page.url()
  await expectAccessible(page)
  await page.getByLabel('Trả lại trường này').first().check()
  await page.getByLabel('Lý do').selectOption('Lý do khác')
  await page.getByRole('heading', { name: 'So sánh cũ và mới' }).click()
  await page.keyboard.press('t')
  await expect(page.getByText('ghi lý do để người khai biết sửa gì')).toBeVisible()
  // In a field the keys are letters.
  await page.getByLabel('Nhắn cho người khai').pressSequentially('Sai ngày, tra lại thẻ, dd')
  await expect(page).toHaveURL(address)
  await page.getByRole('button', { name: 'Trả lại 1' }).click()
  await expect(page).not.toHaveURL(address)
  await page.goto(address)
  await expect(page.getByText('Trả lại', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /Đạt cả/ })).toBeHidden()
})

test('each figure of the province leads to a list of exactly that length @desktop', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page, 'sonoivu')
  await page.goto('/overview')
  const rows = page.locator('table.units').locator('tbody tr, tfoot tr')
  const figures = await rows
    .locator('td.num a')
    .evaluateAll((links) =>
      links.map((link) => ({ href: link.getAttribute('href') ?? '', figure: link.firstChild?.textContent ?? '' })),
    )
  expect(figures.length).toBeGreaterThan(8)
  // The sum row, and some of the others: each is one page to open.
  const chosen = figures.filter((_, at) => at % 9 === 0 || at >= figures.length - 8)
  for (const { href, figure } of chosen) {
    await page.goto(href)
    await expect(page.getByRole('heading', { name: `${figure} người`, exact: true })).toBeVisible()
  }
})

test('doors that are not one’s own do not exist, and trying them is noted @desktop', async ({ page, browser }) => {
  await signIn(page, 'nhanvien')
  const doors = ['/records', '/records/review', '/administration', '/administration/units', '/overview', '/audit']
  for (const door of doors) expect([door, (await page.goto(door))?.status()]).toEqual([door, 404])

  const officer = await somebodyElse(browser)
  await signIn(officer, 'hoso')
  expect((await officer.goto('/administration/units/new'))?.status()).toBe(404)

  const auditor = await somebodyElse(browser)
  await signIn(auditor, 'kiemtoan')
  await auditor.goto('/audit?action=access.refused')
  await expect(auditor.getByText('bị từ chối khi mở /administration/units/new').first()).toBeVisible()
  await expect(auditor.getByText('bị từ chối khi mở /overview').first()).toBeVisible()
})

test('lists and figures are for everybody, on every screen', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, 'sonoivu')
  for (const address of ['/overview', '/records?stage=refused', '/administration', '/administration/units']) {
    await page.goto(address)
    await expectAccessible(page)
  }
  await page
    .getByRole('link', { name: /Sở Y tế/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Quá trình' })).toBeVisible()
  await expectAccessible(page)
})
