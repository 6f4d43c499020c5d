import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page, chromium as playwright, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { chromium } from '../support/chromium'
import { DEMO_PASSWORD, signInAs } from '../support/sign-in'
import { fresh } from '../support/typing'

/** A browser with a profile on disk, as on an office PC: killed and started again it is the same device. */
async function aDevice(profile: string, baseURL: string | undefined): Promise<BrowserContext> {
  const from = baseURL === undefined ? {} : { baseURL }
  return playwright.launchPersistentContext(profile, { ...(await chromium()), ...from, locale: 'vi-VN' })
}

async function write(page: Page, label: string, words: string) {
  const field = page.getByLabel(label, { exact: true })
  await field.fill(words)
  await field.blur()
}

async function openSection(page: Page, title: string) {
  await page.getByRole('navigation', { name: 'Các mục của hồ sơ' }).getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

const [NAME, HEIGHT, WEIGHT] = ['Các tên gọi khác', 'Chiều cao (cm)', 'Cân nặng (kg)']
const [PAY, OTHER] = ['Nguồn thu nhập chính hằng năm: Tiền lương', 'Nguồn thu nhập khác']

test('with the line cut 20 edits in 3 sections outlive a killed window, and arrive in order @desktop', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const profile = mkdtempSync(join(tmpdir(), 'device-'))
  const run = Number(fresh('').trim()) % 900
  // Section by section and back again, also the same field several times.
  const rounds: [title: string, edits: [label: string, words: string][]][] = [
    ['Thông tin cá nhân', [1, 2, 3, 4].map((n) => [NAME, `Tên ${run} lần ${n}`])],
    ['Sức khỏe', [1, 2].flatMap((n) => [[HEIGHT, `${150 + n}`] as [string, string], [WEIGHT, `${50 + n}`]])],
    [
      'Hoàn cảnh kinh tế',
      [
        [PAY, `${100 + run}000000`],
        [OTHER, `${1 + run}000000`],
        [PAY, `${101 + run}000000`],
      ],
    ],
    ['Thông tin cá nhân', [5, 6, 7].map((n) => [NAME, `Tên ${run} lần ${n}`])],
    [
      'Sức khỏe',
      [
        [HEIGHT, '161'],
        [WEIGHT, '54'],
        [HEIGHT, '162'],
      ],
    ],
    [
      'Hoàn cảnh kinh tế',
      [
        [OTHER, `${2 + run}000000`],
        [PAY, `${102 + run}000000`],
        [OTHER, `${3 + run}000000`],
      ],
    ],
  ]
  const order = rounds.flatMap(([, edits]) => edits.map(([label]) => label))
  expect(order).toHaveLength(20)

  // Somebody whose record no other path sends.
  const device = await aDevice(profile, baseURL)
  const page = await device.newPage()
  await signInAs(page, 'vanthu', { to: '/my-record/identity' })
  for (const [title] of rounds.slice(0, 3)) await openSection(page, title)
  await openSection(page, 'Thông tin cá nhân')
  await device.setOffline(true)
  for (const [title, edits] of rounds) {
    await openSection(page, title)
    for (const [label, words] of edits) await write(page, label, words)
  }
  await expect(page.getByText('Mất kết nối: 20 thay đổi đang giữ trên máy này').first()).toBeVisible()
  await expectAccessible(page)
  // What was not opened before waits for the line, and the page stays.
  await page.getByRole('link', { name: 'Trợ giúp' }).first().click()
  await expect(page.getByText('Mất kết nối: trang này mở được khi có mạng.')).toBeVisible()
  await openSection(page, 'Sức khỏe')
  await expect(page.getByLabel(HEIGHT)).toHaveValue('162')
  await page.goto('chrome://crash').catch(() => {})
  await device.close()

  const later = await aDevice(profile, baseURL)
  const again = await later.newPage()
  await again.goto('/my-record')
  if (again.url().includes('/sign-in')) await signInAs(again, 'vanthu', { to: '/my-record' })
  await expect(again.getByText('Đã gửi 20 thay đổi giữ trên máy này.')).toBeVisible({ timeout: 60_000 })
  await expectAccessible(again)
  for (const [address, label, words] of [
    ['identity', NAME, `Tên ${run} lần 7`],
    ['health', HEIGHT, '162'],
    ['health', WEIGHT, '54'],
  ] as const) {
    await again.goto(`/my-record/${address}`)
    await expect(again.getByLabel(label)).toHaveValue(words)
  }
  await later.close()
  rmSync(profile, { recursive: true, force: true })

  const auditor = await (await browser.newContext()).newPage()
  await signInAs(auditor, 'kiemtoan', { to: '/audit?action=record.edited' })
  const told = await auditor.locator('main tbody td[data-l="Việc"]').allTextContents()
  const labels = told.slice(0, 20).map((sentence) => sentence.slice(sentence.indexOf(': ') + 2))
  // What is sensitive the log does not name to who reads it.
  const named = order.map((label) => ([HEIGHT, WEIGHT].includes(label) ? 'mục nhạy cảm' : label))
  expect(labels.reverse()).toEqual(named)
  await auditor.context().close()
})

