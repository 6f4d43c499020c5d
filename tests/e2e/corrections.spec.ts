import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { enter, saved } from '../support/at-a-desk'

test('a person asks the unit to correct its field; the officer corrects and answers; the person reads it @desktop', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const number = `DT.7${String(Date.now()).slice(-4)}`
  const person = await enter(browser, 'nhanvien', '/my-record/agency')
  const row = person.locator('.row', { has: person.locator('#f-staff_number') })
  await row.getByRole('button', { name: 'Đề nghị sửa' }).click()
  await expect(row.getByLabel('Sai ở đâu')).toBeFocused()
  await row.getByRole('button', { name: 'Gửi cán bộ hồ sơ' }).click()
  await expect(row.getByText('Ghi chỗ nào sai.')).toBeVisible()
  await row.getByLabel('Sai ở đâu').fill('Số này là của trường cũ')
  await row.getByLabel('Đúng phải là').fill(number)
  await expectAccessible(person)
  await row.getByRole('button', { name: 'Gửi cán bộ hồ sơ' }).click()
  await expect(row.getByText(`sửa thành “${number}”, chờ cán bộ hồ sơ trả lời`)).toBeVisible()

  const officer = await enter(browser, 'hoso', '/records/review')
  await officer.getByRole('link', { name: /đề nghị sửa/ }).click()
  const card = officer.getByRole('article').filter({ hasText: number })
  await expectAccessible(officer)
  await card.getByRole('button', { name: 'Đã sửa' }).click()
  await expect(card.getByText(/vẫn như lúc được đề nghị/)).toBeVisible()
  await card.getByRole('link', { name: 'Mở ô để sửa' }).click()
  await expect(officer.getByText(`đề nghị sửa thành “${number}”`)).toBeVisible()
  await officer.locator('#f-staff_number').fill(number)
  await officer.getByRole('button', { name: /Lưu nháp/ }).click()
  await saved(officer)
  await officer.goto('/records/corrections')
  await card.getByRole('button', { name: 'Đã sửa' }).click()
  await expect(card).toHaveCount(0)

  await person.goto('/my-record')
  await expect(person.getByText(/đã sửa \d\d\/\d\d/)).toBeVisible()
  await person.goto('/my-record/agency')
  await expect(person.locator('#f-staff_number')).toHaveText(number)
  // What one writes oneself is not asked for, and the officers' page is not there.
  await person.goto('/records/corrections')
  await expect(person.getByText('Không tìm thấy trang này')).toBeVisible()
})
