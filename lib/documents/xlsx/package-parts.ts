import { el } from '../docx/xml'

const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export const CONTENT_TYPES = el(
  'Types',
  { xmlns: `${PACKAGE}/content-types` },
  el('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
  el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
  el('Override', { PartName: '/xl/workbook.xml', ContentType: `${SHEETS}.sheet.main+xml` }),
  el('Override', { PartName: '/xl/styles.xml', ContentType: `${SHEETS}.styles+xml` }),
  el('Override', { PartName: '/xl/worksheets/sheet1.xml', ContentType: `${SHEETS}.worksheet+xml` }),
  el('Override', { PartName: '/xl/worksheets/sheet2.xml', ContentType: `${SHEETS}.worksheet+xml` }),
)

const relations = (...targets: [type: string, target: string][]) =>
  el(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    ...targets.map(([type, target], at) =>
      el('Relationship', { Id: `rId${at + 1}`, Type: `${OFFICE}/${type}`, Target: target }),
    ),
  )

export const RELATIONS = relations(['officeDocument', 'xl/workbook.xml'])
export const WORKBOOK_RELATIONS = relations(
  ['worksheet', 'worksheets/sheet1.xml'],
  ['worksheet', 'worksheets/sheet2.xml'],
  ['styles', 'styles.xml'],
)

export const WORKBOOK = el(
  'workbook',
  { xmlns: MAIN, 'xmlns:r': OFFICE },
  el(
    'sheets',
    {},
    el('sheet', { name: 'Danh sách', sheetId: 1, 'r:id': 'rId1' }),
    el('sheet', { name: 'Nguồn', sheetId: 2, 'r:id': 'rId2' }),
  ),
)

const FORMAT = { text: 49, day: 164, instant: 165 }
const font = (...inside: string[]) =>
  el('font', {}, ...inside, el('sz', { val: 11 }), el('name', { val: 'Times New Roman' }))
const look = (format: number, fontId = 0) =>
  el('xf', { numFmtId: format, fontId, fillId: 0, borderId: 0, xfId: 0, applyNumberFormat: 1, applyFont: 1 })

/** In the order of `STYLE`: plain, head, text, day, instant. */
export const STYLES = el(
  'styleSheet',
  { xmlns: MAIN },
  el(
    'numFmts',
    { count: 2 },
    el('numFmt', { numFmtId: FORMAT.day, formatCode: 'dd/mm/yyyy' }),
    el('numFmt', { numFmtId: FORMAT.instant, formatCode: 'dd/mm/yyyy hh:mm' }),
  ),
  el('fonts', { count: 2 }, font(), font(el('b'))),
  el(
    'fills',
    { count: 2 },
    el('fill', {}, el('patternFill', { patternType: 'none' })),
    el('fill', {}, el('patternFill', { patternType: 'gray125' })),
  ),
  el('borders', { count: 1 }, el('border')),
  el('cellStyleXfs', { count: 1 }, el('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
  el('cellXfs', { count: 5 }, look(0), look(FORMAT.text, 1), look(FORMAT.text), look(FORMAT.day), look(FORMAT.instant)),
)
