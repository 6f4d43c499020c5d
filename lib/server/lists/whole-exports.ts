import 'server-only'
import { isRealDay } from '@/lib/catalogue/days'
import { LIST_COLUMNS } from '@/lib/domain/code-lists/read-lines'
import { idIn, type Query, wordIn } from '@/lib/domain/list-query'
import type { Column } from '@/lib/domain/lists/column'
import { UNIT_COLUMNS } from '@/lib/domain/organisation/unit-list'
import type { Actor } from '@/lib/domain/policy'
import { OVERVIEW_HEADS, QUALITY_HEADS } from '@/lib/domain/stage-heads'
import { listPage } from '../code-lists/list-pages'
import { treeOn } from '../organisation/tree-on'
import { overview, qualityOverview } from '../overview/overview'
import type { ListExport } from './list-export'
import { asWholeExport } from './whole-export'

const EVERYTHING = { skip: 0, take: Number.MAX_SAFE_INTEGER }

type TreeRow = Awaited<ReturnType<typeof treeOn>>['rows'][number] & { parentCode: string | null }

/** With the heads of the list that founds a tree. */
const TREE_COLUMNS: readonly Column<TreeRow>[] = [
  { key: 'code', label: UNIT_COLUMNS.code, kind: 'identity', of: ({ code }) => code },
  { key: 'name', label: UNIT_COLUMNS.name, kind: 'text', of: ({ name }) => name },
  { key: 'typeCode', label: UNIT_COLUMNS.typeCode, kind: 'text', of: ({ typeCode }) => typeCode },
  { key: 'parentCode', label: UNIT_COLUMNS.parentCode, kind: 'identity', of: ({ parentCode }) => parentCode },
  { key: 'agencyCode', label: UNIT_COLUMNS.agencyCode, kind: 'identity', of: ({ agencyCode }) => agencyCode },
  { key: 'legacyCode', label: UNIT_COLUMNS.legacyCode, kind: 'identity', of: ({ legacyCode }) => legacyCode },
  { key: 'nationalCode', label: UNIT_COLUMNS.nationalCode, kind: 'identity', of: ({ nationalCode }) => nationalCode },
  { key: 'people', label: 'Số người', kind: 'number', of: ({ people }) => people },
  { key: 'over', label: 'Vượt biên chế', kind: 'number', of: ({ over }) => over },
]

async function treeRows(actor: Actor, query: Query): Promise<TreeRow[]> {
  const asked = wordIn(query, 'on')
  const on = isRealDay(asked) ? asked : actor.today
  const { rows } = await treeOn(actor, on, { search: '', ...EVERYTHING })
  const codes = new Map(rows.map(({ unitId, code }) => [unitId, code]))
  const search = wordIn(query, 'q')
  const found = search === '' ? rows : (await treeOn(actor, on, { search, ...EVERYTHING })).rows
  return found.map((row) => ({ ...row, parentCode: row.parentId && (codes.get(row.parentId) ?? null) }))
}

type Figures<Stage extends string> = {
  unit: { name: string }
  own: boolean
  units: number
  counts: Record<Stage | 'people', number>
}

const figureColumns = <Stage extends string>(
  heads: readonly { stage: Stage | 'people'; head: string }[],
): Column<Figures<Stage>>[] => [
  { key: 'unit', label: 'Đơn vị', kind: 'text', of: ({ unit }) => unit.name },
  { key: 'units', label: 'Số đơn vị', kind: 'number', of: ({ own, units }) => (own ? null : units) },
  ...heads.map(({ stage, head }) => ({
    ...{ key: stage, label: head, kind: 'number' as const },
    of: ({ counts }: Figures<Stage>) => counts[stage],
  })),
]

type ValueRow = Awaited<ReturnType<typeof listPage>>['rows'][number]

/** With the heads of the file that is taken in: what is taken away comes in unchanged. */
const VALUE_COLUMNS: readonly Column<ValueRow>[] = [
  { key: 'code', label: LIST_COLUMNS.code, kind: 'identity', of: ({ code }) => code },
  { key: 'label', label: LIST_COLUMNS.label, kind: 'text', of: ({ label }) => label },
  { key: 'validFrom', label: LIST_COLUMNS.validFrom, kind: 'day', of: ({ validFrom }) => validFrom },
  { key: 'validUntil', label: LIST_COLUMNS.validUntil, kind: 'day', of: ({ validUntil }) => validUntil },
  { key: 'group', label: LIST_COLUMNS.group, kind: 'text', of: ({ group }) => group },
  { key: 'successor', label: LIST_COLUMNS.successor, kind: 'identity', of: ({ successor }) => successor ?? null },
  { key: 'note', label: LIST_COLUMNS.note, kind: 'text', of: ({ note }) => note },
  { key: 'basis', label: 'Căn cứ', kind: 'text', of: ({ basis }) => basis ?? null },
  { key: 'drafts', label: 'Bản đang khai', kind: 'number', of: ({ uses }) => uses?.drafts ?? null },
  { key: 'approved', label: 'Bản đã duyệt', kind: 'number', of: ({ uses }) => uses?.approved ?? null },
]

/** Lists without an order to choose: taken away like the others, by permission, noted in the log. */
export const WHOLE_EXPORTS: Readonly<Record<'units' | 'overview' | 'quality' | 'codeList', ListExport>> = {
  units: asWholeExport({
    ...{ title: 'đơn vị', file: 'don-vi', path: '/administration/units', permission: 'tree.read' },
    ...{ words: ['q', 'on'], columns: TREE_COLUMNS, rows: treeRows },
  }),
  overview: asWholeExport({
    ...{ title: 'tiến độ theo đơn vị', file: 'tien-do', path: '/overview', permission: 'overview.read' },
    ...{ words: ['unit'], columns: figureColumns(OVERVIEW_HEADS) },
    rows: async (actor, query) => (await overview(actor, idIn(query, 'unit'))).rows,
  }),
  quality: asWholeExport({
    ...{ title: 'chất lượng theo đơn vị', file: 'chat-luong', path: '/quality', permission: 'quality.read' },
    ...{ words: ['unit'], columns: figureColumns(QUALITY_HEADS) },
    rows: async (actor, query) => (await qualityOverview(actor, idIn(query, 'unit'))).rows,
  }),
  codeList: asWholeExport({
    ...{ title: 'giá trị của danh mục', file: 'danh-muc', path: '/administration/code-lists' },
    ...{ permission: 'codeList.manage', words: ['list', 'q', 'state', 'on'], columns: VALUE_COLUMNS },
    async rows(actor, query) {
      const on = wordIn(query, 'on')
      const asked = { on: isRealDay(on) ? on : actor.today, search: wordIn(query, 'q'), state: wordIn(query, 'state') }
      return (await listPage(actor, wordIn(query, 'list'), asked)).rows
    },
  }),
}
