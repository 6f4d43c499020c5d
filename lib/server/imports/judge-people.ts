import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import type { RecordData } from '@/lib/catalogue'
import { plain } from '@/lib/catalogue/code-list'
import { CellMemory } from '@/lib/domain/excel/cell-memory'
import type { Base, ImportedLine, MappedSheet, PersonPlan, PostedUnit } from '@/lib/domain/excel/import-plan'
import { decisionKey, planPerson } from '@/lib/domain/excel/plan-person'
import { refusedPlan } from '@/lib/domain/excel/refused-plan'
import type { SheetCell } from '@/lib/domain/excel/sheet-cell'
import type { Actor } from '@/lib/domain/policy'
import { can } from '@/lib/domain/policy'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { completed } from '../records/completed'
import { sqlUnitsWithin } from '../within'
import type { LoadedImport } from './load-import'
import { withoutTakenNumbers } from './taken-in-list'

/** Somebody of the list who has a record. */
export type Known = {
  key: string
  personId: string
  recordId: string
  name: string
  unitPath: string
  draft: RecordData
  sectionVersions: Partial<Record<string, number>>
  revisionCount: number
  updatedAt: Date
}

export type Judged = { number: number; key: string; known: Known | null; plan: PersonPlan }

/** So many people are planned at once: their lines and records are in memory together. */
export const PEOPLE_A_STEP = 1_000

const NOT_IN_REACH = 'Số căn cước này đã có trong hệ thống, ngoài phạm vi Anh/Chị quản lý.'
const OWN = 'Hồ sơ của chính Anh/Chị: tự ghi trong “Hồ sơ của tôi”.'

/** What the next people's lines make of their records; nothing is written. */
export async function judgePeople(list: LoadedImport, actor: Actor, after: number): Promise<Judged[]> {
  const people = await db.importPerson.findMany({
    where: { importId: list.id, number: { gt: after } },
    orderBy: { number: 'asc' },
    take: PEOPLE_A_STEP,
    select: { number: true, key: true },
  })
  if (people.length === 0) return []
  const keys = people.map(({ key }) => key)
  const [lines, known, units, decisions] = await Promise.all([
    linesOf(list.id, keys),
    knownPeople(keys),
    unitsInReach(actor),
    db.importDecision.findMany({ where: { importId: list.id } }),
  ])
  const sheets = list.sheets.map(
    ({ as, table, keys: own }): MappedSheet => ({
      table,
      keys: as === 'skip' ? [] : own,
      ...(as === 'base' && { base: true }),
    }),
  )
  const unit = units.find(({ id }) => id === list.unitId)
  const memory = memoryOf(list)
  const taken = new Map(
    decisions.map(({ sheet, line, column, take }) => [decisionKey(sheet, line, column), take as 'file' | 'record']),
  )
  const unitNamed = namedIn(units)
  const judged: Judged[] = []
  for (const [at, { number, key }] of people.entries()) {
    const whose = known.get(key) ?? null
    const own = lines.get(key) ?? { lines: [], base: [] }
    const call = {
      ...{
        key,
        sheets,
        lines: own.lines,
        current: whose?.draft ?? null,
        editor: 'unit' as const,
        memory,
        decisions: taken,
      },
      ...{ options: list.options, unitNamed, base: baseOf(own.base, whose?.recordId ?? null) },
      newId: (line: ImportedLine) => `nhap-${list.id.slice(-12)}-${line.sheet}-${line.line}`,
    }
    const why = whyNot(actor, whose)
    const plan =
      why !== null ? refusedPlan(call, why) : unit ? planPerson({ ...call, unit }) : refusedPlan(call, NOT_IN_REACH)
    judged.push({ number, key, known: whose, plan })
    if (at % 100 === 99) await breathe()
  }
  return withoutTakenNumbers(judged, sheets)
}

function whyNot(actor: Actor, known: Known | null): string | null {
  if (known === null) return null
  if (known.personId === actor.personId) return OWN
  return can(actor, 'record.edit', { personId: known.personId, unitPath: known.unitPath }) ? null : NOT_IN_REACH
}

let last: { of: string; memory: CellMemory } | null = null

/** What was read for one portion of a list is known for the next. */
function memoryOf({ id, options, words }: LoadedImport): CellMemory {
  const of = JSON.stringify([id, options.repairs, [...words]])
  if (last?.of !== of)
    last = { of, memory: new CellMemory({ lists: codeLists, agreed: new Set(options.repairs), words }) }
  return last.memory
}

