import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { enter } from '../support/at-a-desk'
import { signInAs } from '../support/sign-in'

/** Where each role begins, what its menu holds, and one address that is not there for it. */
// biome-ignore format: meant to be read as a table
const ROLES = [
  ['nhanvien',       '/my-record',      ['Việc của tôi'],                                                                       '/records'],
  ['hoso',           '/records/review', ['Tổng quan', 'Việc của tôi', 'Hàng chờ', 'Hồ sơ', 'Đợt ký', 'Đồng bộ', 'Tài khoản'],   '/audit'],
  ['thutruong',      '/overview',       ['Tổng quan', 'Việc của tôi', 'Ký duyệt', 'Cấp văn bản', 'Hồ sơ', 'Đồng bộ'],                          '/administration'],
  ['vanthu',         '/my-record',      ['Việc của tôi', 'Đóng dấu'],                                                                       '/approvals'],
  ['sonoivu',        '/overview',       ['Tổng quan', 'Việc của tôi', 'Hồ sơ', 'Đợt ký', 'Đồng bộ', 'Quản trị'],                '/records/review'],
  ['chuyenvien.snv', '/overview',       ['Tổng quan', 'Việc của tôi', 'Hồ sơ', 'Đợt ký', 'Đồng bộ', 'Đơn vị', 'Người duyệt'],   '/administration'],
  ['taichinh',       '/records',        ['Việc của tôi', 'Hồ sơ'],                                                              '/pushes'],
  ['truongct',       '/records',        ['Việc của tôi', 'Hồ sơ'],                                                              '/approvals'],
  ['doanthe',        '/records',        ['Việc của tôi', 'Hồ sơ'],                                                              '/overview'],
  ['lanhdao',        '/overview',       ['Tổng quan', 'Việc của tôi'],                                                          '/records'],
  ['kiemtoan',       '/audit',          ['Việc của tôi', 'Nhật ký'],                                                            '/records'],
  ['ketnoi',         '/pushes',         ['Việc của tôi', 'Đồng bộ'],                                                            '/overview'],
] as const

for (const [account, first, doors, closed] of ROLES) {
  test(`${account} begins at ${first} and finds nothing at ${closed} @desktop`, async ({ page }) => {
    await signInAs(page, account)
    await page.waitForURL((url) => url.pathname === first)
    const links = page.getByRole('navigation', { name: 'Chính' }).getByRole('link')
    // A figure of what waits stands behind some.
    expect((await links.allTextContents()).map((text) => text.replace(/\d.*$/, '').trim())).toEqual([...doors])
    await expectAccessible(page)
    expect((await page.goto(closed))?.status()).toBe(404)
  })
}

