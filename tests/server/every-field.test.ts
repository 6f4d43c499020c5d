import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { CvPaper } from '@/components/cv/cv-paper'
import { ALL_FIELDS, ALL_TABLES, type AnswersOf, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { GATE_CODES } from '@/lib/catalogue/conditions'
import { cvDocx } from '@/lib/documents/cv/cv-docx'
import { cvPdf } from '@/lib/documents/cv/cv-pdf'
import { mappedNames } from '@/lib/documents/national-mapping'
import { nationalFile } from '@/lib/documents/national-message'
import { columnsIn, groupOf, listsOf, namesOf } from '@/lib/documents/national-names'
import { sayChanges } from '@/lib/domain/change-words'
import { sectionSheet } from '@/lib/domain/form-spec'
import { mayEdit } from '@/lib/domain/record'
import { db } from '@/lib/server/db'
import { projectRevisions } from '@/lib/server/projection'
import { completed } from '@/lib/server/records/completed'
import { printedForm } from '@/lib/server/records/printed-form'
import { revisionsOf } from '@/lib/server/records/revisions'
import { saveSection } from '@/lib/server/records/save-section'
import { hasTool } from '@/lib/start/tools'
import type { Prisma } from '@/prisma/generated/client'
import { actorOf, aPerson, aSubmission, aUnit, call, NOW } from '../support/builders'
import { everyAnswer, nameOf, type PlacedAnswer } from '../support/every-answer'
import { aFullRecord } from '../support/fullest-record'
import { docxText, htmlText, pdfText, squeezed } from '../support/paper-text'
import { asRead, asWritten, type CvColumns, readCv } from '../support/read-projection'

type Station = 'typing' | 'paper' | 'message'

/** Where a field does not go, and why. Whatever is not named here is typed, printed, kept, listed and sent. */
const EXCEPT: { not: Station; why: string; fields: readonly string[] }[] = [
  {
    not: 'typing',
    why: 'it follows from the posting, or is given by the national database',
    fields: ['managing_authority', 'employing_unit', 'national_staff_id'],
  },
  {
    not: 'paper',
    why: 'Thông tư 06/2023 does not print it: a question of ours, of which the answers behind it speak',
    fields: [...GATE_CODES, 'paid_by_scale'],
  },
  {
    not: 'paper',
    why: 'Thông tư 06/2023 does not print it: kept for the register, the contract and the decisions',
    fields: [
      ...['person_category', 'employment_status', 'managed_by_standing_committee', 'email_official'],
      ...['old_identity_no', 'permanent_address', 'recruitment_method'],
      ...['contract_type', 'contract_no', 'contract_period'],
      ...['trainings.credential_no', 'trainings.issued_on', 'rewards.decision_authority'],
      ...['workHistory', 'rewards', 'disciplines', 'salaryHistory'].flatMap((table) => [
        `${table}.decision_no`,
        `${table}.decision_date`,
      ]),
      'allowances.decision_no',
    ],
  },
  {
    not: 'message',
    why: 'the ministry asks for the answers, not for our questions',
    fields: [...GATE_CODES, 'paid_by_scale'],
  },
  {
    not: 'message',
    why: 'the ministry has no name for what explains another answer',
    fields: [
      ...['first_sociopolitical_org', 'state_title_years', 'planned_position_period', 'salary_percent_note'],
      ...['concurrent_allowance_basis', 'income_other_note', 'rewards.decision_authority'],
    ],
  },
]
const goes = (to: Station, answer: PlacedAnswer) =>
  !EXCEPT.some(({ not, fields }) => not === to && fields.includes(nameOf(answer.field)))

const say = ({ field, answer, within }: PlacedAnswer) =>
  field.display(answer as never, codeLists, within?.row.kind ?? undefined)
const agencyCodeOf = (code: string) => `H20.${code}`

/** Typed by whom it belongs to, kept, sent, approved, listed: one fullest person. */
async function walked(seed: number) {
  const unit = await aUnit()
  const made = await aPerson(unit)
  const self = await actorOf(made, unit, 'person')
  const officer = await actorOf(await aPerson(unit), unit, 'recordsOfficer')
  const wanted = aFullRecord(seed)
  Object.assign(wanted.identity, { citizen_id: made.person.citizenId })
  const derived = Object.fromEntries(
    ALL_FIELDS.filter((field) => field.derived).map(({ section, code }) => [
      code,
      (wanted[section as keyof RecordData] as AnswersOf)[code],
    ]),
  )
  const { draft: empty } = await db.record.findUniqueOrThrow({ where: { id: made.record.id } })
  const agency = { ...(empty as RecordData).agency, ...derived }
  await db.record.update({
    where: { id: made.record.id },
    data: { draft: { ...(empty as RecordData), agency } as Prisma.InputJsonValue },
  })
  for (const section of SECTION_IDS) {
    const asked = { draft: wanted, approved: null, lists: codeLists, today: self.today }
    const { fields, typed } = sectionSheet({ ...asked, section, editor: 'self' })
    let version = 0
    for (const [editor, actor] of [
      ['unit', officer],
      ['self', self],
    ] as const) {
      // Each types what is theirs; who is asked for both, the person.
      const own = fields.filter(({ code }) => {
        const field = [...ALL_TABLES, ...ALL_FIELDS].find((one) => one.code === code && one.table === null)
        return field && mayEdit(field, editor) && (editor === 'self' || !mayEdit(field, 'self'))
      })
      const answers = Object.fromEntries(own.map(({ code }) => [code, typed[code]]))
      if (own.length === 0) continue
      const saved = await saveSection(call(actor, { recordId: made.record.id, section, version, answers }))
      expect(saved.errors, section).toEqual({})
      version = saved.version
    }
  }
  const { draft } = await db.record.findUniqueOrThrow({ where: { id: made.record.id } })
  const data = completed(draft)
  const { revision } = await aSubmission(made.record.id, 'approved', data)
  await projectRevisions(db, [revision.id])
  const { form } = await printedForm(self, made.record.id, { of: 'draft', on: null }, NOW)
  const { revisions } = await revisionsOf(self, made.record.id, { skip: 0, take: 1 })
  return { wanted, data, form: form!, revision: revisions[0]!, cv: await readCv(made.record.id) }
}

test('the table of exceptions names fields that exist', () => {
  const names = new Set(ALL_FIELDS.map(nameOf))
  for (const { fields } of EXCEPT) expect(fields.filter((name) => !names.has(name))).toEqual([])
})

describe.each([20261122, 109])('the fullest person (%i)', (seed) => {
  let person: Awaited<ReturnType<typeof walked>>
  let answers: PlacedAnswer[]
  beforeAll(async () => {
    person = await walked(seed)
    answers = everyAnswer(person.wanted)
  })

  test('answers all 109 fields, every question and every column', () => {
    expect(new Set(answers.filter(({ field }) => field.no !== null).map(({ field }) => field.no)).size).toBe(109)
    const answered = new Set(answers.filter(({ answer }) => answer !== null).map(({ field }) => nameOf(field)))
    expect(ALL_FIELDS.map(nameOf).filter((name) => !answered.has(name))).toEqual([])
    for (const table of ALL_TABLES) {
      for (const { code } of table.rowKinds ?? [])
        expect(answers.some(({ within }) => within?.table.code === table.code && within.row.kind === code)).toBe(true)
    }
  })

  test('is kept as typed, each answer by whom it belongs to', () => {
    expect(person.data).toEqual(person.wanted)
    const nobodys = answers.filter(({ field, within }) => {
      const owner = within?.table ?? field
      return !mayEdit(owner, 'self') && !mayEdit(owner, 'unit')
    })
    expect(nobodys).toEqual(answers.filter((answer) => !goes('typing', answer)))
  })

  const papers: [string, boolean, () => Promise<string>][] = [
    [
      'the screen',
      true,
      async () => htmlText(renderToStaticMarkup(createElement(CvPaper, { form: person.form, hrefOf: () => null }))),
    ],
    ['the PDF', hasTool('pdftotext'), async () => pdfText(await cvPdf(person.form, NOW), person.form)],
    ['the DOCX', true, async () => docxText(cvDocx(person.form, NOW))],
  ]
  test.each(papers)('is printed whole: %s', async (_, able, read) => {
    if (!able) return
    const text = await read()
    const wanted = printedWords(answers.filter((answer) => goes('paper', answer)))
    // As often as it was answered: one row is not found because another says the same.
    const lost = wanted.filter((words) => text.split(words).length <= wanted.filter((one) => one === words).length)
    expect(lost).toEqual([])
  })

  test('what is not of the form has no line and no column in it', () => {
    const { head, beside, blocks } = person.form
    const lines = [...head, ...beside, ...blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []))]
    const codes = new Set(lines.flatMap(({ entries }) => entries.map(({ code }) => code)))
    const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : []))
    for (const one of answers.filter((answer) => !goes('paper', answer))) {
      if (one.within === null) expect(codes.has(one.field.code), one.field.code).toBe(false)
      else if (one.field.kind === 'text') expect(cells, nameOf(one.field)).not.toContain(say(one))
    }
  })

  test('stands in the revision, and the history says each value', () => {
    expect(person.revision.after).toEqual(person.wanted)
    const said = sayChanges(person.revision.changes, null, person.wanted, codeLists)
    for (const one of answers) {
      const code = one.within?.table.code ?? one.field.code
      const line = said.find((change) => change.code === code && change.row === (one.within?.row.id ?? null))
      expect(line?.after, nameOf(one.field)).toContain(say(one))
      expect(line?.before, nameOf(one.field)).toBeNull()
    }
  })

  test('stands in the tables that are searched', () => {
    for (const one of answers) {
      const { within, field } = one
      const row = within === null ? person.cv : (person.cv[`${within.table.code}Rows`] as CvColumns[])[within.index]
      expect(asRead(field, row ?? {}), nameOf(field)).toEqual(asWritten(field, one.answer))
    }
  })

  test('goes to the ministry under its name, and nothing else does', () => {
    const file = nationalFile(person.wanted, { personKey: '087085001234', agencyCodeOf }) as unknown as Groups
    for (const one of answers.filter((answer) => goes('message', answer))) {
      expect(sentTexts(file, one, person.wanted), nameOf(one.field)).toEqual(wireTexts(one))
    }
    const sent = new Set(mappedNames().map(({ field }) => ('columns' in field ? '' : nameOf(field))))
    for (const one of answers) expect(sent.has(nameOf(one.field)), nameOf(one.field)).toBe(goes('message', one))
  })
})