type Lines = { lines: ImportedLine[]; base: string[][] }

async function linesOf(importId: string, keys: readonly string[]): Promise<Map<string, Lines>> {
  const rows = await db.$queryRaw<{ sheet: number; line: number; key: string; cells: string; base: boolean }[]>`
    SELECT l.sheet, l.line, l.key, l.cells, i.sheets -> l.sheet ->> 'as' = 'base' AS base
    FROM import_line l JOIN list_import i ON i.id = l.import_id
    WHERE l.import_id = ${importId}::uuid AND l.key = ANY (${[...keys]}::text[]) ORDER BY l.sheet, l.line`
  const byKey = new Map<string, Lines>()
  for (const { sheet, line, key, cells, base } of rows) {
    const own = byKey.get(key) ?? { lines: [], base: [] }
    byKey.set(key, own)
    if (base) own.base.push(JSON.parse(cells))
    else own.lines.push({ sheet, line, cells: JSON.parse(cells) as SheetCell[] })
  }
  return byKey
}

type KnownRow = Omit<Known, 'draft'> & { draft: unknown }

/** Everybody with one of these numbers, in reach or not: a number out of reach is told to be taken, and nothing more. */
async function knownPeople(keys: readonly string[]): Promise<Map<string, Known>> {
  const rows = await db.$queryRaw<KnownRow[]>`
    SELECT p.citizen_id AS key, p.id AS "personId", r.id AS "recordId", p.full_name AS name, u.path AS "unitPath",
      r.draft, r.section_versions AS "sectionVersions", r.revision_count AS "revisionCount", r.updated_at AS "updatedAt"
    FROM person p JOIN record r ON r.person_id = p.id JOIN unit u ON u.id = p.unit_id
    WHERE p.citizen_id = ANY (${[...keys]}::text[])`
  return new Map(rows.map((row) => [row.key, { ...row, draft: completed(row.draft) }]))
}

/** What the workbook kept of the record when it was written; of another record nothing, of nobody's whatever there is. */
function baseOf(lines: readonly string[][], recordId: string | null): Base | undefined {
  const base: Base = { scalars: {}, rows: new Map() }
  const own = lines.filter(([record]) => recordId === null || record === recordId)
  if (own.length === 0) return undefined
  for (const [, , place = '', row = '', json = ''] of own) {
    const answers = answersIn(json)
    const [section = '', table] = place.split('.')
    if (table === undefined) base.scalars[section] = { ...base.scalars[section], ...answers }
    else base.rows.set(`${table}.${row}`, answers)
  }
  return base
}

function answersIn(json: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(json)
    return read !== null && typeof read === 'object' && !Array.isArray(read) ? (read as Record<string, unknown>) : {}
  } catch {
    // Somebody wrote into the hidden sheet: then nothing is known of before.
    return {}
  }
}

async function unitsInReach(actor: Actor): Promise<PostedUnit[]> {
  type Row = Omit<PostedUnit, 'parent'> & { parent: PostedUnit['parent'] }
  return db.$queryRaw<Row[]>`
    SELECT u.id, u.code, u.agency_code AS "agencyCode", u.name, u.type_code AS "typeCode", u.path,
      CASE WHEN m.id IS NULL THEN NULL ELSE jsonb_build_object(
        'code', m.code, 'agencyCode', m.agency_code, 'name', m.name, 'typeCode', m.type_code) END AS parent,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('from', v.valid_from, 'until', v.valid_until))
        FROM unit_version v WHERE v.unit_id = u.id), '[]') AS days
    FROM unit u LEFT JOIN unit m ON m.id = u.parent_id
    WHERE u.is_open AND ${sqlUnitsWithin(actor, 'person.create')}`
}

/** By code or by name; a name two units bear names none. */
function namedIn(units: readonly PostedUnit[]) {
  const codes = new Map<string, PostedUnit>()
  const names = new Map<string, PostedUnit | null>()
  for (const unit of units) {
    for (const code of [unit.code, unit.agencyCode]) if (code !== null && !codes.has(code)) codes.set(code, unit)
    const name = plain(unit.name)
    names.set(name, names.has(name) ? null : unit)
  }
  return (said: string): PostedUnit | null => codes.get(said) ?? names.get(plain(said)) ?? null
}
