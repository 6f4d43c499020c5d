import { inflateSync } from 'node:zlib'
import { PDFArray, PDFDocument, PDFName, type PDFRawStream, PDFSignature } from 'pdf-lib'
import { expect, test } from 'vitest'
import { approvalPdf } from '@/lib/documents/approval-pdf'
import { manifestBytes } from '@/lib/documents/manifest'
import { aManifest } from './a-manifest'
import { aStatement } from './a-statement'

const opened = async (statement = aStatement()) => PDFDocument.load(await approvalPdf(statement))

test('the same statement gives the same bytes', async () => {
  expect(Buffer.compare(await approvalPdf(aStatement(40)), await approvalPdf(aStatement(40)))).toBe(0)
})

test('the manifest is attached, byte for byte, as associated data', async () => {
  const document = await opened()
  const [attached] = document.getAttachments()
  expect(attached).toMatchObject({ name: 'manifest.json', afRelationship: 'Data' })
  expect(Buffer.from(attached!.data)).toEqual(Buffer.from(manifestBytes(aManifest())))
})

test('it has one empty signature field, on its last page, before anybody signs', async () => {
  for (const count of [1, 21, 22, 23, 30, 400]) {
    const document = await opened(aStatement(count))
    const fields = document.getForm().getFields()
    expect(fields.map((field) => field.getName())).toEqual(['NguoiCoThamQuyen'])
    expect(fields[0]).toBeInstanceOf(PDFSignature)
    expect(fields[0]!.acroField.dict.has(PDFName.of('V'))).toBe(false)
    const last = document.getPages().at(-1)!
    expect(last.node.Annots()?.asArray()).toEqual([fields[0]!.ref])
  }
})

test('a list of 2,000 people takes a second and a half of work, each page within its margins', async () => {
  const started = process.cpuUsage()
  const bytes = await approvalPdf(aStatement(2000))
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(1500)
  const pages = (await PDFDocument.load(bytes)).getPages()
  expect(pages.length).toBeGreaterThan(50)
  for (const page of pages) {
    const heights = texts(page.node).map(({ y }) => y)
    expect(Math.min(...heights)).toBeGreaterThan(57)
  }
})

test('every page of a long list begins with the head of the table, and from the second on with its number', async () => {
  const document = await opened(aStatement(100))
  const [first, ...others] = document.getPages()
  const headOfTable = texts(first!.node).findIndex(({ bold, size }) => bold && size === 11.5)
  const head = texts(first!.node)
    .slice(headOfTable, headOfTable + 5)
    .map(({ hex }) => hex)
  for (const page of others.slice(0, 2)) {
    const lines = texts(page.node)
    expect(lines.slice(0, 5).map(({ hex }) => hex)).toEqual(head)
    expect(lines.at(-1)).toMatchObject({ size: 13 })
    expect(lines.at(-1)!.y).toBeGreaterThan(790)
  }
  expect(Math.max(...texts(first!.node).map(({ y }) => y))).toBeLessThan(785)
})

test('a reason longer than a page goes on, and loses no word', async () => {
  const reason = Array.from({ length: 3000 }, (_, index) => `chữ${index}`).join(' ')
  const document = await opened(aStatement(1, { excluded: [{ name: 'Lê Văn Tám', staffNumber: null, reason }] }))
  const words = document.getPages().reduce((total, page) => total + texts(page.node).length, 0)
  expect(document.getPageCount()).toBeGreaterThan(3)
  expect(words).toBeGreaterThan(3000 / 12)
})

type Line = { hex: string; y: number; size: number; bold: boolean }

/** The lines of text a page shows, in the order they were written. */
function texts(page: { Contents(): unknown; context: PDFDocument['context'] }): Line[] {
  const contents = page.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => page.context.lookup(ref)) : [contents]
  const source = streams.map((stream) => inflateSync((stream as PDFRawStream).contents).toString('latin1')).join('\n')
  const line = /\/(\w+) ([\d.]+) Tf\s+[\d.]+ ([\d.]+) Td\s+<([0-9A-F]*)> Tj/g
  return [...source.matchAll(line)].map(([, face, size, y, hex]) => ({
    hex: hex!,
    y: Number(y),
    size: Number(size),
    bold: face === 'bold',
  }))
}
