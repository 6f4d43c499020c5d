import 'server-only'
import { plain } from '@/lib/catalogue/code-list'
import { listTitle } from '@/lib/catalogue/code-lists'
import { EXCEL_SHEETS } from '@/lib/domain/excel/columns'
import { ISSUE_KINDS, type IssueKind } from '@/lib/domain/excel/import-plan'
import type { Actor } from '@/lib/domain/policy'
import { codeLists } from '../code-lists/code-lists'
import { db } from '../db'
import { ownJob } from '../jobs/own-jobs'
import { peopleWithin } from '../within'
import { loadImport } from './load-import'
import { optionsOf, type WaitingWord } from './unmatched'

/** One's own imports, newest first. */
export async function ownImports(actor: Actor, page: { skip: number; take: number }) {
  const where = { byUserId: actor.userId }
  const [total, rows] = await Promise.all([
    db.listImport.count({ where }),
    db.listImport.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      ...page,
      select: { id: true, fileName: true, state: true, createdAt: true, counts: true },
    }),
  ])
  return { total, rows }
}

/** An import as its page shows it: how it is understood, the job that runs, what was found. */
export async function importPage(actor: Actor, id: string) {
  const { words: _, sha256: __, ...list } = await loadImport(actor, id)
  const unit = await db.unit.findUniqueOrThrow({ where: { id: list.unitId }, select: { name: true } })
  const job = list.jobId ? await ownJob(actor, list.jobId).catch(() => null) : null
  return { ...list, unitName: unit.name, job, ...choices() }
}

/** What a column may be said to be, by sheet of the form, and the values every new person shares. */
const choices = () => ({
  forms: EXCEL_SHEETS.map(({ table, columns }) => ({
    table: table?.code ?? null,
    columns: [
      ...columns.map(({ key, label }) => ({ key, label })),
      ...(table
        ? []
        : [
            { key: '@unit', label: 'Đơn vị (tên hoặc mã)' },
            { key: '@from', label: 'Vào đơn vị từ ngày' },
          ]),
    ],
  })),
  categories: codeLists('doi-tuong').map(({ code, label }) => ({ code, label })),
  statuses: codeLists('trang-thai-cong-tac').map(({ code, label }) => ({ code, label })),
})

export const issueKindOf = (said: string | null): IssueKind | null => ISSUE_KINDS.find((kind) => kind === said) ?? null

/** What was found, page by page, of one kind or all. */
export async function importIssues(
  actor: Actor,
  id: string,
  { kind, skip, take }: { kind: IssueKind | null; skip: number; take: number },
) {
  const list = await loadImport(actor, id)
  const where = { importId: id, ...(kind && { kind }) }
  const [total, rows, decisions] = await Promise.all([
    db.importIssue.count({ where }),
    db.importIssue.findMany({ where, orderBy: { id: 'asc' }, skip, take }),
    db.importDecision.findMany({ where: { importId: id }, take: 10_000 }),
  ])
  const issues = rows.map(({ id: issueId, sheet, line, column, importId: _, ...issue }) => ({
    ...issue,
    id: String(issueId),
    line,
    sheet: list.sheets[sheet]?.name ?? '',
    column: column === null ? null : (list.sheets[sheet]?.headers[column] ?? ''),
    take: decisions.find((one) => one.sheet === sheet && one.line === line && one.column === column)?.take ?? null,
  }))
  return { total, issues }
}

/** Words of this list that no code list has, most frequent first: said once, they are known when it is tried again. */
export async function wordsOfImport(actor: Actor, id: string): Promise<WaitingWord[]> {
  await loadImport(actor, id)
  const rows = await db.$queryRaw<{ list: string; text: string; count: number }[]>`
    SELECT detail AS list, text, count(*)::int AS count FROM import_issue
    WHERE import_id = ${id}::uuid AND kind = 'unmatched' GROUP BY detail, text ORDER BY count(*) DESC, text LIMIT 20`
  return rows.map((row) => ({
    ...{ ...row, words: plain(row.text), title: listTitle(row.list), options: optionsOf(row.list) },
  }))
}

/** Numbers of those a written import made who have no account yet: for the slips. */
export async function newWithoutAccount(actor: Actor, id: string): Promise<string[]> {
  await loadImport(actor, id)
  const people = await db.importPerson.findMany({
    where: { importId: id, written: true, outcome: 'create' },
    select: { key: true },
    take: 4_000,
  })
  const rows = await db.person.findMany({
    where: { citizenId: { in: people.map(({ key }) => key) }, user: null, ...peopleWithin(actor, 'account.manage') },
    select: { citizenId: true },
  })
  return rows.map(({ citizenId }) => citizenId)
}
