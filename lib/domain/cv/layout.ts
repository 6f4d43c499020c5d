/**
 * The Sơ yếu lý lịch of Thông tư 06/2023/TT-BNV, items 1–38 in order: what stands where. Screen, PDF and DOCX
 * draw this one description, so that no paper says what another does not.
 */
import {
  type AnswersOf,
  CATALOGUE,
  fieldsOf,
  flatten,
  isTable,
  type RecordData,
  SECTION_IDS,
  type SectionId,
} from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { type Answers, isShown } from '@/lib/catalogue/conditions'
import type { PlacedField } from '@/lib/catalogue/field'
import { rowsOf } from '../changes'
import { closedBy, NO } from './closed'
import { capitals, closing, type Standing } from './closing'
import type { Block, CvForm, Entry, Line } from './form'
import { BESIDE_ROOM, FULL_ROOM, setLines } from './lines'
import { tableBlocks } from './tables'

export type CvSource = { data: RecordData; lists: Lists; standing: Standing }

const LAST_BESIDE_PHOTO = 7
const REMARKS = 'Nhận xét, đánh giá của cơ quan, đơn vị quản lý, sử dụng cán bộ, công chức, viên chức'
const REMARK_LINES = 8

export function cvForm({ data, lists, standing }: CvSource): CvForm {
  const answers = flatten(data)
  const name = capitals(data.identity.full_name ?? '')
  const blocks = SECTION_IDS.flatMap((section) => sectionBlocks(section, data[section], answers, lists))
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []))
  const above = lines.filter((line) => isHead(line) || isBesidePhoto(line))
  return {
    title: 'SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC',
    name,
    head: above.filter(isHead),
    photo: 'Ảnh màu\n(4 × 6 cm)',
    picture: null,
    beside: above.filter(isBesidePhoto),
    blocks: [
      ...blocks.filter((block) => block.kind !== 'line' || !above.includes(block.line)),
      { kind: 'heading', level: 1, number: '38', text: capitals(REMARKS) },
      { kind: 'dots', lines: REMARK_LINES },
    ],
    ...closing(standing, name),
  }
}

const isHead = ({ item }: Line) => item === 'đầu mẫu'
const isBesidePhoto = ({ item }: Line) => Number(item) <= LAST_BESIDE_PHOTO

function sectionBlocks(section: SectionId, data: AnswersOf, answers: Answers, lists: Lists): Block[] {
  const heading = headingOf(section)
  const blocks: Block[] = heading ? [heading] : []
  let item = heading?.number ?? ''
  for (const field of printed(section)) {
    if (isTable(field)) blocks.push(...tableBlocks(field, rowsOf(data[field.code]), answers, lists, item))
    else if (field.item !== item) {
      const lines = itemLines(field.item, together(section, field.item), data, answers, lists)
      blocks.push(...lines.map((line): Block => ({ kind: 'line', line })))
    }
    item = field.item
  }
  return blocks
}

/** Fields of the official form; gate questions and the unit's own are not printed. */
const printed = (section: SectionId) => fieldsOf(section).filter((field) => isTable(field) || field.no !== null)

const together = (section: SectionId, item: string) =>
  printed(section).filter((field): field is PlacedField => !isTable(field) && field.item === item)

/** Items 32.1–32.6 are one matter under a heading; items 1–11, or 31 alone, are not. */
function headingOf(section: SectionId): Extract<Block, { kind: 'heading' }> | null {
  const { title, item } = CATALOGUE[section]
  const number = wholeNumber(item)
  const ofOne = number !== '' && printed(section).every((field) => wholeNumber(field.item) === number)
  const parted = printed(section).some((field) => isTable(field) || field.item.includes('.'))
  return ofOne && parted ? { kind: 'heading', level: 1, number, text: capitals(title) } : null
}

const wholeNumber = (item: string) => /^\d+/.exec(item)?.[0] ?? ''

function itemLines(item: string, fields: PlacedField[], data: AnswersOf, answers: Answers, lists: Lists): Line[] {
  const entries = fields.map((field) => ({
    ...entryOf(field, data, answers, lists),
    alone: field.kind === 'longText' || field.kind === 'unit',
  }))
  return setLines(item, entries, Number(item) <= LAST_BESIDE_PHOTO ? BESIDE_ROOM : FULL_ROOM)
}

function entryOf(field: PlacedField, data: AnswersOf, answers: Answers, lists: Lists): Omit<Entry, 'share'> {
  const { code, label } = field
  const closed = closedBy(field.gate, answers)
  if (closed !== null) return { code, label, edit: closed, answer: NO }
  const edit = { section: field.section as SectionId, code }
  const answer = data[code] ?? null
  if (answer === null || !isShown(field, answers)) return { code, label, edit, answer: null }
  const added = [...majorOf(field, answer, answers), ...explained(field, data, answers, lists)]
  const said = [field.display(answer as never, lists), ...added].join(' ')
  return { code, label, edit, answer: code === 'full_name' ? capitals(said) : said }
}

/** What the unit's own fields add to an answer: the year of a title, the reason of a percentage. */
const explained = ({ section, code }: PlacedField, data: AnswersOf, answers: Answers, lists: Lists): string[] =>
  fieldsOf(section as SectionId).flatMap((note) => {
    const answer = data[note.code] ?? null
    if (isTable(note) || note.explains !== code || answer === null || !isShown(note, answers)) return []
    return `(${note.display(answer as never, lists)})`
  })

/** The highest qualification is said with what was studied for it (item 20), as table 32.1 has it. */
function majorOf({ code }: PlacedField, answer: unknown, answers: Answers): string[] {
  if (code !== 'highest_qualification') return []
  const studied = rowsOf(answers.trainings).findLast(
    (row) => row.kind === 'CHUYEN_MON' && row.training_credential === answer && row.training_major,
  )
  return studied ? [`(${studied.training_major})`] : []
}
