import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { signInAs } from '../support/sign-in'

const DAY = '01/07/2025'
const UNITS = '/administration/units'
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

async function begin(page: Page, basis = 'NQ 1663/NQ-UBTVQH15 ngày 16/06/2025') {
  await page.getByLabel('Có hiệu lực từ ngày').fill(DAY)
  await page.getByLabel('Quyết định, nghị quyết').fill(basis)
}

/** Rehearses, sees who moves, runs; then the page of the operation is open. */
async function rehearseAndRun(page: Page, moved: number) {
  await page.getByRole('button', { name: 'Diễn tập', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Diễn tập' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Thực hiện, chuyển ${moved} người` }).click()
  await expect(page.getByRole('heading', { name: 'Việc đã làm' })).toBeVisible()
}

async function mergeCommunes(page: Page) {
  await page.goto(`${UNITS}/operations/new?kind=merge`)
  await begin(page)
  for (const name of ['thị trấn Sa Rài', 'xã Bình Phú', 'xã Tân Công Chí']) {
    const option = page.locator('#add-unit option', { hasText: name })
    await page.locator('#add-unit').selectOption((await option.getAttribute('value')) ?? '')
  }
  await page.getByLabel('Tên đơn vị mới').fill('Ủy ban nhân dân xã Tân Hồng')
  await page.getByLabel('Đặt dưới').selectOption({ label: 'Ủy ban nhân dân tỉnh Đồng Tháp' })
  await page.getByLabel('Loại đơn vị').selectOption('UBND_XA')
  await page.getByLabel('Mã trong tỉnh').fill('x-tan-hong')
  await page.getByLabel('Mã định danh điện tử').fill('H20.61')
  await rehearseAndRun(page, 10)
}

async function endDistrict(page: Page) {
  await page.goto(`${UNITS}?on=2025-06-30`)
  await page.getByRole('link', { name: 'Ủy ban nhân dân huyện Tân Hồng' }).click()
  await page.getByRole('link', { name: 'Chia, tách' }).click()
  await begin(page)
  const commune = page.getByLabel('Đơn vị nhận').locator('option', { hasText: 'xã Tân Hồng' })
  await page.getByLabel('Đơn vị nhận').selectOption((await commune.getAttribute('value')) ?? '')
  await page.getByLabel('Đơn vị được chia kết thúc').check()
  for (const place of await page.locator('.placing select').all()) await place.selectOption({ label: 'Nơi nhận 1' })
  await rehearseAndRun(page, 5)
}

const undo = async (page: Page, address: string) => {
  await page.goto(address)
  await page.getByRole('button', { name: 'Hoàn tác việc này' }).click()
  await expect(page.getByText(/^Đã hoàn tác lúc/)).toBeVisible()
}

test('the reform of 2025 is rehearsed, run, undone and run again; both days are right @desktop', async ({ page }) => {
  test.setTimeout(240_000)
  await signInAs(page, 'sonoivu', { to: UNITS })
  await mergeCommunes(page)
  const merge = page.url()
  await endDistrict(page)
  const split = page.url()

  await page.goto(`${UNITS}?on=2025-06-30&q=tan-hong`)
  await expect(rowOf(page, 'huyện Tân Hồng').first()).toContainText('5')
  await expect(page.getByRole('link', { name: 'Ủy ban nhân dân xã Tân Hồng' })).toBeHidden()
  await page.goto(`${UNITS}?on=2025-07-01&q=tan-hong`)
  await expect(rowOf(page, 'x-tan-hong')).toContainText('15')
  await expect(rowOf(page, 'thcs-tan-hong')).toContainText('thuộc UBND xã, phường')
  await expect(page.getByRole('link', { name: 'Ủy ban nhân dân huyện Tân Hồng' })).toBeHidden()

  // What came later is undone first; until then the page says so and has the way back ready.
  await page.goto(merge)
  await expect(page.getByRole('heading', { name: 'Không hoàn tác được nữa' })).toBeVisible()
  await page.getByRole('link', { name: 'Mở việc ngược lại đã soạn sẵn' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Chia, tách: Ủy ban nhân dân xã Tân Hồng')
  await undo(page, split)
  await undo(page, merge)
  await page.goto(`${UNITS}?on=2025-07-01&q=tan-hong`)
  await expect(page.getByRole('link', { name: 'Ủy ban nhân dân huyện Tân Hồng' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ủy ban nhân dân xã Tân Hồng' })).toBeHidden()

  await mergeCommunes(page)
  await endDistrict(page)
  await page.goto(`${UNITS}/operations`)
  await expect(page.getByText('đã hoàn tác')).toHaveCount(2)
  await expectAccessible(page)
})

test('a unit with people is not closed, and none goes under its own child @desktop', async ({ page }) => {
  await signInAs(page, 'sonoivu', { to: UNITS })
  const open = async (act: string) => {
    await page.goto(UNITS)
    await page.getByRole('link', { name: 'Sở Y tế' }).click()
    await page.getByRole('link', { name: act }).click()
    await page.getByLabel('Quyết định, nghị quyết').fill('QĐ 5/QĐ-UBND')
  }
  await open('Giải thể')
  await page.getByRole('button', { name: 'Diễn tập', exact: true }).click()
  await expect(page.getByText(/^Còn 20 người ở Sở Y tế/)).toBeVisible()
  await expect(page.getByText(/^Còn 2 đơn vị trực thuộc/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Thực hiện/ })).toBeHidden()
  await open('Chuyển cấp trên')
  const child = page.getByLabel('Đơn vị cấp trên mới').locator('option', { hasText: 'Bệnh viện Đa khoa Sa Đéc' })
  await page.getByLabel('Đơn vị cấp trên mới').selectOption((await child.getAttribute('value')) ?? '')
  await page.getByLabel('Loại đơn vị').evaluate((select: HTMLSelectElement) => {
    select.add(new Option('Sở', 'CQCM_TINH', true, true))
  })
  await page.getByRole('button', { name: 'Diễn tập', exact: true }).click()
  await expect(page.getByText('Không chuyển được: nơi đến nằm trong chính đơn vị này')).toBeVisible()
})

test('the slider is moved by keys and its day stands in the address @desktop', async ({ page }) => {
  await signInAs(page, 'sonoivu', { to: UNITS })
  await page.getByRole('slider', { name: 'Cây đơn vị ngày' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(/\?on=2025-07-01/)
  await expect(page.getByRole('heading', { name: /ngày 01\/07\/2025/ })).toBeVisible()
})

test('a list is tried before it is taken, line by line; the ministry’s list is held beside ours @desktop', async ({
  page,
}) => {
  await signInAs(page, 'sonoivu', { to: `${UNITS}/import` })
  const list = (rows: string) => ({ name: 'don-vi.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
  const head = 'Mã trong tỉnh;Tên đơn vị;Loại đơn vị;Mã cấp trên;Mã định danh'
  await page.getByLabel('Có hiệu lực từ ngày').fill('01/01/2026')
  await page.getByLabel('Quyết định').fill('QĐ 9/QĐ-UBND')
  await page
    .getByLabel('Tệp danh sách')
    .setInputFiles(list(`${head}\nCC Mới;;CHI_CUC;syt;\ncc-x;Chi cục X;CHI_CUC;khong-co;`))
  await page.getByRole('button', { name: 'Đọc thử' }).click()
  await expect(page.getByRole('heading', { name: '2 chỗ phải sửa trong tệp' })).toBeVisible()
  await expect(page.getByText('Dòng 2, cột Tên đơn vị: Ô này để trống. Ghi giá trị.')).toBeVisible()
  await expectAccessible(page)
  await page
    .getByLabel('Tệp danh sách')
    .setInputFiles(list(`${head}\ncc-dan-so;Chi cục Dân số;Chi cục thuộc sở;syt;H20.15.09`))
  await page.getByRole('button', { name: 'Đọc thử' }).click()
  await page.getByRole('button', { name: 'Nhập 1 đơn vị' }).click()
  await expect(page.getByRole('heading', { name: 'Nhập 1 đơn vị từ tệp don-vi.csv' })).toBeVisible()
  await page.getByRole('button', { name: 'Hoàn tác việc này' }).click()
  await expect(page.getByText(/^Đã hoàn tác lúc/)).toBeVisible()

  await page.goto(`${UNITS}/compare`)
  await page
    .getByLabel('Tệp danh sách')
    .setInputFiles(list('Tên đơn vị,Mã định danh\nSở Y tế tỉnh Đồng Tháp,H20.15\nSở Mới,H20.99\nSở Nội vụ,H20.11'))
  await page.getByRole('button', { name: 'So hai danh sách' }).click()
  await expect(page.getByRole('heading', { name: '1 đơn vị khác tên hoặc mã' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '1 đơn vị chỉ có ở Bộ' })).toBeVisible()
  await expectAccessible(page)
})

test('the tree and its operations are the province’s; a unit administrator reads their own part @desktop', async ({
  page,
}) => {
  await signInAs(page, 'hoso', { to: UNITS })
  await expect(page.getByRole('heading', { name: /^1 đơn vị, 3\d người/ })).toBeVisible()
  for (const door of ['operations/new?kind=merge', 'import', 'compare', 'new']) {
    expect([door, (await page.goto(`${UNITS}/${door}`))?.status()]).toEqual([door, 404])
  }
})

test('every page of the tree is for everybody, on every screen', async ({ page }) => {
  test.setTimeout(120_000)
  await signInAs(page, 'sonoivu', { to: UNITS })
  for (const address of [
    '?on=2025-06-30',
    '/operations',
    '/operations/new?kind=merge',
    '/operations/new?kind=create',
    '/import',
    '/compare',
  ]) {
    await page.goto(`${UNITS}${address}`)
    await expectAccessible(page)
  }
  await page.goto(UNITS)
  await page.getByRole('link', { name: 'Sở Y tế' }).first().click()
  await page.getByText('Giao hoặc sửa số được giao').click()
  await expectAccessible(page)
})