/** Each answer behind its label, each row from its first cell to its last: short values say nothing alone. */
function printedWords(answers: PlacedAnswer[]): string[] {
  const rows = new Set(answers.flatMap(({ within }) => within?.row ?? []))
  const scalars = answers.filter(({ within }) => within === null).map(scalarWords)
  const cellsOf = (row: unknown) => answers.filter(({ within }) => within?.row === row)
  const joined = [...rows].map((row) => cellsOf(row).map(cellWords).join(''))
  return [...scalars, ...joined].map(squeezed)
}

/** A period is two cells. */
const cellWords = (one: PlacedAnswer) =>
  one.field.kind === 'partialDateRange' ? say(one).replace(' – ', '') : say(one)

function scalarWords(one: PlacedAnswer) {
  const { code, label, explains } = one.field
  if (explains !== undefined) return `(${say(one)})`
  return `${label}: ${code === 'full_name' ? say(one).toLocaleUpperCase('vi') : say(one)}`
}

type Groups = Record<string, Record<string, unknown>>

function sentTexts(file: Groups, { field, within }: PlacedAnswer, data: RecordData): unknown[] {
  const part = (group: string) => (group === '' ? (file as Record<string, unknown>) : (file[group] ?? {}))
  if (within === null) return namesOf(field).map((name) => part(groupOf(field))[name])
  const { table, row } = within
  const list = listsOf(table).find(({ kinds }) => kinds === null || kinds.includes(`${row.kind}`))!
  const rows = ((data[table.section] as AnswersOf)[table.code] as { kind?: string | null; id: string }[]).filter(
    ({ kind }) => list.kinds === null || list.kinds.includes(`${kind}`),
  )
  const sent = part(list.group)[list.list] as Record<string, unknown>[]
  if (!columnsIn(table, list).some(({ code }) => code === field.code)) return []
  return namesOf(field, list.list).map((name) => sent[rows.findIndex(({ id }) => id === row.id)]?.[name])
}

function wireTexts({ field, answer }: PlacedAnswer) {
  const said = field.toNational(answer as never)
  if (typeof said !== 'string') return [said.from, said.to]
  return [field.kind === 'unit' ? agencyCodeOf(said) : said]
}
