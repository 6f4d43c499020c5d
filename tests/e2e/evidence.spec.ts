import { expect, type Page, test } from '@playwright/test'
import { aPdf, aPng } from '../support/a-paper'
import { expectAccessible } from '../support/accessible'
import { enter, saved, seen } from '../support/at-a-desk'

/** Of this run alone: another may have been before in the same province. */
const RUN = Date.now()
const NUMBER = `${RUN % 100_000}/QĐ-SGDĐT`
const paper = async () => ({ name: 'quyet-dinh.pdf', mimeType: 'application/pdf', buffer: await aPdf({ pages: 2 }) })
const picture = {
  name: 'chup.png',
  mimeType: 'image/png',
  buffer: aPng({ width: 900, height: 1000, shade: RUN % 256 }),
}

async function sendPaper(page: Page, file: { name: string; mimeType: string; buffer: Buffer }, number = '') {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tệp', { exact: false }).last().setInputFiles(file)
  await dialog.getByLabel('Số văn bản').fill(number)
  await dialog.getByRole('button', { name: 'Gửi minh chứng' }).click()
}

test('a person brings a paper and a photograph; the officer holds them against the values; a changed value is declared again @desktop', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const person = await enter(browser, 'nhanvien', '/my-record/identity')
  await person.getByRole('button', { name: 'Thêm minh chứng cho Số căn cước công dân' }).click()
  const dialog = person.getByRole('dialog')
  await sendPaper(person, { ...picture, name: 'cccd.pdf' })
  await expect(dialog.getByText('Tên tệp có đuôi .pdf nhưng bên trong là ảnh PNG.')).toBeVisible()
  await expectAccessible(person)
  await sendPaper(person, await paper(), NUMBER)
  await expect(dialog).toHaveCount(0)
  const row = person.locator('.row', { has: person.locator('#f-citizen_id') })
  await expect(row.getByRole('link', { name: `Minh chứng ${NUMBER}` })).toBeVisible()
  await seen(person, 'muc-co-minh-chung')

  await person.goto('/my-record')
  await person.getByRole('link', { name: 'Xem cả hồ sơ' }).click()
  await person.getByRole('button', { name: /(Thêm|Đổi) ảnh/ }).click()
  await person.getByLabel('Ảnh', { exact: true }).setInputFiles(picture)
  await expect(person.getByRole('img', { name: 'Ảnh trong khung 4×6' })).toBeVisible()
  await person.getByLabel('Lại gần').fill('1.5')
  await seen(person, 'cat-anh')
  await person.getByRole('button', { name: 'Gửi ảnh' }).click()
  await expect(person.getByRole('img', { name: /^Ảnh của/ })).toBeVisible()
  await expect(person.getByText('Cán bộ hồ sơ chưa đối chiếu')).toBeVisible()
  const address = new URL(person.url()).pathname

  const officer = await enter(browser, 'hoso', `${address}/evidence`)
  await expect(officer.getByRole('img', { name: /^Minh chứng/ })).toBeVisible()
  await officer.getByRole('button', { name: `Xem minh chứng ${NUMBER}` }).click()
  await expect(officer.locator('iframe')).toBeVisible()
  await officer.getByRole('button', { name: /^Chọn \d+ giá trị có minh chứng/ }).click()
  await seen(officer, 'doi-chieu')
  await officer.getByRole('button', { name: /^Ghi đã đối chiếu/ }).click()
  await expect(officer.getByText('Đã đối chiếu').first()).toBeVisible()
  await officer.goto(`${address}/form?of=approved`)
  await expect(officer.getByRole('img', { name: /^Ảnh của/ })).toBeVisible()

  await person.goto('/my-record/views')
  await expect(person.getByText('xem minh chứng: Số căn cước công dân').first()).toBeVisible()
  await person.goto('/my-record/identity')
  await expect(row.getByText('Đã đối chiếu')).toBeVisible()
  await person.locator('#f-citizen_id').fill('087188004322')
  await person.getByRole('button', { name: /Lưu nháp/ }).click()
  await saved(person)
  await expect(row.getByText('Đã đối chiếu')).toHaveCount(0)
  await person.locator('#f-citizen_id').fill('087188004321')
  await person.getByRole('button', { name: /Lưu nháp/ }).click()
  await saved(person)
  await person.reload()
  await expect(row.getByText('Đã đối chiếu')).toBeVisible()
})
