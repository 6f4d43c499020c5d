import { type Browser, expect, type Page, test } from '@playwright/test'
import { acceptTerms, added, changePassword, enter, OWN_PASSWORD } from '../support/at-a-desk'
import { PROVINCE } from '../support/provinces'
import { putDraft } from '../support/put-draft'
import { typeSection, typingPlans } from '../support/type-record'
import { saved } from '../support/typing'
import type { SectionPlan } from '../support/typing-plan'

/**
 * By default the sections that make each of them special are typed, and the rest stands there. With SAMPLE_PERSONS=whole
 * every section of all six is typed (six minutes).
 */
const WHOLE = process.env.SAMPLE_PERSONS === 'whole'
const PLANS = typingPlans()

let officer: Page
let person: Page
let record: string
const citizenId = `087188${String(Date.now()).slice(-6)}`

/** One desk each, for all six: the officer's, and that of somebody who becomes each of them in turn. */
async function sitDown(browser: Browser) {
  officer = await enter(browser, 'hoso', '/records')
  const slip = await added(officer, { name: 'Đặng Mỹ Linh', born: '14/08/1988', citizenId })
  await officer.getByRole('link', { name: 'Mở hồ sơ' }).click()
  await officer.waitForURL(/\/records\/[0-9a-f-]{36}/)
  record = new URL(officer.url()).pathname
  person = await enter(browser, slip.username, '/', slip.password)
  // A password made of name and birth is none.
  await changePassword(person, slip.password, 'Linh14081988@')
  await expect(person.getByText(/chứa tên “Linh”/).first()).toBeVisible()
  await changePassword(person, slip.password, OWN_PASSWORD)
  await person.waitForURL(/\/account\/terms/)
  await acceptTerms(person)
}

let serial = Date.now() % 1_000_000
const SHARED = ['citizen_id', 'social_insurance_no', 'health_insurance_card_no', 'staff_number']
/** Numbers no two people share are new with every run; what they say of sex and birth stays in them. */
const withTail = (number: string, tail: string) => `${number.replaceAll(' ', '').slice(0, -6)}${tail}`

const renumbered = (part: SectionPlan, tail: string): SectionPlan => ({
  ...part,
  steps: part.steps.map((step) =>
    step.kind === 'line' && SHARED.includes(step.code) ? { ...step, words: withTail(step.words, tail) } : step,
  ),
})

/** The officer writes what is the unit's, the person the rest, each answer in its control. */
async function typed(number: number, own: readonly string[]) {
  const { sections, draft, empty } = PLANS[number]!
  const tail = String(serial++ % 1_000_000).padStart(6, '0')
  const byHand = sections.filter(({ section }) => WHOLE || own.includes(section))
  const standing = structuredClone(draft)
  for (const answers of [standing.agency, standing.identity] as Record<string, unknown>[])
    for (const code of SHARED) if (typeof answers[code] === 'string') answers[code] = withTail(answers[code], tail)
  for (const { section } of byHand) Object.assign(standing, { [section]: empty[section] })
  const { employing_unit, managing_authority } = draft.agency
  Object.assign(standing.agency, { employing_unit, managing_authority })
  await putDraft(PROVINCE.dataFolder, citizenId, standing)
  for (const { section, editor, steps } of byHand.map((part) => renumbered(part, tail))) {
    const page = editor === 'unit' ? officer : person
    await page.goto(editor === 'unit' ? `${record}/edit/${section}` : `/my-record/${section}`)
    await test.step(section, () => typeSection(page, steps))
    await expect(page.locator('main').getByText(/Phải sửa trước khi gửi|Lỗi: /), section).toHaveCount(0)
  }
}

const field = (page: Page, code: string) => page.locator(`[id="f-${code}"]`)
const open = (section: string) => person.goto(`/my-record/${section}`)

/** Types over one answer and hears what is said of it; then puts the answer back. */
async function hears(section: string, code: string, typed: string, words: RegExp) {
  if (!person.url().endsWith(`/${section}`)) await open(section)
  const control = field(person, code)
  const before = await control.inputValue()
  await control.fill(typed)
  await control.press('Tab')
  await expect(person.locator('main')).toContainText(words, { timeout: 15_000 })
  await control.fill(before)
  await control.press('Tab')
  await saved(person)
  await expect(person.locator('main')).not.toContainText(words, { timeout: 15_000 })
}

async function onPaper(...items: RegExp[]) {
  await person.goto('/my-record/form')
  for (const item of items) await expect(person.locator('.cv').getByText(item).first()).toBeVisible()
}

