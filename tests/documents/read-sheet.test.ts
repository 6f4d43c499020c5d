import { expect, test } from 'vitest'
import { readSheet, UnreadableSheet } from '@/lib/documents/read-sheet'
import { zip } from '@/lib/documents/zip'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a CSV is read with whatever parts its columns, its quotes and its accents', async () => {
  const rows = [
    ['Mã', 'Tên'],
    ['a', 'Trường "B", quận 1'],
  ]
  expect(await readSheet(bytes('\uFEFFMã;Tên\r\na;"Trường ""B"", quận 1"\r\n\r\n'))).toEqual(rows)
  expect(await readSheet(bytes('Mã\tTên\na\tTrường "B", quận 1'.normalize('NFD')))).toEqual(rows)
})

test('a workbook is read as text: numbers in full, letters composed', async () => {
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'Tên đơn vị'.normalize('NFD')}</t></is></c><c r="B1"><v>87085000001</v></c></row></sheetData></worksheet>`
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  }
  const workbook = zip(Object.entries(parts).map(([name, text]) => ({ name, bytes: bytes(text) })))
  expect(await readSheet(workbook)).toEqual([['Tên đơn vị', '87085000001']])
})

test('what is no list, is damaged, or would not end when unpacked is refused', async () => {
  await expect(readSheet(new Uint8Array([0xff, 0xfe, 0x00, 0xd8]))).rejects.toBeInstanceOf(UnreadableSheet)
  await expect(readSheet(bytes('PK\u0003\u0004 nothing'))).rejects.toBeInstanceOf(UnreadableSheet)
  const bomb = zip([{ name: 'xl/workbook.xml', bytes: new Uint8Array(50_000_000) }])
  expect(bomb.length).toBeLessThan(200_000)
  await expect(readSheet(bomb)).rejects.toBeInstanceOf(UnreadableSheet)
})
