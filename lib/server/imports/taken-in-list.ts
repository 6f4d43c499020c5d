import 'server-only'
import type { AnswersOf, RecordData, SectionId } from '@/lib/catalogue'
import { diff } from '@/lib/domain/changes'
import { keyOf } from '@/lib/domain/excel/columns'
import type { MappedSheet } from '@/lib/domain/excel/import-plan'
import { refusedPlan } from '@/lib/domain/excel/refused-plan'
import { HELD_SENTENCES, UNIQUE_NUMBERS } from '@/lib/domain/unique-numbers'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import type { Judged } from './judge-people'

const TAKEN = HELD_SENTENCES.settled

/** Numbers no two people share: what is settled as somebody else's is not taken over, as in the form. */
export async function withoutTakenNumbers(judged: Judged[], sheets: readonly MappedSheet[]): Promise<Judged[]> {
  let all = judged
  for (const { section, code } of UNIQUE_NUMBERS) {
    const claims = all.flatMap((one) => {
      const value = answer(one.plan.draft, section, code)
      const before = one.known && answer(one.known.draft, section, code)
      return typeof value === 'string' && value !== before ? [{ one, value }] : []
    })
    if (claims.length === 0) continue
    const values = claims.map(({ value }) => value)
    const owners = await ownersOf(code, values)
    const lost = new Set(
      claims.flatMap(({ one, value }) =>
        owners.get(value)?.some((id) => id !== one.known?.recordId) ? [one.number] : [],
      ),
    )
    const key = keyOf({ section, table: null, code })
    all = all.map((one) => (lost.has(one.number) ? without(one, section, code, key, sheets) : one))
  }
  return all
}

function without(one: Judged, section: SectionId, code: string, key: string, sheets: readonly MappedSheet[]): Judged {
  const { plan, known } = one
  if (!plan.draft) return one
  const before = known ? answer(known.draft, section, code) : null
  const draft = { ...plan.draft, [section]: { ...plan.draft[section], [code]: before } } as RecordData
  const at = sheets.findIndex(({ table, base, keys }) => table === null && !base && keys.includes(key))
  const line = plan.lines.find(({ sheet }) => sheet === at)
  if (known === null && code === 'citizen_id')
    return { ...one, plan: refusedPlan({ sheets, lines: plan.lines }, TAKEN) }
  const issue = {
    ...{ sheet: at, line: line?.line ?? 0, column: sheets[at]?.keys.indexOf(key) ?? null, kind: 'refused' as const },
    ...{ detail: null, text: String(answer(plan.draft, section, code)), proposal: null, sentence: TAKEN, cells: 1 },
  }
  const changes = known ? diff(known.draft, draft) : []
  const outcome = known && changes.length === 0 && plan.waiting.length === 0 ? 'same' : plan.outcome
  const left = outcome === 'same' ? null : draft
  return {
    ...one,
    plan: { ...plan, outcome, draft: left, changes, stored: plan.stored - 1, issues: [...plan.issues, issue] },
  }
}

const answer = (data: RecordData | null, section: SectionId, code: string) =>
  data === null ? null : ((data[section] as AnswersOf)[code] ?? null)

/** Whose approved records say these numbers. */
async function ownersOf(code: string, values: string[]): Promise<Map<string, string[]>> {
  // Written into the statement, so that the column's index is used; it comes from the catalogue.
  const column = Prisma.raw(`cv.${code}`)
  const rows = await db.$queryRaw<{ value: string; id: string }[]>`
    SELECT ${column} AS value, record.id FROM cv JOIN record ON record.id = cv.record_id
    JOIN person ON person.id = record.person_id
    WHERE ${column} = ANY (${values}::text[]) AND person.same_as_id IS NULL`
  const owners = new Map<string, string[]>()
  for (const { value, id } of rows) owners.set(value, [...(owners.get(value) ?? []), id])
  return owners
}