/** Nothing is missing, no rule is broken: it goes to the officer. */
async function sends() {
  await person.goto('/my-record/review')
  for (const box of await person.getByRole('checkbox').all()) await box.check()
  await person.getByRole('button', { name: /^Gửi \d+ thay đổi$/ }).click()
  await person.waitForURL(/\/my-record$/)
  await expect(person.getByText(/Đã gửi lúc/).first()).toBeVisible()
}

test.describe('the six sample persons, entered by hand @desktop', () => {
  test.describe.configure({ mode: 'serial', timeout: WHOLE ? 300_000 : 90_000 })
  test.beforeAll(async ({ browser }) => sitDown(browser))

  test('Lê Văn Sáu: only the year of birth is known', async () => {
    await typed(0, ['identity'])
    await open('identity')
    await expect(field(person, 'date_of_birth')).toHaveValue('1966')
    await expect(field(person, 'full_name')).toHaveValue('Lê Văn Sáu')
    await hears('identity', 'date_of_birth', '1967', /không khớp năm sinh 1967/)
    await hears('identity', 'citizen_id', '340066123', /“Số CMND cũ”/)
    await hears('salary', 'salary_coefficient', '4,66', /bậc 8 là 4,65/)
    await onPaper(/^1966$/)
    await expect(person.locator('main')).not.toContainText('01/01/1966')
    await officer.goto(record)
    await expect(officer.locator('main')).not.toContainText('01/01/1966')
    await sends()
  })

  test('Thạch Thị Sô Phia: Khmer, born in a merged province', async () => {
    await typed(1, ['identity', 'training'])
    await open('identity')
    await expect(field(person, 'place_of_birth')).toHaveValue('Xã Đa Lộc, huyện Châu Thành, tỉnh Trà Vinh')
    await expect(field(person, 'place_of_birth-place-which')).toContainText('Mã 84')
    await open('training')
    await expect(person.locator('main')).toContainText('Tiếng Khmer (tiếng dân tộc)')
    await hears('salary', 'salary_coefficient', '3,34', /bậc 4 là 3,33/)
    await onPaper(/^THẠCH THỊ SÔ PHIA$/, /^Khơ-?me/i, /Tiếng Khmer \(tiếng dân tộc\)/)
    await sends()
  })

  test('Trần Minh Khoa: of a Hội', async () => {
    await typed(2, ['agency', 'affiliation'])
    await hears('affiliation', 'party_official_on', '3/2/2009', /dự bị đủ 12 tháng/)
    await hears('affiliation', 'party_joined_on', '', /Có ngày chính thức thì phải có ngày vào Đảng/)
    await onPaper(/^TRẦN MINH KHOA$/)
    await sends()
  })

  test('Nguyễn Văn Tư: on a contract, with no rank', async () => {
    await typed(3, ['affiliation', 'salary'])
    await open('salary')
    await expect(field(person, 'job_salary_amount')).toHaveValue('7.500.000')
    for (const code of ['rank', 'rank_code', 'salary_step', 'salary_coefficient'])
      await expect(field(person, code)).toHaveCount(0)
    await hears('affiliation', 'contract_period-to', '31/12/2026', /Hợp đồng còn 34 ngày, hết hạn/)
    await sends()
    // Paid by Bảng 4 instead, he is asked for rank, step and coefficient.
    await typed(4, ['salary'])
    await hears('salary', 'salary_coefficient', '2,96', /bậc 6 là 2,95/)
    await expect(person.locator('.row', { has: field(person, 'rank') })).toContainText('bắt buộc')
    await expect(person.locator('.row', { has: field(person, 'job_salary_amount') })).not.toContainText('bắt buộc')
  })

  test('Phạm Thị Hồng: managed by Ban Thường vụ Tỉnh ủy', async () => {
    await typed(5, ['agency', 'position'])
    await open('agency')
    await expect(person.locator('.row', { has: field(person, 'managed_by_standing_committee') })).toContainText('Có')
    await hears('salary', 'salary_coefficient', '6,57', /bậc 2 là 6,56/)
    await hears('salary', 'position_allowance', '0,7', /Chức vụ này có hệ số/)
    await sends()
  })

  test('Nguyễn Thị Thùy Linh: a teacher by hạng', async () => {
    await typed(6, ['salary', 'economy'])
    await hears('salary', 'salary_coefficient', '4,69', /bậc 3 là 4,68/)
    await onPaper(/^NGUYỄN THỊ THÙY LINH$/, /^4,68$/, /^0,45$/, /Phụ cấp thâm niên nhà giáo/)
    await sends()
  })
})
