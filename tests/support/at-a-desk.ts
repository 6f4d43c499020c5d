import { execFileSync } from 'node:child_process'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible'
import type { FilledRecord } from './fill-record'
import { oneTimeCode } from './one-time-code'
import { PROVINCE } from './provinces'
import { signInAs } from './sign-in'

export const SIMULATOR = `http://127.0.0.1:${PROVINCE.simulatorPort}`
export const KEY_PASSWORD = 'demo-key'
export const OWN_PASSWORD = 'Sen-Tháp-Mười#88'
export const LINH = { name: 'Nguyễn Thị Thùy Linh', citizenId: '087188004321' }

export const keyOf = (account: string) => `${PROVINCE.dataFolder}/demo-keys/${account}.p12`
/** In a browser of their own, as on a desk of their own. */
export async function enter(browser: Browser, account: string, to: string, password?: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, account, { to, ...(password !== undefined && { password }) })
  return page
}

/** Writes the fullest person, or a sample person, into the draft of somebody who was added; says what their pages must hold. */
export function fillRecord(citizenId: string, sample?: number): FilledRecord {
  const command = ['--import', 'tsx', 'tests/support/fill-record.ts', PROVINCE.dataFolder, citizenId]
  if (sample !== undefined) command.push(String(sample))
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' })) as FilledRecord
}

let pictures = 0
/** The page is kept as a picture, and is one that everybody can use. */
export async function seen(page: Page, name: string) {
  pictures += 1
  const path = test.info().outputPath(`${String(pictures).padStart(2, '0')}-${name}.png`)
  // The bar on top goes along when a page is scrolled; a picture of the whole page begins with it.
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.screenshot({ path, fullPage: true })
  await expectAccessible(page)
}

export const saved = (page: Page) =>
  expect(page.getByText(/Đã lưu lúc \d\d:\d\d/).first()).toBeVisible({ timeout: 15_000 })

export async function firstSignIn(browser: Browser, slip: { username: string; password: string }, name: string) {
  const page = await enter(browser, slip.username, '/', slip.password)
  await expect(page.getByRole('heading', { name: 'Đặt mật khẩu của riêng Anh/Chị' })).toBeVisible()
  await seen(page, `${name}-doi-mat-khau`)
  await page.goto('/my-record')
  await expect(page).toHaveURL(/\/account\/password/)
  await changePassword(page, slip.password, OWN_PASSWORD)
  await page.waitForURL((url) => url.pathname !== '/account/password')
  await expect(page.getByRole('heading', { name: 'Điều khoản sử dụng' })).toBeVisible()
  await seen(page, `${name}-dieu-khoan`)
  await acceptTerms(page)
  if (page.url().endsWith('/account/second-factor')) await takeSecondFactor(page, name)
  return page
}

export async function changePassword(page: Page, current: string, wanted: string) {
  await page.getByLabel('Mật khẩu hiện tại').fill(current)
  await page.getByRole('textbox', { name: 'Mật khẩu mới', exact: true }).fill(wanted)
  await page.getByLabel('Gõ lại mật khẩu mới').fill(wanted)
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
}

export async function acceptTerms(page: Page) {
  await page.getByLabel('Tôi đã đọc').check()
  await page.getByRole('button', { name: 'Ghi nhận và vào cổng' }).click()
  await page.waitForURL((url) => url.pathname !== '/account/terms')
}

/** Who manages, signs or audits comes no further without one. */
async function takeSecondFactor(page: Page, name: string) {
  await seen(page, `${name}-xac-thuc-hai-buoc`)
  const secret = (await page.locator('.secret').textContent()) ?? ''
  await page.getByLabel('Mã 6 số').fill(oneTimeCode(secret))
  await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click()
  await page.getByRole('link', { name: 'Đã cất mã, vào cổng' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/account'))
}

export async function addPerson(
  page: Page,
  person: { name: string; born: string; citizenId: string; role?: string; category?: string },
) {
  await page.getByLabel('Họ và tên khai sinh').fill(person.name)
  await page.getByLabel('Sinh ngày').fill(person.born)
  await page.getByLabel('Số căn cước công dân').fill(person.citizenId)
  const unit = page.getByLabel('Đơn vị sử dụng')
  const school = await unit.locator('option', { hasText: 'Trường THPT Bình Hàng' }).getAttribute('value')
  await unit.selectOption(school)
  await page.getByLabel('Làm việc tại đơn vị từ ngày').fill('01/09/2026')
  await page.getByLabel('Đối tượng').selectOption(person.category ?? 'VIEN_CHUC')
  if (person.role !== undefined) {
    await page.getByLabel('Vai trò tại đơn vị này').selectOption(person.role)
    await page.getByLabel('Căn cứ giao vai trò').fill('Quyết định số 15/QĐ-SNV')
  }
}

/** Adds them and gives the slip; somebody of the same name and birth is somebody else. */
export async function added(page: Page, person: Parameters<typeof addPerson>[1]) {
  await page.goto('/administration/people/new')
  await addPerson(page, person)
  await page.getByRole('button', { name: 'Thêm người và cấp tài khoản' }).click()
  const another = page.getByRole('button', { name: 'Là người khác, vẫn thêm' })
  await expect(another.or(page.locator('.slip'))).toBeVisible({ timeout: 15_000 })
  if (await another.isVisible()) await another.click()
  return slipOn(page)
}

export async function slipOn(page: Page) {
  const slip = page.locator('.slip')
  await expect(slip).toBeVisible({ timeout: 15_000 })
  const [username, password] = await slip.locator('b').allTextContents()
  return { username: username!, password: password! }
}

/** What leaves the page while it signs, if the password or the key file is in it. */
export function watchForKeys(page: Page) {
  const leaks: string[] = []
  page.on('request', (request) => {
    const sent = request.postData() ?? ''
    if (sent.includes(KEY_PASSWORD) || sent.includes('PRIVATE') || sent.length > 60_000) leaks.push(request.url())
  })
  return () => leaks
}

/** As a stranger would, without the portal. */
export function verify(paper: string) {
  const command = ['--import', 'tsx', 'lib/start/verify.ts', paper, '--anchors', `${PROVINCE.dataFolder}/anchors`]
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' })) as unknown
}
