import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { addPerson, enter, seen } from '../support/at-a-desk'
import { giveAgain } from '../support/sign-in'

test('an officer goes from a number to its list to a person @desktop', async ({ browser }) => {
  const officer = await enter(browser, 'hoso', '/quality')
  await expect(officer.getByRole('heading', { name: /^Chất lượng dữ liệu, / })).toBeVisible()
  await expect(officer.getByText('Ai đã đối chiếu dân cư mà không khớp thì chưa đúng')).toBeVisible()
  await seen(officer, 'chat-luong')
  const number = officer.getByRole('link', { name: /người còn thiếu$/ })
  const count = (await number.textContent())?.match(/\d+/)?.[0] ?? ''
  await number.click()
  await expect(officer.getByRole('heading', { name: `${count} người`, exact: true })).toBeVisible()
  await officer.getByRole('rowheader').getByRole('link').first().click()
  await expect(officer.getByRole('heading', { name: 'Đúng, đủ, sạch, sống' })).toBeVisible()
  await expectAccessible(officer)
  await officer.locator('.marks a').first().click()
  await expect(officer).toHaveURL(/\/edit\/[a-z]+#f-/)
})

test('somebody entered twice is warned of, compared, closed, and opened again @desktop', async ({ browser }) => {
  test.setTimeout(180_000)
  const number = String(Date.now()).slice(-6)
  const officer = await enter(browser, 'hoso', '/administration/people/new')
  const twin = { name: `Lâm Quế Chi ${'ABCDEGHIK'.charAt(Number(number) % 9)}`, born: '14/03/1991' }
  const add = officer.getByRole('button', { name: 'Thêm người và cấp tài khoản' })
  await addPerson(officer, { ...twin, citizenId: `087191${number}` })
  await add.click()
  await expect(officer.locator('.slip')).toBeVisible()
  await officer.goto('/administration/people/new')
  await addPerson(officer, { ...twin, born: '1991', citizenId: `087291${number}` })
  await add.click()
  const warning = officer.getByRole('alert', { name: 'Trùng họ tên và ngày sinh' })
  await expect(warning.getByRole('link', { name: twin.name })).toBeVisible()
  await seen(officer, 'trung-ten')
  await warning.getByRole('button', { name: 'Là người khác, vẫn thêm' }).click()
  await expect(officer.locator('.slip')).toBeVisible()

  const link = officer.getByRole('link', { name: `${twin.name} và ${twin.name}` }).first()
  // The pair is found by the background, seconds later.
  await expect(async () => {
    await officer.goto('/quality/duplicates')
    await expect(link).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  await seen(officer, 'nghi-trung')
  await link.click()
  await expect(officer.getByRole('heading', { name: 'Hai hồ sơ', exact: true })).toBeVisible()
  await officer.getByLabel(/^Cùng một người/).check()
  await officer.getByRole('button', { name: 'Kết luận cùng một người' }).click()
  await expect(officer.getByText('Chọn hồ sơ giữ lại.')).toBeVisible()
  await officer.getByLabel(/^Hồ sơ A: /).check()
  await officer.getByLabel('Căn cứ').fill('Nhập hai lần khi tiếp nhận')
  await seen(officer, 'so-sanh')
  await officer.getByRole('button', { name: 'Kết luận cùng một người' }).click()
  await giveAgain(officer)
  await expect(officer.getByText('giữ hồ sơ A: Nhập hai lần khi tiếp nhận')).toBeVisible()
  await officer.getByRole('link', { name: 'Mở hồ sơ B' }).click()
  await expect(officer.getByText('Hồ sơ đã đóng: là hồ sơ thứ hai của cùng một người.')).toBeVisible()
  await officer.getByRole('link', { name: 'Xem kết luận' }).click()

  await officer.getByLabel('Căn cứ').fill('Hai chị em họ, đã gọi hỏi')
  await officer.getByRole('button', { name: 'Kết luận hai người khác nhau' }).click()
  await expect(officer.getByText('Hai người khác nhau: Hai chị em họ, đã gọi hỏi')).toBeVisible()
  await officer.getByRole('link', { name: 'Mở hồ sơ B' }).click()
  await expect(officer.getByRole('heading', { name: twin.name })).toBeVisible()
  await expect(officer.getByText('Hồ sơ đã đóng')).toHaveCount(0)

  const person = await enter(browser, 'nhanvien', '/my-record')
  await expect(person.getByRole('heading', { name: 'Đúng, đủ, sạch, sống' })).toBeVisible()
  await person.goto('/quality/duplicates')
  await expect(person.getByText('Không tìm thấy trang này')).toBeVisible()
})
