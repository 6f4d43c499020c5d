import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { signInAs } from '../support/sign-in'
import { fresh, saved, typeTelex } from '../support/typing'

test.beforeEach(async ({ page }) => signInAs(page, 'nhanvien'))

test('a word typed with Telex stays as it was typed, before, during and after a save @desktop', async ({ page }) => {
  await page.goto('/my-record/identity')
  const field = page.getByLabel('Các tên gọi khác')
  await field.fill('')
  // Nguyễn Ẵm: every mark is letters taken back and typed anew, across several saves.
  await typeTelex(field, 'Nguye<ê<ễn  A<Ă<Ẵm', 260)
  await expect(field).toHaveValue('Nguyễn  Ẵm')
  await page.waitForTimeout(2500)
  // The server keeps one space; the field that has the focus is left alone.
  await expect(field).toHaveValue('Nguyễn  Ẵm')
  await expect(field).toBeFocused()
  await saved(page)
  await page.reload()
  await expect(field).toHaveValue('Nguyễn Ẵm')
})

test('a list is searched without accents, and with Telex', async ({ page }) => {
  await page.goto('/my-record/identity')
  const field = page.getByLabel('Thành phần gia đình xuất thân')
  await field.fill('')
  await typeTelex(field, 'no<ô<ông da<â', 200)
  const list = page.getByRole('listbox')
  await expect(list.getByRole('option').first()).toContainText('Nông dân')
  await expect(field).toHaveValue('nông dâ')
  await field.fill('cong nhan')
  await expect(list.getByRole('option').first()).toContainText('Công nhân')
  await field.press('Enter')
  await expect(field).toHaveValue(/Công nhân/)
  // The places of the province come when they are asked for; those of before 01/07/2025 say so.
  const place = page.getByRole('combobox', { name: /Xã, phường hoặc tỉnh/ }).last()
  await place.fill('sa dec')
  await expect(list.getByRole('option').first()).toContainText('Sa Đéc')
  await expect(list.getByText('tên cũ, đến 30/06/2025').first()).toBeVisible()
  await list.getByRole('option').first().click()
  await expect(page.getByText(/^Mã \d+, từ 01\/07\/2025/).last()).toBeVisible()
  await saved(page)
  await page.reload()
  await expect(field).toHaveValue(/Công nhân/)
  await expect(place).toHaveValue(/Sa Đéc/)
})

test('what cannot be is named at its field with the remedy, kept as typed, and nothing else is lost @desktop', async ({
  page,
}) => {
  await page.goto('/my-record/identity')
  const day = page.getByLabel('Ngày cấp CCCD')
  const before = await day.inputValue()
  const other = page.getByLabel('Các tên gọi khác')
  const name = fresh('Tư')
  await day.fill('31/02/2021')
  await other.fill(name)
  await page.getByRole('button', { name: /Lưu nháp/ }).click()
  const summary = page.getByRole('alert').filter({ hasText: 'lỗi phải sửa' })
  await expect(summary).toBeFocused()
  await summary.getByRole('link').click()
  await expect(day).toBeFocused()
  await expect(day).toHaveAttribute('aria-invalid', 'true')
  await expect(day).toHaveValue('31/02/2021')
  await expect(page.getByText('Lỗi: Không có ngày này.')).toBeVisible()
  await expectAccessible(page)
  // Also when the page is opened again: the device keeps what the server could not take, and says why.
  await page.reload()
  await expect(other).toHaveValue(name)
  await expect(day).toHaveValue('31/02/2021')
  await expect(page.getByText('Lỗi: Không có ngày này.')).toBeVisible()
  await day.fill(before)
  await page.getByRole('button', { name: /Lưu nháp/ }).click()
  await expect(page.getByText('Lỗi: Không có ngày này.')).toBeHidden()
})

test('with the line cut the words stay, and are saved when it is back @desktop', async ({ page, context }) => {
  await page.goto('/my-record/identity')
  const field = page.getByLabel('Các tên gọi khác')
  const name = fresh('Năm')
  await context.setOffline(true)
  await field.fill(name)
  await field.blur()
  await expect(page.getByText('Mất kết nối: 1 thay đổi đang giữ trên máy này')).toBeVisible({ timeout: 15_000 })
  await expect(field).toHaveValue(name)
  await context.setOffline(false)
  await saved(page)
  await page.reload()
  await expect(field).toHaveValue(name)
})

