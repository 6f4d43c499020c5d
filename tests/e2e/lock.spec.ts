import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { DEMO_PASSWORD, giveAgain, signInAs } from '../support/sign-in'
import { fresh, saved } from '../support/typing'

test('fifteen idle minutes lock the screen over the page; the password opens it, and the words are still there', async ({
  page,
  context,
}) => {
  await page.clock.install()
  await signInAs(page, 'nhanvien', { to: '/my-record/identity' })
  const field = page.getByLabel('Các tên gọi khác')
  const words = fresh('Khóa')
  await field.fill(words)
  await saved(page)
  // A word begun, and the desk left.
  await field.press('End')
  await page.route('**/my-record/identity', (route) =>
    route.request().method() === 'POST' ? route.abort('connectionfailed') : route.continue(),
  )
  await field.pressSequentially(' và')
  await page.clock.fastForward('16:00')

  const lock = page.getByRole('dialog', { name: 'Màn hình đang khóa' })
  await expect(lock).toBeVisible()
  await expect(field).toBeHidden()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(lock).toBeVisible()

  // Taking the layer away opens nothing: the server is locked as well.
  for (const address of ['/my-record', '/records', '/api/code-lists/dan-toc']) {
    const answer = await page.request.get(address)
    expect(await answer.text(), address).not.toContain('087188004321')
    expect(answer.url().includes('/unlock') || !answer.ok(), address).toBe(true)
  }
  const other = await context.newPage()
  await other.goto('/my-record/health')
  await expect(other.getByRole('heading', { name: 'Màn hình đang khóa' })).toBeVisible()
  await expectAccessible(other)

  await page.unroute('**/my-record/identity')
  await lock.getByLabel('Mật khẩu', { exact: true }).fill('sai')
  await lock.getByRole('button', { name: 'Mở khóa' }).click()
  await expect(lock.getByText('Mật khẩu hiện tại không đúng.')).toBeVisible()
  await lock.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD)
  await lock.getByRole('button', { name: 'Mở khóa' }).click()
  await expect(lock).toBeHidden()
  await expect(field).toHaveValue(`${words} và`)
  await saved(page)
  await page.reload()
  await expect(field).toHaveValue(`${words} và`)

  await other.reload()
  await expect(other).toHaveURL(/\/my-record\/health/)
})

test('a role is given after the password, asked over the form and not lost with it @desktop', async ({ page }) => {
  await signInAs(page, 'sonoivu', { to: '/administration?q=thuy+linh' })
  await page.locator('main').getByRole('link', { name: 'Nguyễn Thị Thùy Linh' }).click()
  await page.locator('#role').selectOption('auditor')
  const basis = fresh('QĐ 15/SNV lần')
  await page.locator('#reason').fill(basis)
  const give = page.getByRole('button', { name: 'Giao vai trò' })
  await give.click()
  const question = page.getByRole('dialog')
  await expect(question).toBeVisible()
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Để sau' }).click()
  await expect(page.locator('.errors')).toContainText('cần gõ lại mật khẩu')
  await expect(page.locator('#reason')).toHaveValue(basis)

  await give.click()
  await giveAgain(page, 'sai')
  await expect(question.getByText('Mật khẩu hiện tại không đúng.')).toBeVisible()
  await giveAgain(page)
  const held = page.getByRole('table', { name: 'Vai trò đang có' }).getByRole('row', { name: new RegExp(basis) })
  await expect(held).toBeVisible()
  // For ten minutes it is not asked again.
  await held.getByRole('button', { name: /^Thu hồi/ }).click()
  await page.getByLabel('Căn cứ thu hồi').fill('Thử xong, CV 9/SNV')
  await page.getByRole('button', { name: 'Thu hồi vai trò', exact: true }).click()
  await expect(held).toHaveCount(0)
})

test('a list of many is taken away only after the password @desktop', async ({ page }) => {
  await signInAs(page, 'hoso', { to: '/records' })
  const link = page.getByRole('link', { name: 'Xuất Excel' })
  const answer = await page.request.get((await link.getAttribute('href'))!)
  expect(answer.status()).toBe(422)
  expect(await answer.text()).toContain('cần gõ lại mật khẩu')
  await link.click()
  const [file] = await Promise.all([page.waitForEvent('download'), giveAgain(page)])
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
})
