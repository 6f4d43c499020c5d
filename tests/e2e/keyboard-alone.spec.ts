import { expect, type Page, test } from '@playwright/test'
import { added, enter, fillRecord, OWN_PASSWORD } from '../support/at-a-desk'
import { saved } from '../support/typing'

/** What has the focus, as one would name it: by its label, its name or its words; its id beside it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element =
      document.activeElement === document.body ? null : (document.activeElement as HTMLInputElement | null)
    const words = element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent ?? ''
    return { id: element?.id ?? '', words: words.replace(/\s+/g, ' ').trim() }
  })

/** Goes on with Tab until it has the focus: an id after `#`, or words. */
async function tabTo(page: Page, wanted: `#${string}` | RegExp) {
  for (let presses = 0; presses < 150; presses++) {
    const { id, words } = await focused(page)
    if (typeof wanted === 'string' ? id === wanted.slice(1) : wanted.test(words)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${wanted}`)
}

async function writeIn(page: Page, id: string, words: string) {
  await tabTo(page, `#f-${id}`)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
}

async function chooseIn(page: Page, id: string, words: string) {
  await writeIn(page, id, words)
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
}

async function save(page: Page) {
  await page.keyboard.press('Control+s')
  await saved(page)
}

/** Along the sections; the page is there when its head is. */
async function onwardTo(page: Page, section: string) {
  const head = page.getByRole('heading', { level: 1 })
  for (let pages = 0; pages < 13 && !page.url().endsWith(`/${section}`); pages++) {
    const before = (await head.textContent()) ?? ''
    await page.keyboard.press('Alt+PageDown')
    await expect(head).not.toHaveText(before, { timeout: 15_000 })
  }
}

test('the first declaration of a prefilled record is made by keys alone, from the door to sending @desktop', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const citizenId = `087066${String(Date.now()).slice(-6)}`
  const officer = await enter(browser, 'hoso', '/records')
  const slip = await added(officer, { name: 'Lê Văn Sáu', born: '1966', citizenId, category: 'CONG_CHUC' })
  fillRecord(citizenId, 0)

  const page = await (await browser.newContext()).newPage()
  // Whatever a mouse or a finger would do is counted; keys alone do none of it.
  let touches = 0
  await page.exposeFunction('noteTouch', () => {
    touches += 1
  })
  await page.addInitScript(() => {
    for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
      addEventListener(kind, () => void (window as unknown as { noteTouch(): void }).noteTouch(), true)
  })
  const keys = page.keyboard

  await test.step('door, own password, terms', async () => {
    await page.goto('/sign-in')
    await tabTo(page, /Số CCCD hoặc tên tài khoản/)
    await keys.type(slip.username)
    await tabTo(page, /^Mật khẩu/)
    await keys.type(slip.password)
    await keys.press('Enter')
    await page.waitForURL(/\/account\/password/)
    await tabTo(page, /^Mật khẩu hiện tại/)
    await keys.type(slip.password)
    await tabTo(page, /^Mật khẩu mới/)
    await keys.insertText(OWN_PASSWORD)
    await tabTo(page, /^Gõ lại mật khẩu mới/)
    await keys.insertText(OWN_PASSWORD)
    await keys.press('Enter')
    await page.waitForURL(/\/account\/terms/)
    await tabTo(page, /^Tôi đã đọc/)
    await keys.press('Space')
    await tabTo(page, /^Ghi nhận và vào cổng/)
    await keys.press('Enter')
    await page.waitForURL((url) => !url.pathname.startsWith('/account'))
  })

  await test.step('from the first page into the sections; each kind of control', async () => {
    await page.waitForURL(/\/my-record$/)
    await tabTo(page, /Thông tin cá nhân/)
    await keys.press('Enter')
    await page.waitForURL(/\/my-record\/identity/)
    await writeIn(page, 'other_names', 'Sáu Lúa')
    await writeIn(page, 'date_of_birth', '1966')
    await writeIn(page, 'place_of_birth', 'Xã Mỹ An, huyện Tháp Mười, tỉnh Đồng Tháp')
    await writeIn(page, 'citizen_id_issued_on', '10/5/2021')
    await tabTo(page, '#f-has_social_insurance')
    await keys.press('ArrowDown')
    await keys.press('ArrowUp')
    await chooseIn(page, 'family_class_origin', 'nong dan')
    await save(page)
    await onwardTo(page, 'affiliation')
    await chooseIn(page, 'policy_category', 'thuong binh')
    await keys.press('Tab')
    await save(page)
    await onwardTo(page, 'health')
    await writeIn(page, 'height_cm', '162')
    await writeIn(page, 'weight_kg', '58,5')
    await save(page)
  })

  await test.step('a table: into it, along it, a new row, back out', async () => {
    await onwardTo(page, 'work')
    const rows = page.locator('tr[id^="f-workHistory."]')
    await expect(rows).toHaveCount(1)
    await tabTo(page, /^Dòng 1, /)
    await keys.press('Enter')
    await expect(rows).toHaveCount(2)
    for (const words of ['9/1984', '2/2003', 'Hợp tác xã Mỹ An', 'Xã viên']) {
      await keys.insertText(words)
      await keys.press('Tab')
    }
    await save(page)
    await expect(rows.nth(1)).toContainText('Hợp tác xã Mỹ An')
    await onwardTo(page, 'background')
    await writeIn(page, 'arrest_history', 'Không')
    await keys.press('Enter')
    await keys.insertText('Chưa từng bị bắt, bị tù')
    await save(page)
  })

  await test.step('review, declaration, sending', async () => {
    await tabTo(page, /^Kiểm tra và gửi/)
    await keys.press('Enter')
    await page.waitForURL(/\/my-record\/review/)
    await expect(page.getByRole('button', { name: /^Gửi \d+ thay đổi$/ })).toBeVisible()
    for (const box of await page.getByRole('checkbox').all()) {
      const id = await box.getAttribute('id')
      await tabTo(page, `#${id}`)
      await keys.press('Space')
    }
    await tabTo(page, /^Gửi \d+ thay đổi$/)
    await keys.press('Enter')
    await page.waitForURL(/\/my-record$/)
    await expect(page.getByText(/Đã gửi lúc/).first()).toBeVisible()
  })
  expect(touches).toBe(0)
})
