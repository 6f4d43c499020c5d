import 'server-only'
import type { Column } from '@/lib/domain/lists/column'
import type { ReportPeopleAsk } from '@/lib/domain/lists/report-people-spec'
import { type Actor, type Within, within } from '@/lib/domain/policy'
import { onDuty } from '@/lib/domain/reading'
import { Refusal } from '@/lib/domain/refusal'
import { REPORT_PERMISSION, staffForm, yearBefore } from '@/lib/domain/reports/staff-forms'
import { Prisma } from '@/prisma/generated/client'
import { codeLists } from '../code-lists/code-lists'
import { listPage } from '../lists/list-page'
import { BY_NAME } from '../people/people-list'
import { sqlWithin } from '../within'
import { criteria } from './criteria'
import { readsOthers } from './reads-others'
import { unitRows } from './report-units'
import { factsOf } from './staff-facts'

const { sql } = Prisma

export type ReportPerson = {
  personId: string
  recordId: string
  name: string
  unitName: string
  category: string
  rankCode: string | null
}

/** What stands behind one figure of a form. Throws `notFound` for who may see figures and no names, or not this value. */
export function askedFigure(actor: Actor, { filters }: Pick<ReportPeopleAsk, 'filters'>) {
  const on = filters.on ?? yearBefore(actor.today)
  const form = staffForm(filters.form ?? '', on)
  const column = form?.columns.find(({ key }) => key === (filters.column ?? 'people'))
  const condition = form && column && criteria(on, form.counts)[column.key]
  if (!condition || within(actor, REPORT_PERMISSION[form.counts]) === 'nothing') throw new Refusal('notFound', {})
  if (column.sensitive && !readsOthers(onDuty(actor), column.sensitive)) throw new Refusal('notFound', {})
  return { form, column, on, condition }
}

/** The people behind one figure, page by page: by the very condition that counts them. */
export async function reportPeople(actor: Actor, ask: ReportPeopleAsk) {
  const { form, column, on, condition } = askedFigure(actor, ask)
  const { unit, own } = ask.filters
  const members =
    unit === undefined ? null : await membersOf(within(actor, REPORT_PERMISSION[form.counts]), on, unit, own === '1')
  return listPage<ReportPerson>({
    select: sql`p.id AS "personId", f.record_id AS "recordId", p.full_name AS name, u.name AS "unitName", f.category,
      f.rank_code AS "rankCode"`,
    from: factsOf(form, on, actor.today),
    where: [
      sqlWithin(actor, REPORT_PERMISSION[form.counts]),
      ...(column.sensitive ? [sqlWithin(onDuty(actor), 'sensitive.read', column.sensitive)] : []),
      ...(members === null ? [] : [sql`f.unit_id = ANY (${members}::uuid[])`]),
      condition,
    ],
    lead: ask.sort.by === 'unit' ? { sql: sql`u.name`, type: 'text' } : null,
    tie: BY_NAME,
    ...{ down: ask.sort.down, size: ask.size, cursor: ask.cursor },
  })
}

async function membersOf(reach: Within, on: string, unitId: string, own: boolean): Promise<string[]> {
  const { rows } = await unitRows(reach, on, unitId)
  return own ? [unitId] : rows.flatMap(({ members }) => members)
}

export const REPORT_PEOPLE_COLUMNS: readonly Column<ReportPerson>[] = [
  { key: 'name', label: 'Họ và tên', kind: 'text', of: ({ name }) => name },
  { key: 'unit', label: 'Đơn vị', kind: 'text', of: ({ unitName }) => unitName },
  { key: 'category', label: 'Đối tượng', kind: 'text', of: ({ category }) => labelOf('doi-tuong', category) },
  {
    key: 'rank',
    label: 'Ngạch, chức danh',
    kind: 'text',
    of: ({ rankCode }) => rankCode && labelOf('ngach-cong-chuc + chuc-danh-nghe-nghiep', rankCode),
  },
]

const labelOf = (list: string, code: string) => codeLists(list).find((entry) => entry.code === code)?.label ?? code