test('of two browsers that save one section, the second sees both values and chooses @desktop', async ({
  page,
  browser,
}) => {
  await page.goto('/my-record/identity')
  const other = await (await browser.newContext()).newPage()
  await signInAs(other, 'nhanvien')
  await other.goto('/my-record/identity')
  const [theirs, mine] = [fresh('Sáu'), fresh('Bảy')]
  await other.getByLabel('Các tên gọi khác').fill(theirs)
  await other.keyboard.press('Control+s')
  await saved(other)

  await page.getByLabel('Các tên gọi khác').fill(mine)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: /Hai người cùng sửa/ })).toBeFocused()
  await expect(page.getByRole('radio', { name: theirs })).toBeVisible()
  await expect(page.getByRole('radio', { name: mine })).toBeChecked()
  await expectAccessible(page)
  await page.getByRole('radio', { name: theirs }).check()
  await page.getByRole('button', { name: 'Giữ giá trị đã chọn' }).click()
  await expect(page.getByLabel('Các tên gọi khác')).toHaveValue(theirs)
  await page.getByLabel('Các tên gọi khác').fill(mine)
  await page.keyboard.press('Control+s')
  await saved(page)
  await page.reload()
  await expect(page.getByLabel('Các tên gọi khác')).toHaveValue(mine)
})

test('going away and back by the browser finds what was saved, and no conflict with oneself @desktop', async ({
  page,
}) => {
  await page.goto('/my-record')
  await page.getByRole('link', { name: 'Thông tin cá nhân' }).click()
  const field = page.getByLabel('Các tên gọi khác')
  const name = fresh('Chín')
  await field.fill(name)
  await page.keyboard.press('Control+s')
  await saved(page)
  await page.getByRole('link', { name: 'Sức khỏe' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sức khỏe' })).toBeVisible()
  await page.goBack()
  await expect(field).toHaveValue(name)
  await field.fill(`${name} A`)
  await page.keyboard.press('Control+s')
  await saved(page)
  await expect(page.getByRole('heading', { name: /Hai người cùng sửa/ })).toHaveCount(0)
})

test('only what changed is sent, with a declaration, and can be taken back @desktop', async ({ page }) => {
  await page.goto('/my-record/identity')
  const name = fresh('Tám')
  await page.getByLabel('Các tên gọi khác').fill(name)
  await page.getByRole('button', { name: 'Kiểm tra và gửi' }).click()
  await page.waitForURL('**/my-record/review')
  const change = page.getByRole('row').filter({ hasText: 'Các tên gọi khác' })
  await expect(change).toContainText(name)
  await expectAccessible(page)
  const declaration = page.getByRole('checkbox', { name: /Tôi cam đoan/ })
  // What is unusual in this record is stood by; the declaration is not yet made.
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await declaration.uncheck()
  await page.getByRole('button', { name: /^Gửi \d+ thay đổi/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'cam đoan' })).toBeFocused()
  await declaration.check()
  await page.getByRole('button', { name: /^Gửi \d+ thay đổi/ }).click()
  await page.waitForURL('**/my-record')
  await expect(page.getByText(/Đã gửi lúc/)).toBeVisible()
  await page.getByRole('button', { name: 'Rút lại' }).click()
  await expect(page.getByText(/thay đổi chưa gửi|chưa gửi/).first()).toBeVisible()
  await expectAccessible(page)
})

test('what the unit writes can be read and not typed; another’s record is not there @desktop', async ({ page }) => {
  await page.goto('/my-record/agency')
  await expect(page.getByText('Mục này do đơn vị ghi.')).toBeVisible()
  await expect(page.locator('#main input')).toHaveCount(0)
  const answer = await page.goto('/records/00000000-0000-7000-8000-000000000000')
  expect(answer?.status()).toBe(404)
})

test('the officer writes what the unit owns; a head reads, and has no such page to write on @desktop', async ({
  page,
  browser,
}) => {
  await page.goto('/my-record')
  const sheet = await page.getByRole('link', { name: 'Xem cả hồ sơ' }).getAttribute('href')
  const officer = await (await browser.newContext()).newPage()
  await signInAs(officer, 'hoso')
  await officer.goto(`${sheet}/edit/agency`)
  const field = officer.getByLabel('Số hiệu cán bộ, công chức, viên chức')
  const number = `87-${Date.now() % 1_000_000}`
  await field.fill(number)
  await officer.getByRole('button', { name: 'Lưu và xem cả hồ sơ' }).click()
  await officer.waitForURL(`**${sheet}`)
  await expect(officer.getByText(number)).toBeVisible()
  await expectAccessible(officer)
  await page.goto('/my-record/agency')
  await expect(page.getByText(number)).toBeVisible()

  const head = await (await browser.newContext()).newPage()
  await signInAs(head, 'thutruong')
  expect((await head.goto(`${sheet}`))?.status()).toBe(200)
  expect((await head.goto(`${sheet}/edit/agency`))?.status()).toBe(404)
})
