import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { signInAs } from '../support/sign-in'

test('a wrong password is refused in words, and the name typed stays', async ({ page }) => {
  await page.goto('/sign-in')
  await expectAccessible(page)
  await page.getByLabel('Số CCCD hoặc tên tài khoản').fill('nhanvien')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('sai')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()

  await expect(page.locator('.errors')).toContainText('Tên tài khoản hoặc mật khẩu chưa đúng')
  await expect(page.locator('.errors')).toBeFocused()
  await expect(page.getByLabel('Số CCCD hoặc tên tài khoản')).toHaveValue('nhanvien')
  await expectAccessible(page)
})

test('one comes back to the page one wanted, and signing out closes it', async ({ page, context }) => {
  await page.goto('/account?x=1')
  await expect(page).toHaveURL('/sign-in?next=%2Faccount%3Fx%3D1')
  await signInAs(page, 'nhanvien', { to: '/account?x=1' })
  await expect(page).toHaveURL('/account?x=1')
  await expect(page.getByRole('row', { name: /nơi này/ })).toBeVisible()
  await expectAccessible(page)

  const [cookie] = (await context.cookies()).filter(({ name }) => name.endsWith('session-token'))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  await page.locator('main').getByRole('button', { name: 'Đăng xuất', exact: true }).click()
  await expect(page.getByText('Đã đăng xuất.')).toBeVisible()

  // The cookie of before is worth nothing any more.
  await context.addCookies([cookie!])
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount&why=ended/)
})

test('a screen left alone gives way to the door, and leads back', async ({ page, context }) => {
  await page.clock.install()
  await signInAs(page, 'nhanvien', { to: '/help' })
  const elsewhere = await context.newPage()
  await elsewhere.goto('/account')
  await elsewhere.locator('main').getByRole('button', { name: 'Đăng xuất', exact: true }).click()
  await elsewhere.waitForURL(/sign-in/)

  await page.clock.fastForward('16:00')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fhelp&why=ended/)
})

test('a weak new password is refused at its field, and what was typed stays', async ({ page }) => {
  await signInAs(page, 'nhanvien', { to: '/account/password' })
  await page.getByLabel('Mật khẩu hiện tại').fill('Dong-Thap#2026')
  await page.getByRole('textbox', { name: 'Mật khẩu mới', exact: true }).fill('matkhau')
  await page.getByLabel('Gõ lại mật khẩu mới').fill('matkhau')
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()

  await expect(page.getByRole('alert').getByRole('link')).toContainText('cần ít nhất 14 ký tự')
  await expect(page.getByRole('textbox', { name: 'Mật khẩu mới', exact: true })).toHaveValue('matkhau')
  await expectAccessible(page)
})

test('pages come with a policy that runs no script of others, and break none of it', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => message.text().includes('Content Security Policy') && complaints.push(message.text()))
  const answer = await page.goto('/help')
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/)
  expect(policy).not.toContain('unsafe')
  await signInAs(page, 'nhanvien', { to: '/account' })
  await expectAccessible(page)
  expect(complaints).toEqual([])
})

test('what is not there, and where one may not look, is not found', async ({ page }) => {
  await signInAs(page, 'nhanvien', { to: '/help' })
  const answer = await page.goto('/khong-co')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'Không tìm thấy trang này' })).toBeVisible()
  await expectAccessible(page)
})
