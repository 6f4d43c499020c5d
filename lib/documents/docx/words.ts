import { el, escaped, type Xml } from './xml'

/** Twentieths of a point, the measure of the format. */
export const twips = (points: number) => Math.round(points * 20)
export const millimetres = (length: number) => Math.round((length * 1440) / 25.4)

/** A4 with the margins of Nghị định 30/2020, Phụ lục I. */
export const PAPER = { width: 11906, height: 16838, top: 1134, bottom: 1134, left: 1701, right: 850 }
export const TEXT_WIDTH = PAPER.width - PAPER.left - PAPER.right

type Look = { bold?: boolean; italic?: boolean /** In points; 13 where it does not say. */; size?: number }

export const TAB: Xml = el('w:r', {}, el('w:tab'))

/** Words in one look; lines stay lines. */
export function run(text: string, { bold, italic, size }: Look = {}): Xml {
  const look = [
    bold ? el('w:b') : '',
    italic ? el('w:i') : '',
    size === undefined ? '' : el('w:sz', { 'w:val': size * 2 }) + el('w:szCs', { 'w:val': size * 2 }),
  ].join('')
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
  return el('w:r', {}, look === '' ? '' : el('w:rPr', {}, look), lines.join(el('w:br')))
}

export type TabStop = { at: number; kind: 'left' | 'right'; dots: boolean }

type Setting = {
  style?: string
  align?: 'left' | 'center' | 'right'
  /** In points. */
  before?: number
  after?: number
  keepNext?: boolean
  tabs?: TabStop[]
}

export function paragraph(
  runs: Xml[],
  { style, align, before = 0, after = 0, keepNext, tabs = [] }: Setting = {},
): Xml {
  const stops = tabs.map(({ at, kind, dots }) =>
    el('w:tab', { 'w:val': kind, ...(dots && { 'w:leader': 'dot' }), 'w:pos': at }),
  )
  const setting = [
    style ? el('w:pStyle', { 'w:val': style }) : '',
    keepNext ? el('w:keepNext') : '',
    stops.length > 0 ? el('w:tabs', {}, ...stops) : '',
    el('w:spacing', { 'w:before': twips(before), 'w:after': twips(after) }),
    align ? el('w:jc', { 'w:val': align }) : '',
  ]
  return el('w:p', {}, el('w:pPr', {}, ...setting), ...runs)
}

export type CellSetting = {
  width: number
  span?: number
  /** `begin` and `go on` make one cell of several rows. */
  merge?: 'restart' | 'continue'
  middle?: boolean
}

export function cell(content: Xml[], { width, span, merge, middle }: CellSetting): Xml {
  const setting = [
    el('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    span ? el('w:gridSpan', { 'w:val': span }) : '',
    merge ? el('w:vMerge', { 'w:val': merge }) : '',
    middle ? el('w:vAlign', { 'w:val': 'center' }) : '',
  ]
  return el('w:tc', {}, el('w:tcPr', {}, ...setting), ...content)
}

/** A row stays on one page; a head comes again on every page. `height` in twips is exact. */
export function row(cells: Xml[], { head = false, height }: { head?: boolean; height?: number } = {}): Xml {
  const setting = [
    el('w:cantSplit'),
    height === undefined ? '' : el('w:trHeight', { 'w:val': height, 'w:hRule': 'exact' }),
    head ? el('w:tblHeader') : '',
  ]
  return el('w:tr', {}, el('w:trPr', {}, ...setting), ...cells)
}

export function table(rows: Xml[], widths: number[], { ruled }: { ruled: boolean }): Xml {
  const line = { 'w:val': ruled ? 'single' : 'nil', ...(ruled && { 'w:sz': 4, 'w:space': 0, 'w:color': '000000' }) }
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => el(`w:${side}`, line))
  const setting = [
    el('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
    el('w:tblBorders', {}, ...sides),
    el('w:tblLayout', { 'w:type': 'fixed' }),
    el(
      'w:tblCellMar',
      {},
      ...Object.entries({ top: 30, left: 60, bottom: 30, right: 60 }).map(([side, width]) =>
        el(`w:${side}`, { 'w:w': ruled ? width : 0, 'w:type': 'dxa' }),
      ),
    ),
  ]
  const grid = widths.map((width) => el('w:gridCol', { 'w:w': width }))
  return el('w:tbl', {}, el('w:tblPr', {}, ...setting), el('w:tblGrid', {}, ...grid), ...rows)
}
