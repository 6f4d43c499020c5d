import { expect, test } from '@playwright/test'
import { aList } from '../support/a-list'
import { countClicks } from '../support/clicks'
import { DEMO_PASSWORD, signInAs } from '../support/sign-in'

const stamp = String(Date.now()).slice(-5)
const number = (of: number) => `0871850${String((Number(stamp) + of) % 100_000).padStart(5, '0')}`

/** As it comes from a desk: another order, short heads, a lost zero, a serial day, an old font, a word no list has, a stranger's column. */
const ugly = () =>
  aList({
    'DS CB 2026': [
      ['TT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'SĐT', 'Dân tộc', 'Đối tượng', 'Ghi chú'],
      ['1', 'Nguyễn Thị Ẵm'.normalize('NFD'), '5/9/1985', number(1), '912345678', `Kinh lạ ${stamp}`, 'Công chức', 'x'],
      ['2', 'TrÇn V¨n Nam', '31295', number(2).slice(1), null, 'Kinh', 'Công chức', null],
      ['3', 'Lê Hai', '1990', '8.7E+10', null, null, 'Công chức', null],
    ],
  })

test('F12: an ugly list comes in: read, tried, mended, written, in no more presses than was promised @desktop', async ({
  page,
}) => {
  await signInAs(page, 'hoso', { to: '/imports' })
  const clicks = await countClicks(page)
  await page.getByLabel('Tệp danh sách').setInputFiles({
    ...{ name: `danh-sach-${stamp}.xlsx`, buffer: Buffer.from(ugly()) },
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
  await page.getByRole('button', { name: 'Đưa danh sách lên' }).click()
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/)
  await page.getByRole('button', { name: 'Đọc thử', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Kết quả đọc thử' })).toBeVisible({ timeout: 30_000 })

  // Each spoiled value is offered for mending, the unknown word for explaining; by keys.
  for (const name of [/Thêm lại số 0/, /Đổi số thứ tự ngày/, /TCVN3/]) await page.getByLabel(name).press('Space')
  await page.getByLabel(`“Kinh lạ ${stamp}” là`).selectOption({ label: 'Kinh (Việt)' })
  await page.getByRole('button', { name: /^Nhớ giá trị/ }).press('Enter')
  await expect(page.getByText('Đã nhớ, đọc thử lại để áp dụng')).toBeVisible()
  await page.getByRole('button', { name: 'Đọc thử lại' }).click()
  await expect(page.getByRole('button', { name: 'Nhập 2 hồ sơ' })).toBeVisible({ timeout: 30_000 })

  await page.getByRole('button', { name: 'Nhập 2 hồ sơ' }).click()
  const question = page.getByRole('dialog', { name: 'Gõ lại mật khẩu để làm tiếp' })
  await question.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Kết quả nhập' })).toBeVisible({ timeout: 30_000 })
  expect(await clicks.count()).toBeLessThanOrEqual(5)

  // Whoever could not be read is told with the reason, and nothing of the line was written.
  await expect(page.getByText(/Không đọc được số căn cước trên dòng này/)).toBeVisible()
})
