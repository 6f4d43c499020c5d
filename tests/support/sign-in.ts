import type { Page } from '@playwright/test'

export const DEMO_PASSWORD = 'Dong-Thap#2026'

/** Through the door like anybody; afterwards the browser stands at `to`. */
export async function signInAs(page: Page, account: string, { to = '/', password = DEMO_PASSWORD } = {}) {
  await page.goto(`/sign-in?${new URLSearchParams({ next: to })}`)
  await page.getByLabel('Số CCCD hoặc tên tài khoản').fill(account)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
