import { expect, type Locator, type Page, test } from '@playwright/test'
import { countClicks } from '../support/clicks'
import { DEMO_PASSWORD, signInAs } from '../support/sign-in'

// What a desk does again and again, in no more presses of the mouse than was promised; each flow begins where signing in leads.
// Names, numbers and choices in lists are typed. F5, F6 … are the numbers of the flows.

const stamp = String(Date.now()).slice(-7)
const rail = (page: Page, name: RegExp) => page.getByRole('navigation', { name: 'Chính' }).getByRole('link', { name })

/** A choice in a list by its keys. */
async function chooseByKeys(list: Locator, label: RegExp | string) {
  const value = await list.locator('option', { hasText: label }).first().getAttribute('value')
  await list.selectOption(value)
}

/** The password once more, by keys. */
async function typeAgain(page: Page) {
  const question = page.getByRole('dialog', { name: 'Gõ lại mật khẩu để làm tiếp' })
  await question.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
}

test('F5 and F7: the queue is worked off by keys, two fields go back with one reason each @desktop', async ({
  page,
}) => {
  await signInAs(page, 'hoso')
  await expect(page).toHaveURL(/\/records\/review$/)
  const clicks = await countClicks(page)
  await page.getByRole('link', { name: 'Kiểm từ người chờ lâu nhất' }).click()
  const ticks = page.getByLabel('Trả lại trường này')
  const heading = page.getByRole('heading', { name: 'So sánh cũ và mới' })
  await expect(heading).toBeVisible()
  expect(await clicks.count()).toBe(1)
  // Looks for one with two changes, by keys.
  for (let n = 0; n < 10 && (await ticks.count()) < 2; n++) {
    const before = page.url()
    await page.keyboard.press('Alt+ArrowRight')
    await page.waitForURL((url) => url.href !== before)
    await expect(heading).toBeVisible()
  }
  const returned = page.url()
  clicks.again()
  await ticks.nth(0).check()
  await ticks.nth(1).check()
  await page.getByRole('button', { name: 'Trả lại 2' }).click()
  await expect(page).not.toHaveURL(returned)
  expect(await clicks.count()).toBeLessThanOrEqual(4)

  clicks.again()
  const passed = page.url()
  if (/review\/./.test(passed)) {
    await expect(heading).toBeVisible()
    await page.keyboard.press('d')
    await expect(page).not.toHaveURL(passed)
    expect(await clicks.count()).toBe(0)
  }
})

test('F8: a head has a deputy sign in three presses @desktop', async ({ page }) => {
  await signInAs(page, 'thutruong')
  const clicks = await countClicks(page)
  await rail(page, /Ký duyệt/).click()
  await page.getByRole('link', { name: 'Giao ký' }).click()
  await page.getByLabel('Người được giao ký').fill('nhanvien')
  await chooseByKeys(page.getByLabel('Hình thức'), /Thừa lệnh|TL/)
  await page.getByRole('textbox', { name: 'Văn bản giao ký' }).fill(`${stamp}/GKT-THPT`)
  await page.getByLabel('Từ ngày').fill('01/12/2026')
  await page.getByLabel('Đến hết ngày').fill('31/12/2026')
  await page.getByLabel('Đợt ngoài kỳ').press('Space')
  await page.getByRole('button', { name: 'Giao ký' }).click()
  await typeAgain(page)
  await expect(page.getByRole('row').filter({ hasText: stamp })).toBeVisible()
  expect(await clicks.count()).toBe(3)
})

test('F13 and F15: a group of refusals sent again, a merger @desktop', async ({ page }) => {
  await signInAs(page, 'sonoivu')
  const clicks = await countClicks(page)
  await rail(page, /Đồng bộ/).click()
  await page
    .getByRole('link', { name: /^Mở nhóm/ })
    .last()
    .click()
  await page.getByLabel(/Lý do gửi lại/).fill('Bộ đã cập nhật danh mục')
  await page.getByRole('button', { name: /^Gửi lại/ }).click()
  await expect(page.getByText(/^Đã đưa \d+ hồ sơ vào hàng gửi/)).toBeVisible()
  expect(await clicks.count()).toBeLessThanOrEqual(4)

  await page.goto('/')
  clicks.again()
  await rail(page, /Quản trị/).click()
  await page.getByRole('navigation', { name: 'Quản trị' }).getByRole('link', { name: 'Đơn vị' }).click()
  await page.getByRole('link', { name: /sáp nhập/ }).click()
  await page.getByLabel('Có hiệu lực từ ngày').fill('01/01/2027')
  await page.getByLabel('Quyết định, nghị quyết').fill('NQ 9/NQ-HĐND')
  for (const name of ['Sở Tài chính', 'Trường Chính trị']) await chooseByKeys(page.locator('#add-unit'), name)
  await page.getByLabel('Tên đơn vị mới').fill('Sở Tài chính và Đào tạo cán bộ')
  await page.getByLabel('Đặt dưới').selectOption({ label: 'Ủy ban nhân dân tỉnh Đồng Tháp' })
  await page.getByLabel('Loại đơn vị').selectOption('CQCM_TINH')
  await page.getByLabel('Mã trong tỉnh').fill('stc-dt')
  await page.getByLabel('Mã định danh điện tử').fill('H20.77')
  await page.getByRole('button', { name: 'Diễn tập', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Diễn tập' })).toBeVisible()
  // One more press would run it; the tree of the other tests stays as it is.
  expect(await clicks.count()).toBe(4)
})
