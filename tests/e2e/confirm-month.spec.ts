import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { enter } from '../support/at-a-desk'

test('who has nothing to change confirms the month in two clicks, and the unit knows @desktop', async ({ browser }) => {
  const person = await enter(browser, 'vanthu', '/my-record')
  const name = await person.locator('.lead, .head p').first().textContent()
  await person.getByRole('button', { name: 'Không có gì thay đổi' }).click()
  await expect(person.getByText(/Tôi xác nhận đến ngày \d\d\/\d\d\/\d{4}/)).toBeVisible()
  const confirm = person.getByRole('button', { name: /^Xác nhận tháng \d+$/ })
  await expect(confirm).toBeFocused()
  await expectAccessible(person)
  await confirm.click()
  await expect(person.getByText(/Đã xác nhận không có gì thay đổi lúc \d\d:\d\d/)).toBeVisible()
  await expect(person.getByRole('button', { name: 'Không có gì thay đổi' })).toHaveCount(0)
  await expect(person.getByText(/Anh\/Chị xác nhận tháng \d+ không có gì thay đổi/)).toBeVisible()
  await expectAccessible(person)

  const officer = await enter(browser, 'hoso', '/records?stage=confirmed')
  await expect(officer.getByRole('row', { name: new RegExp((name ?? '').split(',')[0] ?? '') })).toContainText(
    'xác nhận',
  )
  await expectAccessible(officer)
})

test('who has something to send is not asked to confirm @desktop', async ({ browser }) => {
  const person = await enter(browser, 'vanthu', '/my-record/health')
  await person.getByLabel('Chiều cao (cm)').fill(String(150 + (Date.now() % 40)))
  await person.getByRole('button', { name: /Lưu nháp/ }).click()
  await expect(person.getByText(/Đã lưu lúc \d\d:\d\d/).first()).toBeVisible({ timeout: 15_000 })
  await person.goto('/my-record')
  await expect(person.getByText(/thay đổi chưa gửi/).first()).toBeVisible()
  await expect(person.getByRole('button', { name: 'Không có gì thay đổi' })).toHaveCount(0)
})
