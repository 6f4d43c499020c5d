import { expect, test } from '@playwright/test'
import { signInAs } from '../support/sign-in'

test('Sở Nội vụ edits the table of approvers, and the people of a Hội move to another head’s batch @desktop', async ({
  browser,
}) => {
  const homeAffairs = await (await browser.newContext()).newPage()
  await signInAs(homeAffairs, 'sonoivu', { to: '/administration/approvers' })
  const table = homeAffairs.getByRole('table', { name: 'Bảng người duyệt', exact: true })
  const row = table.getByRole('row', { name: /Hội được giao số người làm việc cấp tỉnh/ })
  await expect(row).toContainText('Người đứng đầu đơn vị của người đó')

  await row.getByRole('button', { name: 'Kết thúc' }).click()
  await row.getByLabel('Lý do, số quyết định').fill('1300/QĐ-UBND thay thế')
  await row.getByRole('button', { name: 'Kết thúc dòng này từ hôm nay' }).click()
  const nobody = homeAffairs.getByRole('table', { name: 'Người chưa có người duyệt' })
  await expect(nobody.getByRole('row', { name: /Trần Minh Khoa/ })).toContainText('Không dòng nào')

  await homeAffairs.getByLabel('Thứ tự dòng').fill('80')
  await homeAffairs.getByLabel('Hội được giao số người làm việc cấp tỉnh').check()
  await homeAffairs.getByLabel('Người duyệt', { exact: false }).last().selectOption('namedUnit')
  await homeAffairs.getByLabel('Đơn vị nêu tên').selectOption({ label: '\u00a0\u00a0Sở Nội vụ' })
  await homeAffairs.getByLabel('Căn cứ').fill('1300/QĐ-UBND ngày 27/11/2026')
  await homeAffairs.getByRole('button', { name: 'Thêm dòng' }).click()
  await expect(table.getByRole('row', { name: /Hội được giao/ })).toContainText('Người đứng đầu Sở Nội vụ')
  await expect(nobody.getByRole('row', { name: /Trần Minh Khoa/ })).toBeHidden()

  const head = await (await browser.newContext()).newPage()
  await signInAs(head, 'giamdoc.snv', { to: '/approvals' })
  await expect(head.getByText('người của đơn vị')).toBeVisible()
  // The director of another department is in this batch too, and what is signed may be opened.
  await head.getByRole('link', { name: 'Phạm Thị Hồng' }).click()
  await expect(head.getByRole('heading', { name: 'Phạm Thị Hồng' })).toBeVisible()
})
