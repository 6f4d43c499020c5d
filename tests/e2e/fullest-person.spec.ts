import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { added, enter, fillRecord, firstSignIn } from '../support/at-a-desk'

/** Everything a person reads on the page: words, what stands in controls, and which of two answers is chosen. */
const saidOn = (page: Page) =>
  page.locator('#main').evaluate((main) => {
    const controls = [...main.querySelectorAll('input, textarea')] as HTMLInputElement[]
    const values = controls.map(({ type, checked, value, parentElement }) =>
      type === 'radio' ? (checked ? parentElement?.textContent : '') : value,
    )
    return [main.textContent, ...values].join('\n').normalize('NFC').replace(/\s+/g, '')
  })

test('every page of the fullest person says every value, and everybody can use it', async ({ browser }, info) => {
  test.setTimeout(300_000)
  const citizenId = `087190${String(Date.now()).slice(-6)}`
  const officer = await enter(browser, 'hoso', '/records')
  const slip = await added(officer, { name: 'Huỳnh Thị Đầy Đủ', born: '1990', citizenId })
  const page = await firstSignIn(browser, slip, 'day-du')
  const { recordId, sections } = fillRecord(citizenId)
  for (const one of [page, officer])
    await one.setViewportSize(info.project.use.viewport ?? { width: 1366, height: 768 })

  for (const [section, values] of Object.entries(sections)) {
    await test.step(section, async () => {
      await page.goto(`/my-record/${section}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const said = await saidOn(page)
      expect(values.filter((value) => !said.includes(value.normalize('NFC').replace(/\s+/g, '')))).toEqual([])
      await expectAccessible(page)
    })
  }
  for (const address of ['/my-record/review', '/my-record/form']) {
    await page.goto(address)
    await expectAccessible(page)
  }
  for (const address of ['/edit/agency', '/edit/salary']) {
    await officer.goto(`/records/${recordId}${address}`)
    await expectAccessible(officer)
  }
})

test('the history of somebody approved can be used by everybody', async ({ browser }, info) => {
  const page = await enter(browser, 'nhanvien', '/my-record')
  await page.setViewportSize(info.project.use.viewport ?? { width: 1366, height: 768 })
  const record = await page.getByRole('link', { name: 'Xem cả hồ sơ' }).getAttribute('href')
  await page.goto(`${record}/history`)
  await expectAccessible(page)
})
