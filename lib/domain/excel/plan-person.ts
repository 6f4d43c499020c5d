import { ALL_TABLES, type AnswersOf, emptyRecord, fieldNamed, type RecordData, type SectionId } from '@/lib/catalogue'
import { isRealDay } from '@/lib/catalogue/days'
import { diff, rowsOf } from '../changes'
import { placeOf } from '../new-person'
import { postingFault } from '../organisation/unit-days'
import { type Editor, mayEdit } from '../record'
import type { CellMemory } from './cell-memory'
import { type ColumnKey, fieldOfKey } from './columns'
import type { Base, ImportedLine, ImportOptions, Issue, MappedSheet, PersonPlan, PostedUnit } from './import-plan'
import { mergeCell, quoted } from './merge-cell'
import { planRows, wholeLine } from './plan-rows'
import { filledIn, refusedPlan } from './refused-plan'
import { isFilled, type SheetCell, textOf } from './sheet-cell'

export type PersonCall = {
  key: string
  sheets: readonly MappedSheet[]
  lines: readonly ImportedLine[]
  base: Base | undefined
  /** Null: nobody has this number yet. */
  current: RecordData | null
  editor: Editor
  /** By name or code, in reach. */
  unitNamed: (said: string) => PostedUnit | null
  unit: PostedUnit
  options: ImportOptions
  memory: CellMemory
  decisions: ReadonlyMap<string, 'file' | 'record'>
  newId: (line: ImportedLine) => string
}

const UNIT_KEYS: readonly ColumnKey[] = ['@unit', 'agency.employing_unit']
const NEEDED = {
  'identity.citizen_id': 'số căn cước',
  'identity.full_name': 'họ và tên',
  'identity.date_of_birth': 'ngày sinh',
  'agency.person_category': 'đối tượng',
  'agency.employment_status': 'trạng thái công tác',
} as const

export const decisionKey = (sheet: number, line: number, column: number) => `${sheet}/${line}/${column}`

/** What one person's lines make of their record: all of it in memory, nothing written. */
export function planPerson(call: PersonCall): PersonPlan {
  const { sheets, lines, current } = call
  const main = lines.filter(({ sheet }) => isMain(sheets[sheet]))
  const cells = lines.reduce((sum, line) => sum + filledIn(line, sheets[line.sheet]).length, 0)
  const refused = (sentence: string, but: Issue[] = []) => refusedPlan(call, sentence, but)
  if (main.length > 1) {
    return refused(`Các dòng ${main.map(({ line }) => line).join(', ')} cùng một số căn cước. Giữ lại một dòng.`)
  }
  if (current === null && main.length === 0) return refused('Chưa có ai mang số căn cước này.')
  const place = current === null ? placing(call, main[0]) : null
  if (typeof place === 'string') return refused(place)
  const start = current ?? startOf(call.options, place?.unit ?? call.unit)
  const plan = {
    start: start as Record<SectionId, AnswersOf>,
    draft: { ...start } as Record<SectionId, AnswersOf>,
    stored: 0,
    issues: [] as Issue[],
    waiting: [] as PersonPlan['waiting'],
  }
  for (const line of main) planMain(line, call, plan)
  const draft = plan.draft as RecordData
  if (current === null) {
    const missing = Object.entries(NEEDED).filter(([key]) => answerAt(draft, key) === null)
    const mendable = plan.issues.filter(({ kind }) => kind === 'repair' || kind === 'unmatched')
    const why = `Chưa đủ để lập hồ sơ mới: ${missing.map(([, words]) => words).join(', ')}.`
    if (missing.length > 0) return refused(why, mendable)
  }
  for (const [at, sheet] of sheets.entries()) {
    if (sheet.table === null || sheet.base) continue
    const table = ALL_TABLES.find(({ code }) => code === sheet.table)
    const own = lines.filter((line) => line.sheet === at)
    if (!table || own.length === 0) continue
    const before = rowsOf((plan.draft[table.section] as AnswersOf)[table.code])
    const done = planRows({
      ...{ table, sheet, lines: own, current: before, base: call.base, memory: call.memory, newId: call.newId },
      ...{ isNew: current === null, mayWrite: mayEdit(table, call.editor), takeOf: takeOf(call) },
    })
    write(plan, table.section, table.code, done.rows.length === 0 ? null : done.rows)
    plan.stored += done.stored
    plan.issues.push(...done.issues)
    plan.waiting.push(...done.waiting)
  }
  const changes = current === null ? [] : diff(current, draft)
  const outcome = current === null ? 'create' : changes.length > 0 || plan.waiting.length > 0 ? 'change' : 'same'
  const { stored, issues, waiting } = plan
  return {
    ...{ lines, outcome, cells, stored, issues, waiting, changes },
    ...{
      draft: outcome === 'same' ? null : draft,
      posting: current === null ? (place as PersonPlan['posting']) : null,
    },
  }
}

type Growing = Pick<PersonPlan, 'stored' | 'issues' | 'waiting'> & {
  start: Record<SectionId, AnswersOf>
  draft: Record<SectionId, AnswersOf>
}

