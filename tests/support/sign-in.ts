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

/** Where the portal asks for the password once more, before a signature or a change of roles. */
export async function giveAgain(page: Page, password = DEMO_PASSWORD) {
  const question = page.getByRole('dialog', { name: 'Gõ lại mật khẩu để làm tiếp' })
  await question.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await question.getByRole('button', { name: 'Tiếp tục' }).click()
}
