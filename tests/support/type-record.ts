import { execFileSync } from 'node:child_process'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Step, TypingPlan } from './typing-plan'

/** What is typed for the sample persons, and by whom. */
export function typingPlans(): TypingPlan[] {
  const said = execFileSync(process.execPath, ['--import', 'tsx', 'tests/support/typing-plan.ts'], {
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  })
  return JSON.parse(said) as TypingPlan[]
}

/** Types into the section that is open, control by control as they stand on the page, and saves. */
export async function typeSection(page: Page, steps: readonly Step[]) {
  for (const step of steps) await typeStep(page, step)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/Đã lưu lúc \d\d:\d\d/).first()).toBeVisible({ timeout: 15_000 })
}

async function typeStep(page: Page, step: Step) {
  const control = (part = '') => page.locator(`[id="f-${step.code}${part}"]`)
  const radio = (label: string) =>
    page.locator(`[role=radiogroup][aria-labelledby="f-${step.code}-label"]`).getByText(label, { exact: true }).click()
  if (step.kind === 'line') return write(control(), step.words)
  if (step.kind === 'radio') return radio(step.label)
  if (step.kind === 'rows') return typeRows(page, control(), step.rows)
  if (step.kind === 'period') {
    await write(control(), step.from)
    return write(control('-to'), step.to)
  }
  if (step.kind === 'place') {
    await write(control(), step.words)
    if (step.entry) await pick(page, control('-place'), step.entry)
    return
  }
  const isList = (await control().getAttribute('role')) === 'combobox'
  for (const entry of step.entries) await (isList ? pick(page, control(), entry) : radio(entry.label))
}

/** Over what stands there, and on to the next control. */
async function write(field: Locator, words: string) {
  await field.fill(words)
  await field.press('Tab')
}

/** Looks for an entry by its words and takes it from the list. */
async function pick(page: Page, field: Locator, { code, label }: { code: string; label: string }) {
  await field.fill('')
  await field.fill(label)
  const options = page
    .getByRole('listbox')
    .getByRole('option')
    .filter({ hasText: `mã ${code}` })
  await options.filter({ hasText: label }).first().click()
}

/** Rows as a spreadsheet takes them: a new row of its kind, then cell by cell with Tab. */
async function typeRows(page: Page, table: Locator, rows: Extract<Step, { kind: 'rows' }>['rows']) {
  for (const { group, cells } of rows) {
    const add = table.getByRole('button', {
      name: group === null ? /^Thêm dòng/ : new RegExp(`Thêm dòng.* vào ${group}$`),
    })
    await add.first().click()
    for (const words of cells) {
      await table.locator('td.sel').locator('input, textarea').first().fill(words)
      await page.keyboard.press('Tab')
    }
  }
}
