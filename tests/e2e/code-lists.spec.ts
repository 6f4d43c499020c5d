import { expect, test } from '@playwright/test'
import { enter } from '../support/at-a-desk'
import { saved } from '../support/typing'

const LISTS = '/administration/code-lists/suc-khoe'
const BASIS = 'QĐ 124/QĐ-BNV ngày 20/11/2026'
const stamp = String(Date.now()).slice(-6)
const [NEW, OLD] = [`Rất tốt ${stamp}`, `Khá tốt ${stamp}`]

test('Sở Nội vụ takes a list after seeing the difference, closes a value, and who has it takes the new one at the field @desktop', async ({
  browser,
}) => {
  const office = await enter(browser, 'sonoivu', '/administration/code-lists')
  await office.getByRole('link', { name: /sức khỏe/i }).click()
  await office.getByRole('link', { name: 'Nhận từ tệp' }).click()
  // A value too many, one without a name: nothing is taken.
  const file = (text: string) => ({ name: 'suc-khoe.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  const input = office.getByLabel('Tệp danh mục')
  await input.setInputFiles(file(`Mã;Tên\nA${stamp};${NEW}\nB${stamp};\n`))
  await office.getByLabel('Căn cứ').fill(BASIS)
  await office.getByLabel('Có hiệu lực từ ngày').fill('01/11/2026')
  await office.getByRole('button', { name: 'Đọc thử' }).click()
  await expect(office.getByText('Dòng không có tên.')).toBeVisible()
  await expect(office.getByRole('button', { name: /^Nhận/ })).toBeHidden()
  await input.setInputFiles(file(`Mã;Tên\nA${stamp};${NEW}\nB${stamp};${OLD}\n`))
  await office.getByRole('button', { name: 'Đọc thử' }).click()
  await expect(office.getByText(/^Thêm 2, sửa 0, đóng 0/)).toBeVisible()
  await office.getByRole('button', { name: 'Nhận 2 thay đổi' }).click()
  await expect(office).toHaveURL(new RegExp(`${LISTS}$`))
  await expect(office.getByText(/: thêm 2\. Căn cứ/).first()).toBeVisible()

  // Offered at once in another browser.
  const person = await enter(browser, 'nhanvien', '/my-record/health')
  const field = person.getByLabel('Tình trạng sức khỏe')
  await field.fill(`kha tot ${stamp}`)
  await person.getByRole('option', { name: new RegExp(OLD) }).click()
  await saved(person)

  await office.goto(`${LISTS}/value?code=B${stamp}`)
  const closing = office.getByRole('form', { name: 'Đóng giá trị' })
  await closing.getByLabel('Đến hết ngày').fill('25/11/2026')
  await closing.getByLabel('Mã thay thế').selectOption(`A${stamp}`)
  await closing.getByLabel('Căn cứ').fill(BASIS)
  await closing.getByRole('button', { name: 'Đóng giá trị' }).click()
  await expect(office).toHaveURL(new RegExp(`${LISTS}$`))
  await office.getByRole('button', { name: 'Đếm nơi dùng' }).click()
  const row = office.getByRole('row', { name: new RegExp(OLD) })
  await expect(row).toContainText('1 bản đang khai')
  await expect(row).toContainText(`A${stamp}`)

  // Never changed by itself: said at the field, with one press to take it.
  await person.reload()
  await expect(field).toHaveValue(OLD)
  await expect(person.getByText(/hết hiệu lực sau ngày 25\/11\/2026/)).toBeVisible()
  await person.getByRole('button', { name: `Ghi “${NEW}”` }).click()
  await expect(field).toHaveValue(NEW)
  await saved(person)
  await person.reload()
  await expect(field).toHaveValue(NEW)

  const back = office.getByRole('button', { name: /^Lấy lại bản/ }).first()
  await back.click()
  await office.getByLabel(/^Căn cứ lấy lại bản/).fill('Thử xong')
  await office
    .getByRole('button', { name: /^Lấy lại bản/ })
    .first()
    .click()
  await expect(office.getByText(/: lấy lại bản \d+: đóng/).first()).toBeVisible()
})
