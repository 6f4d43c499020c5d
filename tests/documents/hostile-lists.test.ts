import { expect, test } from 'vitest'
import { readSheets, UnreadableSheet } from '@/lib/documents/read-sheet'
import { book } from '@/lib/documents/xlsx/book'
import { zip } from '@/lib/documents/zip'

const MOST = 100_000_000
const utf8 = (text: string) => new TextEncoder().encode(text)

async function faultOf(bytes: Uint8Array) {
  try {
    for (const sheet of await readSheets(bytes, MOST)) for await (const _ of sheet.rows());
    return null
  } catch (error) {
    if (error instanceof UnreadableSheet) return error.fault
    throw error
  }
}

const list = book([{ name: 'A', columns: [{ label: 'x', width: 9 }], rows: [], count: 0 }])
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])

test.each([
  ['a PDF', utf8('%PDF-1.7\n%âãÏÓ'), 'notSheet'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'notSheet'],
  ['a web page called .xls', utf8('<html><table><tr><td>1</td></tr></table></html>'), 'notSheet'],
  ['a text document', zip([{ name: 'word/document.xml', bytes: utf8('<w/>') }]), 'notSheet'],
  ['a workbook under a password', compound('EncryptedPackage'), 'protected'],
  ['a workbook of before 2007', compound('Workbook'), 'oldFormat'],
  ['half a file', list.subarray(0, list.length / 2), 'damaged'],
  ['a CSV in an old code', Buffer.from('H\u1ecd t\u00ean;N\u0103m\n'.normalize('NFC'), 'latin1'), 'encoding'],
  ['a zip bomb', zip([{ name: 'xl/workbook.xml', bytes: new Uint8Array(60_000_000) }]), 'tooLarge'],
  [
    'a workbook without a sheet',
    zip([{ name: 'xl/workbook.xml', bytes: utf8('<workbook><sheets/></workbook>') }]),
    'empty',
  ],
] as const)('%s is told apart, and read no further', async (_, bytes, fault) => {
  expect(await faultOf(bytes)).toBe(fault)
})

test('a directory that lies about a size is not believed', async () => {
  const bytes = Buffer.from(zip([{ name: 'xl/workbook.xml', bytes: new Uint8Array(200_000) }]))
  const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  bytes.writeUInt32LE(10, at + 24)
  expect(await faultOf(bytes)).toBe('damaged')
})

/** A workbook of one sheet, as strangers make it. */
function aBook({ sheet, workbookPr = '', styles = '', strings = '' }: Record<string, string>) {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r">${workbookPr}<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
    ...(styles && { 'xl/styles.xml': styles }),
    ...(strings && { 'xl/sharedStrings.xml': strings }),
  }
  return zip(Object.entries(parts).map(([name, text]) => ({ name, bytes: utf8(text) })))
}

async function rowsOf(bytes: Uint8Array) {
  const [sheet] = await readSheets(bytes, MOST)
  const rows = []
  for await (const portion of sheet!.rows()) rows.push(...portion)
  return { rows, merges: sheet!.merges() }
}

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-42A]mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>'

test('days of both calendars of spreadsheets, as precise as their format says', async () => {
  const sheet =
    '<row r="1"><c r="A1" s="1"><v>31295</v></c><c r="B1" s="2"><v>31295</v></c><c r="C1"><v>31295</v></c></row>'
  const said = (from: string) => [
    { as: 'day', text: from },
    { as: 'day', text: from.slice(0, 7) },
    { as: 'number', text: '31295' },
  ]
  expect((await rowsOf(aBook({ sheet, styles: STYLES }))).rows[0]?.cells).toEqual(said('1985-09-05'))
  const mac = aBook({ sheet, styles: STYLES, workbookPr: '<workbookPr date1904="1"/>' })
  expect((await rowsOf(mac)).rows[0]?.cells).toEqual(said('1989-09-06'))
})

test('hidden rows, merged heads, formulas, numbers in full, words kept apart, tags with a prefix', async () => {
  const strings =
    '<sst><si/><si><r><t>Nguyễn </t></r><r><t xml:space="preserve">Ẵm &amp; con</t></r><rPh><t>x</t></rPh></si></sst>'
  const sheet =
    '<row r="2" hidden="1"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>8.7085000001E10</v></c><c r="D2" t="str"><f>A1</f><v>Kinh</v></c><c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F2"/></row>'
  const { rows, merges } = await rowsOf(aBook({ sheet, strings }))
  expect(rows).toEqual([
    {
      line: 2,
      hidden: true,
      cells: [
        'Nguyễn Ẵm & con',
        '',
        { as: 'number', text: '87085000001' },
        { as: 'text', text: 'Kinh' },
        { as: 'error', text: '#DIV/0!' },
      ],
    },
  ])
  expect(merges).toEqual(['A1:B1'])
  const prefixed = zip([
    {
      name: 'xl/workbook.xml',
      bytes: utf8('<x:workbook><x:sheets><x:sheet name="A" r:id="a"/></x:sheets></x:workbook>'),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: utf8('<Relationships><Relationship Target="/xl/s.xml" Id="a"/></Relationships>'),
    },
    {
      name: 'xl/s.xml',
      bytes: utf8(
        '<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
      ),
    },
  ])
  expect((await rowsOf(prefixed)).rows).toEqual([{ line: 1, hidden: false, cells: ['a'] }])
})
