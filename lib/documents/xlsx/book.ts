import { el, escaped, type Xml } from '../docx/xml'
import { joinPieces, type Packed, packPiece, type ZipEntry, zip } from '../zip'
import { columnName, STYLE, words } from './cells'
import {
  contentTypes,
  noteRelations,
  RELATIONS,
  type SheetPart,
  STYLES,
  workbookRelations,
  workbookXml,
} from './package-parts'

export type SheetColumn = {
  label: string
  width: number
  /** Kept in the file, not shown. */
  hidden?: boolean
  /** Of the empty cells below: text, so that nothing typed there is taken for a number or a day. */
  style?: number
  /** Where the values to choose from stand, as `choicesAt` says. */
  choices?: string
}

/** What somebody reads who rests on a cell. */
export type Note = { place: string; text: string }

export type BookSheet = SheetPart & {
  columns: readonly SheetColumn[]
  /** Rows below the heads, see `sheetRows`. */
  rows: readonly Uint8Array[]
  count: number
  /** Cells on the left that stay in sight. */
  frozen?: number
  /** Without a row of heads. */
  bare?: boolean
  notes?: readonly Note[]
  /** Instead of `rows`: the same, deflated before. */
  packed?: Packed
}

/** How far down a template's lists of values reach. */
const LOWEST = 20_000

/** A whole workbook of several sheets. */
export function book(sheets: readonly BookSheet[]): Uint8Array {
  const parts = sheets.map(({ notes = [], ...sheet }) => ({ ...sheet, notes, noted: notes.length > 0 }))
  return zip([
    xml('[Content_Types].xml', contentTypes(parts)),
    xml('_rels/.rels', RELATIONS),
    xml('xl/workbook.xml', workbookXml(parts)),
    xml('xl/_rels/workbook.xml.rels', workbookRelations(parts.length)),
    xml('xl/styles.xml', STYLES),
    ...parts.flatMap((sheet, at) => sheetParts(sheet, at + 1)),
  ])
}

/** The part of a sheet before its rows, and the one after them. */
function sheetEnds(sheet: Omit<BookSheet, 'rows' | 'name'>): { before: Uint8Array; after: Uint8Array } {
  const { columns, count, frozen = 0, bare = false, notes = [] } = sheet
  const cols = columns.map(({ width, hidden, style }, at) =>
    el('col', {
      ...{ min: at + 1, max: at + 1, width, customWidth: 1 },
      ...(style !== undefined && { style }),
      ...(hidden && { hidden: 1 }),
    }),
  )
  const head = columns.map(({ label }, at) => words(`${columnName(at)}1`, label, STYLE.head)).join('')
  const corner = `${columnName(columns.length - 1)}${count + 1}`
  const before = [
    `${DECLARATION}<worksheet ${SHEET}><sheetViews><sheetView workbookViewId="0">`,
    bare ? '' : pane(frozen),
    `</sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>`,
    bare ? '' : `<row r="1">${head}</row>`,
  ]
  const after = [
    '</sheetData>',
    bare ? '' : `<autoFilter ref="A1:${corner}"/>`,
    choicesOf(columns, count),
    notes.length > 0 ? '<legacyDrawing r:id="rId2"/>' : '',
    '</worksheet>',
  ]
  return { before: Buffer.from(before.join(''), 'utf8'), after: Buffer.from(after.join(''), 'utf8') }
}

/** Column `at` of the sheet of lists, as a rule of another sheet names it. */
export const choicesAt = (sheet: string, at: number, count: number) =>
  `'${sheet}'!$${columnName(at)}$2:$${columnName(at)}$${count + 1}`

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const SHEET =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

const xml = (name: string, text: Xml): ZipEntry => ({ name, bytes: Buffer.from(`${DECLARATION}${text}`, 'utf8') })

function sheetParts(sheet: BookSheet & { notes: readonly Note[] }, number: number): ZipEntry[] {
  const { before, after } = sheetEnds(sheet)
  const name = `xl/worksheets/sheet${number}.xml`
  const whole: ZipEntry = sheet.packed
    ? { name, packed: joinPieces([packPiece(before), sheet.packed, packPiece(after)]) }
    : { name, bytes: Buffer.concat([before, ...sheet.rows, after]) }
  return sheet.notes.length === 0 ? [whole] : [whole, ...noteParts(sheet.notes, number)]
}

function pane(frozen: number): Xml {
  const corner = `${columnName(frozen)}2`
  const side = frozen === 0 ? 'bottomLeft' : 'bottomRight'
  const split = frozen === 0 ? '' : `xSplit="${frozen}" `
  return `<pane ${split}ySplit="1" topLeftCell="${corner}" activePane="${side}" state="frozen"/>`
}

/** Drop-downs. A value outside the list is warned of, not forbidden: old papers say what old lists had. */
function choicesOf(columns: readonly SheetColumn[], count: number): Xml {
  const rules = columns.flatMap(({ choices }, at) => {
    if (choices === undefined) return []
    const column = columnName(at)
    return el(
      'dataValidation',
      {
        ...{ type: 'list', errorStyle: 'warning', allowBlank: 1, showErrorMessage: 1 },
        ...{ errorTitle: 'Ngoài danh mục', error: 'Giá trị này không có trong danh sách đang dùng.' },
        sqref: `${column}2:${column}${Math.max(count + 1, LOWEST)}`,
      },
      el('formula1', {}, escaped(choices)),
    )
  })
  return rules.length === 0 ? '' : el('dataValidations', { count: rules.length }, ...rules)
}

function noteParts(notes: readonly Note[], number: number): ZipEntry[] {
  const said = notes.map(({ place, text }) =>
    el('comment', { ref: place, authorId: 0 }, el('text', {}, el('t', { 'xml:space': 'preserve' }, escaped(text)))),
  )
  const comments = el(
    'comments',
    { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
    el('authors', {}, el('author', {}, 'Cổng hồ sơ')),
    el('commentList', {}, ...said),
  )
  return [
    xml(`xl/comments${number}.xml`, comments),
    { name: `xl/drawings/vmlDrawing${number}.vml`, bytes: Buffer.from(drawing(notes), 'utf8') },
    xml(`xl/worksheets/_rels/sheet${number}.xml.rels`, noteRelations(number)),
  ]
}

const drawing = (notes: readonly Note[]): Xml =>
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
  notes.map(({ place }, at) => noteShape(place, at)).join('') +
  '</xml>'

function noteShape(place: string, at: number): Xml {
  const { row, column } = whereIs(place)
  return (
    `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  )
}

/** `AB12` → row 11, column 27, counted from nought. */
export function whereIs(place: string): { row: number; column: number } {
  let column = 0
  let at = 0
  for (; at < place.length && place.charCodeAt(at) > 57; at++) column = column * 26 + place.charCodeAt(at) - 64
  return { row: Number(place.slice(at)) - 1, column: column - 1 }
}
