import { type Block, type CvForm, type Line, labelOf, type Signing } from '@/lib/domain/cv/form'
import { docx } from '../docx/package'
import { drawing } from '../docx/picture'
import { cell, millimetres, paragraph, row, run, TAB, type TabStop, TEXT_WIDTH, table } from '../docx/words'
import type { Xml } from '../docx/xml'
import { tableXml } from './docx-table'

const PHOTO = { width: millimetres(40), height: millimetres(60) }
/** Within the rules of its frame. */
const PICTURE = { width: millimetres(38), height: millimetres(57) }
const GAP = millimetres(4)
const BESIDE = TEXT_WIDTH - PHOTO.width - GAP

/** The form as a document that word processors open and change. */
export function cvDocx(form: CvForm, printedAt: Date): Uint8Array {
  const body = [
    ...form.head.map((line) => formLine(line, TEXT_WIDTH)),
    paragraph([run(form.title, { bold: true, size: 14 })], { align: 'center', before: 8, after: 10 }),
    front(form),
    ...form.blocks.flatMap(drawn),
    paragraph([run(form.declaration)], { before: 10, after: 8, keepNext: true }),
    signatures(form),
  ]
  return docx({
    title: `Sơ yếu lý lịch - ${form.name}`,
    author: form.name,
    madeAt: printedAt,
    body,
    foot: form.foot,
    picture: form.picture,
    mark: form.mark,
  })
}

function drawn(block: Block): Xml[] {
  switch (block.kind) {
    case 'line':
      return [formLine(block.line, TEXT_WIDTH)]
    case 'heading': {
      const words = block.number === null ? block.text : `${block.number}. ${block.text}`
      return [paragraph([run(words)], { style: `Heading${block.level}`, before: block.level === 1 ? 8 : 4, after: 3 })]
    }
    case 'table':
      return [tableXml(block), paragraph([run('', { size: 6 })])]
    case 'dots':
      return Array.from({ length: block.lines }, () => paragraph([TAB], { after: 2, tabs: [dotsTo(TEXT_WIDTH)] }))
  }
}

const dotsTo = (at: number): TabStop => ({ at, kind: 'right', dots: true })
const SPACE_BETWEEN = millimetres(3)

/** Each entry begins at a stop of its own; a blank is dots up to its end. */
function formLine(line: Line, width: number): Xml {
  const runs: Xml[] = []
  const tabs: TabStop[] = []
  let x = 0
  for (const [index, entry] of line.entries.entries()) {
    if (index > 0) {
      tabs.push({ at: Math.round(x), kind: 'left', dots: false })
      runs.push(TAB)
    }
    x += entry.share * width
    runs.push(run(`${labelOf(line, entry, index)} ${entry.answer ?? ''}`))
    if (entry.answer === null) {
      const last = index === line.entries.length - 1
      tabs.push(dotsTo(last ? width : Math.round(x) - SPACE_BETWEEN))
      runs.push(TAB)
    }
  }
  return paragraph(runs, { after: 2, tabs })
}

/** The frame for the photograph, the first items beside it. */
function front({ photo, picture, beside }: CvForm): Xml {
  const inside = picture ? drawing(PICTURE) : run(photo, { italic: true, size: 11 })
  const words = paragraph([inside], { align: 'center' })
  const frame = table(
    [row([cell([words], { width: PHOTO.width, middle: true })], { height: PHOTO.height })],
    [PHOTO.width],
    { ruled: true },
  )
  const small = paragraph([run('', { size: 2 })])
  const lines = beside.map((line) => formLine(line, BESIDE))
  const cells = [
    cell([frame, small], { width: PHOTO.width }),
    cell([small], { width: GAP }),
    cell(lines, { width: BESIDE }),
  ]
  return table([row(cells)], [PHOTO.width, GAP, BESIDE], { ruled: false })
}

function signatures({ person, authority }: CvForm): Xml {
  const width = TEXT_WIDTH / 2
  return table([row([person, authority].map((signing) => cell(signed(signing), { width })))], [width, width], {
    ruled: false,
  })
}

const ROOM_TO_SIGN = 64

function signed({ day, title, hint, note, name }: Signing): Xml[] {
  const centred = (text: string, look: Parameters<typeof run>[1], after = 0) =>
    paragraph([run(text, look)], { align: 'center', after })
  return [
    centred(day, { italic: true }, 2),
    centred(title, { bold: true }),
    ...(hint === '' ? [] : [centred(hint, { italic: true, size: 12 }, note === null ? ROOM_TO_SIGN : 6)]),
    ...(note === null ? [] : [centred(note, { italic: true, size: 12 }, 6)]),
    centred(name ?? '', { bold: true }),
  ]
}