function planMain(line: ImportedLine, call: PersonCall, plan: Growing) {
  const sheet = call.sheets[line.sheet]
  if (!sheet) return
  const isNew = call.current === null
  const take = takeOf(call)
  for (const column of filledIn(line, sheet)) {
    const key = sheet.keys[column] as ColumnKey
    const cell = line.cells[column] as SheetCell
    // Taken into the posting of somebody new; a posting that stands is changed by a movement.
    if (key.startsWith('@') || (isNew && UNIT_KEYS.includes(key))) {
      if (isNew || isWhereTheyAre(call, key, textOf(cell))) plan.stored += 1
      else plan.issues.push({ ...oneCell(line, column, textOf(cell)), kind: 'notImported', sentence: MOVED })
      continue
    }
    const field = fieldOfKey(key)
    if (!field) continue
    const section = field.section as SectionId
    const exported = call.base?.scalars[section]?.[field.code]
    // Written out member by member: this is done for every cell of a list.
    const merged = mergeCell({
      field,
      cell,
      current: isNew && !field.derived ? null : ((plan.draft[section] as AnswersOf)[field.code] ?? null),
      lists: call.memory.context.lists,
      read: call.memory.read(field, key, cell),
      base: call.base && !isNew ? (exported ?? null) : undefined,
      exported: isNew ? exported : undefined,
      mayWrite: isNew || mayEdit(field, call.editor),
      take: take(line, column),
    })
    if (merged.is === 'write') write(plan, section, field.code, merged.value)
    if (merged.is !== 'issue') plan.stored += 1
    else {
      plan.issues.push({ ...oneCell(line, column, quoted(cell)), ...merged.issue })
      if (merged.list !== undefined) {
        const at = { section, code: field.code, rowId: null, column: null, kind: null }
        plan.waiting.push({ ...at, list: merged.list, text: merged.text ?? '' })
      }
    }
  }
}

const MOVED = 'Người này đã có hồ sơ: chuyển đơn vị bằng một biến động.'

const isWhereTheyAre = ({ current, unitNamed }: PersonCall, key: ColumnKey, said: string) =>
  key === '@unit' && unitNamed(said.trim())?.code === (current?.agency.employing_unit?.code ?? '')

/** Sections are copied when first written: what stood there before stays as it was. */
function write({ draft, start }: Pick<Growing, 'draft' | 'start'>, section: SectionId, code: string, value: unknown) {
  if (draft[section] === start[section]) draft[section] = { ...start[section] }
  ;(draft[section] as AnswersOf)[code] = value
}

/** What was decided of a cell; where nobody decided anything, without asking for each. */
function takeOf({ decisions, options }: PersonCall) {
  const otherwise = options.takeFile ? 'file' : null
  if (decisions.size === 0) return () => otherwise
  return ({ sheet, line }: ImportedLine, column: number) => decisions.get(decisionKey(sheet, line, column)) ?? otherwise
}

/** Unit and first day of somebody new, or why not. */
function placing({ sheets, unit, unitNamed, options }: PersonCall, line: ImportedLine | undefined) {
  const cellOf = (key: ColumnKey) => {
    const cell = line?.cells[sheets[line.sheet]?.keys.indexOf(key) ?? -1]
    return isFilled(cell) ? cell : null
  }
  const said = UNIT_KEYS.map(cellOf).find((cell) => cell !== null)
  const found = said ? unitNamed(textOf(said).trim()) : unit
  if (!found)
    return `Không có đơn vị “${textOf(said ?? '').trim()}” trong phạm vi Anh/Chị quản lý. Ghi đúng tên hoặc mã.`
  const day = cellOf('@from')
  const typed = day && fieldNamed('identity', 'citizen_id_issued_on')?.parse(textOf(day) as never, () => [])
  if (day && !(typeof typed === 'string' && isRealDay(typed))) return 'Ngày vào đơn vị chưa đúng. Ghi ngày/tháng/năm.'
  const from = typeof typed === 'string' ? typed : options.from
  return postingFault(found.days, from) ?? { unit: found, from }
}

const EMPTY = emptyRecord()

function startOf({ personCategory, employmentStatus }: ImportOptions, unit: PostedUnit): RecordData {
  const agency = {
    ...EMPTY.agency,
    person_category: personCategory || null,
    employment_status: employmentStatus || null,
    managed_by_standing_committee: false,
    ...placeOf(unit, unit.parent),
  }
  return { ...EMPTY, agency } as RecordData
}

function answerAt(draft: RecordData, key: ColumnKey): unknown {
  const [section = '', code = ''] = key.split('.')
  return (draft[section as SectionId] as AnswersOf)[code] ?? null
}

const isMain = (sheet: MappedSheet | undefined) => sheet !== undefined && sheet.table === null && !sheet.base

const oneCell = (line: ImportedLine, column: number, text: string): Issue => ({
  ...wholeLine(line, 1),
  column,
  text,
})
