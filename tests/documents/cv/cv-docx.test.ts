import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyRecord, type RecordData } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { cvDocx } from '@/lib/documents/cv/cv-docx'
import { cvForm } from '@/lib/domain/cv/layout'
import { hasTool } from '@/lib/start/tools'
import { aFullRecord } from '@/tests/support/fullest-record'
import { docxText, squeezed } from '@/tests/support/paper-text'
import { unzip } from '../unzip'
import { everythingSaid } from './everything-said'

const NOW = new Date('2026-11-22T03:32:00Z')
const standing = { of: 'draft', printedBy: 'Võ Thị Kim Ngân', printedAt: '10:32, 22/11/2026' } as const
const formOf = (data: RecordData) => cvForm({ data, lists: codeLists, standing })
const partsOf = (data: RecordData) => unzip(cvDocx(formOf(data), NOW))
const partOf = (data: RecordData, name: string) => partsOf(data).get(name)?.toString('utf8') ?? ''

test.each([1, 7, 42, 109])('every answer of the fullest person is found again (%i)', (seed) => {
  const form = formOf(aFullRecord(seed))
  const text = docxText(cvDocx(form, NOW))
  expect(everythingSaid(form).filter((said) => !text.includes(squeezed(said)))).toEqual([])
})

test('every part is well-formed, and every part that is named is there', () => {
  const parts = partsOf(aFullRecord())
  for (const [name, bytes] of parts) expect(openElements(bytes.toString('utf8')), name).toEqual([])
  const named = partOf(aFullRecord(), '[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/g)
  for (const [, name] of named) expect(parts.has(name!), name).toBe(true)
  const targets = partOf(aFullRecord(), 'word/_rels/document.xml.rels').matchAll(/Target="([^"]+)"/g)
  for (const [, target] of targets) expect(parts.has(`word/${target}`), target).toBe(true)
})

test('what looks like markup, control characters and reversed text stay words', () => {
  const data = emptyRecord()
  data.position.main_duty = '<w:p> & "x" \u0000\u0007\u202eđảo\ud800\ngạch dòng'
  const xml = partOf(data, 'word/document.xml')
  expect(xml).toContain('&lt;w:p&gt; &amp; &quot;x&quot;')
  expect(xml).toMatch(/đảo\ufffd<\/w:t><w:br\/><w:t xml:space="preserve">gạch dòng/)
  expect(xml).not.toMatch(/[^\n\P{Cc}]|[\u202a-\u202e]/u)
  expect(xml.isWellFormed()).toBe(true)
})

test('the mark stands on every page of a draft, on none of what was approved', () => {
  for (const part of ['word/header1.xml', 'word/header2.xml']) {
    expect(partOf(emptyRecord(), part)).toContain('string="BẢN NHÁP"')
    const clean = unzip(cvDocx({ ...formOf(emptyRecord()), mark: null }, NOW))
      .get(part)
      ?.toString('utf8')
    expect(clean).not.toContain('BẢN NHÁP')
  }
})

test('the head of a table comes again on every page, and its rows stay whole', () => {
  const xml = partOf(aFullRecord(), 'word/document.xml')
  expect(xml.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThan(15)
  expect(xml.match(/<w:tr>/g)?.length).toBe(xml.match(/<w:cantSplit\/>/g)?.length)
})

test('the margins are those of Nghị định 30/2020', () => {
  expect(partOf(emptyRecord(), 'word/document.xml')).toContain(
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"',
  )
})

test('the same form at the same moment gives the same bytes; a person takes less than 150 ms of work', () => {
  const form = formOf(aFullRecord())
  expect(Buffer.compare(cvDocx(form, NOW), cvDocx(form, NOW))).toBe(0)
  const times = Array.from({ length: 9 }, () => {
    const started = process.cpuUsage()
    cvDocx(form, NOW)
    return process.cpuUsage(started).user / 1000
  })
  expect(times.sort((a, b) => a - b)[4]).toBeLessThan(150)
})

test.skipIf(!hasTool('soffice'))('LibreOffice opens it', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'docx-'))
  try {
    writeFileSync(join(folder, 'form.docx'), cvDocx(formOf(aFullRecord()), NOW))
    const profile = `-env:UserInstallation=file://${folder}/profile`
    execFileSync('soffice', [
      profile,
      '--headless',
      '--convert-to',
      // In UTF-8 whatever the language of the machine.
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      join(folder, 'form.docx'),
    ])
    const text = execFileSync('cat', [join(folder, 'form.txt')], { encoding: 'utf8' })
    expect(text).toContain('SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC')
    expect(text).toContain('37.3. Nguồn thu nhập chính hằng năm: Tiền lương:')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** Elements left open, or closed in the wrong order. */
function openElements(xml: string): string[] {
  const open: string[] = []
  for (const [, closing, name, alone] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return [`</${name}>`]
    } else if (!alone) open.push(name!)
  }
  return open
}
