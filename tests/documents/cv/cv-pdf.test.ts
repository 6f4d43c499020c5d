import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { emptyRecord, type RecordData } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { cvPdf } from '@/lib/documents/cv/cv-pdf'
import type { CvForm } from '@/lib/domain/cv/form'
import { cvForm } from '@/lib/domain/cv/layout'
import { hasTool } from '@/lib/start/tools'
import { aFullRecord } from '@/tests/support/fullest-record'
import { everythingSaid } from './everything-said'

// Fonts are read anew in every process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const NOW = new Date('2026-11-22T03:32:00Z')
const standing = { of: 'draft', printedBy: 'Võ Thị Kim Ngân', printedAt: '10:32, 22/11/2026' } as const
const formOf = (data: RecordData): CvForm => cvForm({ data, lists: codeLists, standing })
const printed = (data: RecordData) => cvPdf(formOf(data), NOW)

test('the same form at the same moment gives the same bytes', async () => {
  const form = formOf(aFullRecord())
  expect(Buffer.compare(await cvPdf(form, NOW), await cvPdf(form, NOW))).toBe(0)
})

test('once warm, a person takes less than 200 ms of work', async () => {
  const form = formOf(aFullRecord())
  for (let warm = 0; warm < 5; warm++) await cvPdf(form, NOW)
  const times: number[] = []
  for (let run = 0; run < 7; run++) {
    const started = process.cpuUsage()
    await cvPdf(form, NOW)
    times.push(process.cpuUsage(started).user / 1000)
  }
  expect(times.sort((a, b) => a - b)[3]).toBeLessThan(200)
})

describe.skipIf(!hasTool('pdftotext'))('as a stranger reads it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cv-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each([1, 7, 42, 109])('every answer of the fullest person is found again (%i)', async (seed) => {
    const form = formOf(aFullRecord(seed))
    const text = (await pagesOf(form)).join('')
    expect(everythingSaid(form).filter((said) => !text.includes(squeezed(said)))).toEqual([])
  })

  test('every page of a draft is marked, none of an approved record is', async () => {
    const draft = formOf(emptyRecord())
    const counted = async (form: CvForm) => (await rawPages(form)).map((page) => squeezed(page).includes('BẢNNHÁP'))
    expect(await counted(draft)).toEqual(Array((await rawPages(draft)).length).fill(true))
    expect(await counted({ ...draft, mark: null })).not.toContain(true)
  })

  test('a table longer than a page goes on under the same head, its rows whole', async () => {
    const data = emptyRecord()
    data.work.workHistory = Array.from({ length: 90 }, (_, index) => ({
      id: `w${index}`,
      work_period: { from: '1999-09', to: null },
      work_unit: `Đầu${index} ${'Trường Trung học phổ thông Ẵm '.repeat(5)}Cuối${index}`,
      work_position: 'Giáo viên',
      decision_no: null,
      decision_date: null,
    }))
    const pages = (await pagesOf(formOf(data))).filter((page) => /Đầu\d/.test(page))
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages) expect(page.startsWith('TừĐếnĐơnvịcôngtác') || page.includes('33.TÓMTẮT')).toBe(true)
    for (let row = 0; row < 90; row++) {
      const page = pages.find((one) => one.includes(`Đầu${row}Trường`))
      expect(page).toContain(`Cuối${row}`)
    }
  })

  test('a row longer than a page goes on, and loses no word', async () => {
    const data = aFullRecord()
    const detail = Array.from({ length: 330 }, (_, index) => `từ${index}`).join(' ')
    const [first] = data.family.family ?? []
    data.family.family = [
      { ...first!, family_detail: `${detail} ${detail.replaceAll('từ', 'chữ')} ${detail.replaceAll('từ', 'lời')}` },
    ]
    const text = (await pagesOf(formOf(data))).join('')
    const words = ['từ', 'chữ', 'lời'].flatMap((word) => Array.from({ length: 330 }, (_, index) => `${word}${index}`))
    expect(words.filter((word) => !text.includes(word))).toEqual([])
  })

  test('nothing is set outside the margins', async () => {
    const data = aFullRecord(3, 12)
    data.background.arrest_history = `${'Ẵ'.repeat(400)} ${'khai báo '.repeat(300)}`.trim()
    const bytes = await printed(data)
    const { words } = wordsOf(bytes)
    const [left, right] = [(30 * 72) / 25.4, 595.28 - (15 * 72) / 25.4]
    for (const { x1, x2, text } of words.filter(({ text: word }) => !'BẢN NHÁP'.includes(word))) {
      expect(x1, text).toBeGreaterThan(left - 1)
      expect(x2, text).toBeLessThan(right + 1)
    }
    expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(8)
  })

  async function rawPages(form: CvForm) {
    const path = join(folder, 'form.pdf')
    writeFileSync(path, await cvPdf(form, NOW))
    return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
  }

  /** What each page says in the order it was set, without its number, foot and mark, which come last. */
  async function pagesOf(form: CvForm) {
    return (await rawPages(form)).map((page, index) => {
      const tail = squeezed(`${index > 0 ? index + 1 : ''}${form.foot}${form.mark ?? ''}`)
      expect(squeezed(page).endsWith(tail)).toBe(true)
      return squeezed(page).slice(0, -tail.length)
    })
  }

  function wordsOf(bytes: Uint8Array) {
    const path = join(folder, 'words.pdf')
    writeFileSync(path, bytes)
    const html = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8' })
    const word = /<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="[\d.-]+">([^<]*)</g
    return {
      words: [...html.matchAll(word)].map(([, x1, x2, text]) => ({ x1: Number(x1), x2: Number(x2), text: text! })),
    }
  }
})

/** Lines are broken where they end, long words anywhere: only what stands between the gaps is compared. */
const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, '')