test('Sở Nội vụ says what for, and reads what was approved; the person sees it, asks, and is answered @desktop', async ({
  browser,
}) => {
  test.setTimeout(150_000)
  const phone = `09${String(Date.now()).slice(-8)}`
  const person = await enter(browser, 'nhanvien', '/my-record/identity')
  await person.getByLabel('Số điện thoại liên hệ').fill(phone)
  await person.keyboard.press('Control+s')
  await expect(person.getByText(/Đã lưu lúc \d\d:\d\d/).first()).toBeVisible()

  const officer = await enter(browser, 'chuyenvien.snv', '/records?q=thuy+linh')
  await officer.getByRole('link', { name: 'Nguyễn Thị Thùy Linh' }).click()
  await expect(officer.getByRole('heading', { level: 1, name: 'Mục đích xem hồ sơ' })).toBeVisible()
  await expectAccessible(officer)
  await officer.getByRole('button', { name: 'Ghi và mở hồ sơ' }).click()
  await expect(officer.getByRole('link', { name: /Chọn mục đích/ })).toBeVisible()
  const matter = `Kế hoạch ${phone.slice(-4)}/KH-SNV`
  await officer.getByLabel('Mục đích').selectOption({ label: 'Kiểm tra, giám sát' })
  await officer.getByLabel('Việc cụ thể').fill(matter)
  await officer.getByRole('button', { name: 'Ghi và mở hồ sơ' }).click()
  await expect(officer.getByText(/Đang xem bản đã duyệt: bản \d+, .+ ký duyệt lúc/)).toBeVisible()
  await expect(officer.getByText('Nội dung chưa duyệt không hiện ở đây')).toBeVisible()
  await expect(officer.getByText(phone)).toHaveCount(0)
  // Ethnicity and religion are not told to whoever gave no reason for them.
  for (const label of ['Dân tộc', 'Tôn giáo'])
    await expect(
      officer.locator('.row--read', { has: officer.getByText(label, { exact: true }) }).locator('.row-field'),
    ).toHaveText('••••')
  await expectAccessible(officer)
  await officer.getByRole('link', { name: 'Xem trên mẫu' }).click()
  await expect(officer.getByRole('heading', { level: 1, name: 'Sơ yếu lý lịch' })).toBeVisible()
  await expect(officer.getByRole('link', { name: 'Xem bản nháp' })).toHaveCount(0)

  await person.goto('/my-record/views')
  const look = person.getByRole('row').filter({ hasText: matter }).first()
  await expect(look).toContainText('Chuyên viên Sở Nội vụ')
  await look.getByRole('button', { name: 'Hỏi lý do' }).click()
  await look.getByLabel('Anh/Chị muốn hỏi gì?').fill('Kế hoạch này kiểm tra việc gì?')
  await expectAccessible(person)
  await look.getByRole('button', { name: 'Gửi câu hỏi' }).click()
  await expect(look.getByText('Chưa có trả lời.')).toBeVisible()

  // Who looked does not answer for it; the one above does.
  await officer.goto('/records/questions')
  const own = officer.getByRole('row').filter({ hasText: matter })
  await expect(own.getByRole('button', { name: 'Trả lời' })).toHaveCount(0)
  const head = await enter(browser, 'thutruong', '/records/questions')
  const asked = head.getByRole('row').filter({ hasText: matter })
  await asked.getByRole('button', { name: 'Trả lời' }).click()
  await asked.getByLabel('Câu trả lời').fill('Kiểm tra việc nâng lương trước thời hạn.')
  await expectAccessible(head)
  await asked.getByRole('button', { name: 'Gửi trả lời' }).click()
  await expect(asked.getByText('Kiểm tra việc nâng lương trước thời hạn.')).toBeVisible()
  await person.reload()
  await expect(look.getByText('Kiểm tra việc nâng lương trước thời hạn.')).toBeVisible()
})

test('the agency agrees in writing, the holder reads that part and no other, and it is taken back @desktop', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const documentNo = `${String(Date.now()).slice(-5)}/CV-THPT`
  const admin = await enter(browser, 'hoso', '/administration/agreements')
  await admin.getByRole('button', { name: 'Ghi văn bản đồng ý' }).click()
  await expect(admin.getByRole('link', { name: /Người được xem/ })).toBeVisible()
  await admin.getByLabel('Người được xem').fill('doanthe')
  await admin.getByLabel('Hồ sơ của đơn vị').selectOption({ index: 1 })
  await admin.getByLabel('Đào tạo, bồi dưỡng').first().check()
  await admin.getByRole('textbox', { name: 'Văn bản đồng ý' }).fill(documentNo)
  await admin.getByLabel('Mục đích', { exact: true }).fill('Chọn người đi học bồi dưỡng')
  await admin.getByLabel('Đến hết ngày').fill('31/12/2026')
  await admin.getByRole('button', { name: 'Ghi văn bản đồng ý' }).click()
  const line = admin.getByRole('row').filter({ hasText: documentNo })
  await expect(line).toBeVisible()
  await expectAccessible(admin)

  const holder = await enter(browser, 'doanthe', '/records?q=thuy+linh')
  await holder.getByRole('link', { name: 'Nguyễn Thị Thùy Linh' }).click()
  await expect(holder.getByText(/Đang xem bản đã duyệt/)).toBeVisible()
  await expect(holder.locator('#identity')).toHaveCount(0)
  const record = holder.url()

  await line.getByRole('button', { name: 'Thu hồi' }).click()
  await line.getByLabel('Lý do thu hồi').fill('Đã chọn xong người đi học')
  await line.getByRole('button', { name: 'Thu hồi văn bản đồng ý' }).click()
  await expect(line.getByText(/thu hồi .+: Đã chọn xong người đi học/)).toBeVisible()
  expect((await holder.goto(record))?.status()).toBe(404)
})
