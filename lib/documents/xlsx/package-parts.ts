import { el, type Xml } from '../docx/xml'

const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** `noted`: cells of the sheet have notes. `hidden`: not even offered to be shown. */
export type SheetPart = { name: string; hidden?: boolean; noted?: boolean }

export const contentTypes = (sheets: readonly SheetPart[]): Xml =>
  el(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    el('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    el('Default', { Extension: 'vml', ContentType: 'application/vnd.openxmlformats-officedocument.vmlDrawing' }),
    el('Override', { PartName: '/xl/workbook.xml', ContentType: `${SHEETS}.sheet.main+xml` }),
    el('Override', { PartName: '/xl/styles.xml', ContentType: `${SHEETS}.styles+xml` }),
    ...sheets.flatMap(({ noted }, at) => [
      el('Override', { PartName: `/xl/worksheets/sheet${at + 1}.xml`, ContentType: `${SHEETS}.worksheet+xml` }),
      ...(noted
        ? [el('Override', { PartName: `/xl/comments${at + 1}.xml`, ContentType: `${SHEETS}.comments+xml` })]
        : []),
    ]),
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

export const workbookRelations = (count: number): Xml =>
  relations(
    ...Array.from({ length: count }, (_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
    ['styles', 'styles.xml'],
  )

/** A sheet's notes, and the drawing that shows them. */
export const noteRelations = (number: number): Xml =>
  relations(['comments', `../comments${number}.xml`], ['vmlDrawing', `../drawings/vmlDrawing${number}.vml`])

export const workbookXml = (sheets: readonly SheetPart[]): Xml =>
  el(
    'workbook',
    { xmlns: MAIN, 'xmlns:r': OFFICE },
    el(
      'sheets',
      {},
      ...sheets.map(({ name, hidden }, at) =>
        el('sheet', { name, sheetId: at + 1, ...(hidden && { state: 'veryHidden' }), 'r:id': `rId${at + 1}` }),
      ),
    ),
  )

const FORMAT = { general: 0, text: 49, day: 164, instant: 165 }
const font = (...inside: string[]) =>
  el('font', {}, ...inside, el('sz', { val: 11 }), el('name', { val: 'Times New Roman' }))
const solid = (colour: string) =>
  el(
    'fill',
    {},
    el('patternFill', { patternType: 'solid' }, el('fgColor', { rgb: colour }), el('bgColor', { indexed: 64 })),
  )
const look = (format: number, { fontId = 0, fillId = 0, wrap = false } = {}) =>
  el(
    'xf',
    {
      ...{ numFmtId: format, fontId, fillId, borderId: 0, xfId: 0, applyNumberFormat: 1, applyFont: 1, applyFill: 1 },
      ...(wrap && { applyAlignment: 1 }),
    },
    ...(wrap ? [el('alignment', { wrapText: 1, vertical: 'top' })] : []),
  )

const FILLS = [
  el('fill', {}, el('patternFill', { patternType: 'none' })),
  el('fill', {}, el('patternFill', { patternType: 'gray125' })),
  solid('FFF8CBAD'),
  solid('FFFFE699'),
  solid('FFBDD7EE'),
  solid('FFE7E6E6'),
]

/** In the order of `STYLE`. */
const LOOKS = [
  look(FORMAT.general),
  look(FORMAT.text, { fontId: 1, wrap: true }),
  look(FORMAT.text),
  look(FORMAT.day),
  look(FORMAT.instant),
  look(FORMAT.text, { fillId: 2 }),
  look(FORMAT.text, { fillId: 3 }),
  look(FORMAT.text, { fillId: 4 }),
  look(FORMAT.text, { fillId: 5 }),
  look(FORMAT.text, { wrap: true }),
]

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
  el('fills', { count: FILLS.length }, ...FILLS),
  el('borders', { count: 1 }, el('border')),
  el('cellStyleXfs', { count: 1 }, el('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
  el('cellXfs', { count: LOOKS.length }, ...LOOKS),
)
