import { expect, type Locator, type Page, test } from '@playwright/test'
import { signInAs } from '../support/sign-in'
import { saved, typeTelex } from '../support/typing'

test.beforeEach(async ({ page }) => signInAs(page, 'nhanvien'))

/** One control of each kind, and strokes as Unikey sends them (`<` takes a letter back); a save falls where the two halves meet. */
const CONTROLS: Record<string, { section: string; field: string; strokes: [string, string]; reads: string }> = {
  text: { section: 'identity', field: 'other_names', strokes: ['Nguye<ê', '<ễn  A<Ă<Ẵm'], reads: 'Nguyễn  Ẵm' },
  'a partial date': { section: 'identity', field: 'date_of_birth', strokes: ['5/9', '/1988'], reads: '5/9/1988' },
  'the words of a place': {
    section: 'identity',
    field: 'place_of_birth',
    strokes: ['Xa<ã Đa', ' Lo<ô<ộc'],
    reads: 'Xã Đa Lộc',
  },
  'a place of the list': {
    section: 'identity',
    field: 'place_of_birth-place',
    strokes: ['xa<ã t', 'a<â<ân'],
    reads: 'xã tân',
  },
  'a choice': { section: 'identity', field: 'family_class_origin', strokes: ['co<ô', '<ông nhâ'], reads: 'công nhâ' },
  'several choices': {
    section: 'affiliation',
    field: 'policy_category',
    strokes: ['thu<ư', 'o<ơng bi'],
    reads: 'thương bi',
  },
  'a number': { section: 'health', field: 'height_cm', strokes: ['15', '8'], reads: '158' },
  'a decimal': { section: 'health', field: 'weight_kg', strokes: ['52', ',5'], reads: '52,5' },
  'the beginning of a period': {
    section: 'affiliation',
    field: 'contract_period',
    strokes: ['9/20', '12'],
    reads: '9/2012',
  },
  'the end of a period': {
    section: 'affiliation',
    field: 'contract_period-to',
    strokes: ['d<đe<ê<ế', 'n nay'],
    reads: 'đến nay',
  },
  'a code that is suggested': {
    section: 'salary',
    field: 'rank_code',
    strokes: ['gia<á', 'o vie<ê'],
    reads: 'giáo viê',
  },
  'several lines': {
    section: 'background',
    field: 'arrest_history',
    strokes: ['Kho<ô', '<ông\nco<ó'],
    reads: 'Không\ncó',
  },
}

/** Types, pauses with the focus inside until it was saved, goes on; nothing may write into it meanwhile. */
async function replay(page: Page, field: Locator, [first, second]: [string, string], reads: string) {
  const before = await field.inputValue()
  await field.fill('')
  await typeTelex(field, first, 30)
  await page.waitForTimeout(1_800)
  await typeTelex(field, second, 30)
  await expect(field).toHaveValue(reads)
  await expect(field).toBeFocused()
  await page.waitForTimeout(1_800)
  await expect(field).toHaveValue(reads)
  await field.fill(before)
}

for (const [kind, { section, field, strokes, reads }] of Object.entries(CONTROLS)) {
  test(`what is typed into ${kind} stays as it was typed, also across a save @desktop`, async ({ page }) => {
    await page.goto(`/my-record/${section}`)
    await replay(page, page.locator(`[id="f-${field}"]`), strokes, reads)
  })
}

test('so does what is typed into the cells of a table: words, dates and lists @desktop', async ({ page }) => {
  await page.goto('/my-record/family')
  const row = page.locator('tr[id^="f-family."]').first()
  const cell = page.locator('td.sel input, td.sel textarea')
  for (const [at, strokes, reads] of [
    [0, ['co', 'n'], 'con'],
    [1, ['Le<ê', ' Thi<ị'], 'Lê Thị'],
    [2, ['19', '66'], '1966'],
    [3, ['Ca<â', '<ấp'], 'Cấp'],
  ] as [number, [string, string], string][]) {
    await row.locator('td').nth(at).click()
    await replay(page, cell, strokes, reads)
    await page.keyboard.press('Escape')
  }
})

test('a date is taken in each way it is written, and read back in words @desktop', async ({ page }) => {
  await page.goto('/my-record/identity')
  const field = page.getByLabel('Sinh ngày')
  const row = page.locator('.row', { has: field })
  const before = await field.inputValue()
  for (const [typed, said, kept] of [
    ['05091985', 'ngày 5 tháng 9 năm 1985', '05/09/1985'],
    ['5/9/1985', 'ngày 5 tháng 9 năm 1985', '05/09/1985'],
    ['9/1985', 'tháng 9 năm 1985', '09/1985'],
    ['1985', 'năm 1985', '1985'],
  ] as const) {
    await field.fill(typed)
    await page.getByLabel('Các tên gọi khác').focus()
    await expect(row.locator('.echo').first()).toHaveText(said)
    await expect(field).toHaveValue(typed)
    await saved(page)
    await page.reload()
    await expect(field).toHaveValue(kept)
  }
  await field.fill(before)
  await page.getByLabel('Các tên gọi khác').focus()
  await saved(page)
})

test('a place is offered by the names of its day: the old ones to who was born under them @desktop', async ({
  page,
}) => {
  await page.goto('/my-record/identity')
  const born = page.locator('[id="f-place_of_birth-place"]')
  const lives = page.locator('[id="f-current_address-place"]')
  const first = page.getByRole('listbox').getByRole('option').first()
  const value = await born.inputValue()
  await born.fill('vinh long')
  await expect(first).toContainText('tên cũ, đến 30/06/2025')
  await born.fill('tra vinh')
  await expect(first).toContainText('nay thuộc Tỉnh Vĩnh Long')
  await born.fill(value)
  await lives.focus()
  const now = await lives.inputValue()
  await lives.fill('vinh long')
  await expect(first).toContainText('từ 01/07/2025')
  await lives.fill(now)
})
