import { expect, test } from '@playwright/test'
import {
  addPerson,
  enter,
  firstSignIn,
  KEY_PASSWORD,
  keyOf,
  LINH,
  SIMULATOR,
  saved,
  seen,
  slipOn,
  verify,
  watchForKeys,
} from '../support/at-a-desk'
import { giveAgain } from '../support/sign-in'

/** A number nobody has, new with every run. */
const fresh = () => String(Date.now()).slice(-7)

test('one record goes from the first account to the national database @desktop', async ({ browser }) => {
  test.setTimeout(420_000)
  const number = fresh()

  await test.step('1. Sở Nội vụ makes a unit administrator; the unit makes a person; both choose a password first', async () => {
    const province = await enter(browser, 'sonoivu', '/administration/people/new?role=unitAdmin')
    const admin = {
      name: 'Huỳnh Thị Mỹ Duyên',
      born: '12/04/1990',
      citizenId: `087190${number.slice(-6)}`,
      role: 'unitAdmin',
    }
    await addPerson(province, admin)
    await seen(province, 'them-quan-tri-don-vi')
    await province.getByRole('button', { name: 'Thêm người và cấp tài khoản' }).click()
    await giveAgain(province)
    const slip = await slipOn(province)
    await seen(province, 'phieu-tai-khoan')
    const administrator = await firstSignIn(browser, slip, 'quan-tri')
    await administrator.goto('/administration')
    await seen(administrator, 'quan-tri-don-vi')
    await administrator.context().close()
    await province.context().close()

    const officer = await enter(browser, 'hoso', '/administration/people/new')
    const person = { name: 'Lê Hoàng Bảo Trân', born: '1998', citizenId: `087198${number.slice(-6)}` }
    await addPerson(officer, { ...person, citizenId: '12' })
    await officer.getByRole('button', { name: 'Thêm người và cấp tài khoản' }).click()
    await expect(officer.getByLabel('Số căn cước công dân')).toHaveAttribute('aria-invalid', 'true')
    await expect(officer.getByLabel('Họ và tên khai sinh')).toHaveValue(person.name)
    await seen(officer, 'them-nguoi-bi-tu-choi')
    await officer.getByLabel('Số căn cước công dân').fill(person.citizenId)
    await officer.getByRole('button', { name: 'Thêm người và cấp tài khoản' }).click()
    const own = await slipOn(officer)
    await officer.getByRole('link', { name: 'Mở hồ sơ' }).click()
    await officer.waitForURL(/\/records\/[0-9a-f-]{36}/)
    await seen(officer, 'ho-so-moi')
    await officer.goto(`${new URL(officer.url()).pathname}/edit/agency`)
    await officer.getByLabel('Số hiệu cán bộ, công chức, viên chức').fill(`DT.9${number.slice(-4)}`)
    await officer.getByRole('button', { name: /Lưu nháp/ }).click()
    await saved(officer)
    await seen(officer, 'phan-cua-don-vi')
    await officer.context().close()

    const beginner = await firstSignIn(browser, own, 'nguoi-moi')
    await beginner.goto('/my-record')
    await expect(beginner.getByText(/Còn \d+ trường bắt buộc chưa ghi/).first()).toBeVisible()
    await seen(beginner, 'viec-cua-nguoi-moi')
    await beginner.context().close()
  })

  const phone = `0917${number.slice(-6)}`
  await test.step('2. the person changes the record, sees only what changed, and sends it with a declaration', async () => {
    const page = await enter(browser, 'nhanvien', '/my-record')
    await seen(page, 'viec-cua-toi')
    await page.goto('/my-record/identity')
    await page.getByLabel('Số điện thoại liên hệ').fill('0917000000')
    await saved(page)
    await seen(page, 'muc-thong-tin-ca-nhan')
    await page.goto('/my-record/health')
    await page.getByLabel('Cân nặng (kg)').fill('53,5')
    await page.getByRole('button', { name: /Lưu nháp/ }).click()
    await saved(page)
    await page.goto('/my-record/review')
    const changes = page.getByRole('table').filter({ hasText: 'Số điện thoại liên hệ' })
    await expect(changes).toContainText('0917000000')
    await expect(changes).toContainText('53,5')
    await expect(changes).not.toContainText('Chiều cao')
    await seen(page, 'kiem-tra-va-gui')
    const send = page.getByRole('button', { name: /^Gửi \d+ thay đổi$/ })
    await send.click()
    await expect(page.getByRole('alert').first()).toContainText(/cam đoan/)
    await seen(page, 'chua-cam-doan')
    await page.getByRole('checkbox', { name: /Tôi cam đoan/ }).check()
    await send.click()
    await page.waitForURL(/\/my-record$/)
    await expect(page.getByText(/Đã gửi lúc/).first()).toBeVisible()
    await seen(page, 'da-gui')
    await page.context().close()
  })

  await test.step('3. the officer compares, gives one field back, and takes the corrected record', async () => {
    const officer = await enter(browser, 'hoso', '/records/review')
    await seen(officer, 'hang-cho')
    const open = async () => {
      await officer.goto('/records/review')
      await officer.locator('main').getByRole('link', { name: LINH.name }).click()
      await expect(officer.locator('tr', { hasText: 'Số điện thoại liên hệ' })).toBeVisible()
    }
    await open()
    await seen(officer, 'doi-chieu')
    await officer.locator('tr', { hasText: 'Số điện thoại liên hệ' }).getByRole('checkbox').check()
    await officer.getByLabel('Nhắn cho người khai').fill('Số này không liên lạc được, ghi lại số đang dùng')
    await seen(officer, 'tra-lai')
    await officer.getByRole('button', { name: /^Trả lại 1/ }).click()
    await officer.waitForURL((url) => !url.pathname.includes('review/') || url.pathname === '/records/review')

    const person = await enter(browser, 'nhanvien', '/my-record')
    await expect(person.getByText(/đã trả lại hồ sơ/).first()).toBeVisible()
    await seen(person, 'bi-tra-lai')
    await person.goto('/my-record/identity')
    await expect(person.getByText(/ghi lại số đang dùng/).first()).toBeVisible()
    await person.getByLabel('Số điện thoại liên hệ').fill(phone)
    await saved(person)
    await seen(person, 'truong-bi-tra-lai')
    await person.goto('/my-record/review')
    await person.getByRole('checkbox', { name: /Tôi cam đoan/ }).check()
    await person.getByRole('button', { name: /^Gửi \d+ thay đổi$/ }).click()
    await person.waitForURL(/\/my-record$/)
    await person.context().close()

    await open()
    await expect(officer.locator('tr', { hasText: 'Số điện thoại liên hệ' })).toContainText(phone)
    await officer.getByRole('button', { name: /^Đạt cả \d+/ }).click()
    await officer.waitForURL((url) => !url.pathname.includes('review/') || url.pathname === '/records/review')
    await officer.context().close()
  })

  let batch = ''
  await test.step('4. the head opens the month and signs with a key that never leaves the page', async () => {
    const head = await enter(browser, 'thutruong', '/approvals')
    await expect(head.getByRole('heading', { name: /người chưa ký được tháng này/ })).toBeVisible()
    await expect(head.getByText('Hồ sơ của chính người ký')).toBeVisible()
    await expect(head.getByText(LINH.name).first()).toBeVisible()
    await seen(head, 'thang-mo')
    await head.getByRole('button', { name: /^Chốt tháng/ }).click()
    await head.waitForURL(/\/approvals\/[0-9a-f-]{36}/)
    batch = new URL(head.url()).pathname
    await seen(head, 'cho-ky')

    const sign = head.getByRole('button', { name: /^Ký duyệt \d+ hồ sơ$/ })
    const file = head.getByLabel('Tệp khóa ký')
    const password = head.getByLabel('Mật khẩu khóa ký')
    await file.setInputFiles(keyOf('thutruong'))
    await password.fill(KEY_PASSWORD)
    await sign.click()
    await expect(head.getByText(/Đọc lời chịu trách nhiệm/)).toBeVisible()
    await head.getByLabel('Tôi đã đọc và đồng ý').check()

    await password.fill('sai-mat-khau')
    await sign.click()
    await expect(head.getByText(/Mật khẩu của tệp khóa chưa đúng/)).toBeVisible()
    await seen(head, 'sai-mat-khau-khoa')

    await file.setInputFiles(keyOf('hoso'))
    await password.fill(KEY_PASSWORD)
    await sign.click()
    await giveAgain(head)
    await expect(head.locator('#sign-fault')).toContainText(/[Cc]hứng thư/, { timeout: 20_000 })
    await seen(head, 'khoa-cua-nguoi-khac')

    const keys = watchForKeys(head)
    await file.setInputFiles(keyOf('thutruong'))
    await password.fill(KEY_PASSWORD)
    await sign.click()
    await expect(head.getByText(/hồ sơ đã được phê duyệt lúc/)).toBeVisible({ timeout: 60_000 })
    expect(keys()).toEqual([])
    await seen(head, 'da-ky')

    const download = head.waitForEvent('download')
    await head.getByRole('link', { name: 'Tải PDF đã ký' }).click()
    const paper = test.info().outputPath('phe-duyet.pdf')
    await (await download).saveAs(paper)
    const verdict = verify(paper)
    expect(verdict).toMatchObject({ valid: true, manifest: { unitCode: expect.any(String), period: '2026-11' } })
    await head.context().close()
  })

  await test.step('5. the worker sends, the ministry takes it, and the record says so', async () => {
    const head = await enter(browser, 'thutruong', batch)
    const sending = async () => {
      await head.reload()
      return head.getByRole('row', { name: /Gửi Bộ Nội vụ/ }).textContent()
    }
    await expect.poll(sending, { timeout: 60_000 }).toContain('đã gửi hết')
    await seen(head, 'bo-da-nhan')
    await head.context().close()
    const held = (await (await fetch(`${SIMULATOR}/__sim/records`)).json()) as { key: string; body: unknown }[]
    const file = held.filter(({ key }) => key.endsWith(LINH.citizenId))
    expect(file).toHaveLength(1)
    expect(JSON.stringify(file[0])).toContain(phone)
    expect(JSON.stringify(file[0])).toContain('53.5')

    const person = await enter(browser, 'nhanvien', '/my-record')
    await expect(person.getByText(/Bộ đã nhận/).first()).toBeVisible()
    await seen(person, 'ho-so-bo-da-nhan')
    await person.context().close()
  })

  await test.step('6. Sở Nội vụ sees the province; each figure opens a list of that length', async () => {
    const province = await enter(browser, 'sonoivu', '/overview')
    await seen(province, 'toan-tinh')
    const table = province.getByRole('table').filter({ hasText: 'Bộ đã nhận' }).last()
    const links = await table.locator('td a').evaluateAll((found) =>
      found.map((one) => ({
        href: one.getAttribute('href') ?? '',
        figure: one.firstChild?.textContent?.trim() ?? '',
      })),
    )
    expect(links.length).toBeGreaterThan(40)
    // The sum's own, and every seventh of the others.
    for (const { href, figure } of [...links.slice(-8), ...links.filter((_, index) => index % 7 === 0)]) {
      await province.goto(href)
      await expect(province.locator('#people'), href).toHaveText(`${figure} người`)
    }
    await seen(province, 'danh-sach-sau-con-so')
    await province.goto('/pushes?state=refused')
    await seen(province, 'bo-tu-choi')
    await province.context().close()
  })

  await test.step('7. who has no business with it finds nothing, and the log says who asked', async () => {
    const owner = await enter(browser, 'hoso', '/records?q=thuy+linh')
    const href = await owner.locator('main').getByRole('link', { name: LINH.name }).getAttribute('href')
    await owner.context().close()
    const record = href!.split('?')[0]!
    const paper = `/api/documents${batch.replace('approvals', 'approval')}`
    for (const [account, closed] of [
      ['vanthu', [record, `${record}/history`, batch, paper, '/approvals', '/audit']],
      ['kiemtoan', [record, batch, paper]],
      ['giamdoc.snv', [record, batch, paper]],
      ['nhanvien', ['/records', '/overview', '/administration', '/audit', batch]],
    ] as const) {
      const page = await enter(browser, account, '/help')
      for (const address of closed)
        expect((await page.request.get(address)).status(), `${account} ${address}`).toBe(404)
      await page.goto(closed[0])
      await expect(page.getByRole('heading', { name: 'Không tìm thấy trang này' })).toBeVisible()
      await seen(page, `khong-thay-${account}`)
      await page.context().close()
    }
    const auditor = await enter(browser, 'kiemtoan', '/audit')
    await expect(auditor.getByRole('table').getByText('Trần Quốc Bảo').first()).toBeVisible()
    await expect(auditor.getByRole('table').getByText(batch).first()).toBeVisible()
    await seen(auditor, 'nhat-ky')
    await auditor.context().close()
  })
})