test('a PC that is shared keeps nothing for the next, and asks before words are lost @desktop', async ({
  page,
  context,
}) => {
  await signInAs(page, 'nhanvien', { to: '/my-record/identity' })
  const words = fresh('Chưa gửi')
  // The server is out of reach for saves only: the page itself can still sign out.
  await page.route('**/my-record/identity', (route) =>
    route.request().method() === 'POST' ? route.abort('connectionfailed') : route.continue(),
  )
  await write(page, NAME, words)
  await expect(page.getByText(/Mất kết nối: 1 thay đổi đang giữ trên máy này/).first()).toBeVisible()

  // The session ends, somebody else sits down: nothing is shown, nothing is sent.
  await context.clearCookies()
  const next = await context.newPage()
  await signInAs(next, 'hoso', { to: '/my-record/identity' })
  await expect(next.getByLabel(NAME)).not.toHaveValue(words)
  await expect(next.getByText(/thay đổi giữ trên máy này|đang giữ trên máy/)).toHaveCount(0)
  expect(await onDisk(next)).not.toContain(words)
  await next.waitForTimeout(2_000)
  expect(await heldBy(next)).toBe(1)
  await next.close()

  await page.unroute('**/my-record/identity')
  await context.clearCookies()
  await page.goto('/my-record/identity')
  await signInAs(page, 'nhanvien', { to: '/my-record/identity' })
  await expect(page.getByText('Đã gửi 1 thay đổi giữ trên máy này.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByLabel(NAME)).toHaveValue(words)

  await page.route('**/my-record/identity', (route) =>
    route.request().method() === 'POST' ? route.abort('connectionfailed') : route.continue(),
  )
  await write(page, NAME, `${words} B`)
  await expect(page.getByText(/Mất kết nối: 1 thay đổi/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Đăng xuất' }).first().click()
  const question = page.getByRole('dialog')
  await expect(question.getByRole('heading', { name: '1 thay đổi chưa lên máy chủ' })).toBeVisible()
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Ở lại để gửi' }).click()
  await expect(page.getByLabel(NAME)).toHaveValue(`${words} B`)
  await page.unroute('**/my-record/identity')
  await page.getByRole('button', { name: 'Đăng xuất' }).first().click()
  await expect(page.getByText('Đã đăng xuất.')).toBeVisible()
  expect(await heldBy(page)).toBe(0)
})

test('a session that ends while one types leads to the door and back, with the words @desktop', async ({
  page,
  context,
}) => {
  await signInAs(page, 'nhanvien', { to: '/my-record/identity' })
  const words = fresh('Phiên hết')
  await context.clearCookies()
  await write(page, NAME, words)
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fmy-record%2Fidentity/)
  await page.getByLabel('Số CCCD hoặc tên tài khoản').fill('nhanvien')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(/\/my-record\/identity$/)
  await expect(page.getByLabel(NAME)).toHaveValue(words)
  await expect(page.getByText('Đã gửi 1 thay đổi giữ trên máy này.')).toBeVisible({ timeout: 20_000 })
  await page.reload()
  await expect(page.getByLabel(NAME)).toHaveValue(words)
})

/** All that the device store holds, as somebody with the disk in hand would read it. */
const onDisk = (page: Page) => rowsOf(page).then((rows) => rows.join('\n'))
const heldBy = (page: Page) => rowsOf(page).then((rows) => rows.length)

const rowsOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('portal')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const all = opening.result.transaction('edits').objectStore('edits').getAll()
          all.onsuccess = () => {
            const text = (value: unknown) =>
              value instanceof ArrayBuffer ? new TextDecoder().decode(value) : JSON.stringify(value)
            resolve(all.result.map((row: object) => Object.values(row).map(text).join(' ')))
            opening.result.close()
          }
        }
      }),
  )
