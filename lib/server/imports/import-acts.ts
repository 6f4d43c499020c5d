import 'server-only'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { EXCEL_SHEETS } from '@/lib/domain/excel/columns'
import type { ImportSheet } from '@/lib/domain/excel/import-sheets'
import { REPAIRS } from '@/lib/domain/excel/read-cell'
import { OPEN_STATES } from '@/lib/domain/job'
import { Refusal } from '@/lib/domain/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { codeLists } from '../code-lists/code-lists'
import { db, type Tx } from '../db'
import { requestJob } from '../jobs/request-job'
import { fileStore } from '../storage/file-store'
import { learnHeaders } from './learnt'
import { type LoadedImport, loadImport } from './load-import'

const inList = (list: string) =>
  z.string().refine((code) => code === '' || codeLists(list).some((entry) => entry.code === code))

export const MapImport = z.object({
  importId: z.uuid(),
  /** Of each sheet, what each of its columns is; empty for none. */
  keys: z.array(z.array(z.string().max(60)).max(200)).max(50),
  repairs: z.array(z.enum(REPAIRS)),
  personCategory: inList('doi-tuong'),
  employmentStatus: inList('trang-thai-cong-tac'),
  from: z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/09/2026.'),
  takeFile: z.boolean(),
})

/** Says what the columns are and how spoiled values are read, then tries the list. Gives the job's id. */
export async function mapImport({ transact, actor, input, now }: Call<z.output<typeof MapImport>>) {
  const list = await loadImport(actor, input.importId)
  await requireStill(list)
  const { importId, keys, ...options } = input
  const sheets = list.sheets.map((sheet, at) => ({ ...sheet, keys: keysOf(sheet, keys[at] ?? []) }))
  await transact(async (tx) => {
    await learnHeaders(tx, sheets, now)
    await change(tx, list, { sheets: sheets as unknown as Prisma.InputJsonValue, options, state: 'mapping' })
  })
  return startJudging({ transact, actor, now, input: { importId } })
}

/** A column of ours once on each sheet; what the sheet does not know is none. */
function keysOf({ as, table, headers }: ImportSheet, said: readonly string[]): (string | null)[] {
  if (as !== 'main' && as !== 'table') return []
  const form = EXCEL_SHEETS.find((sheet) => (sheet.table?.code ?? null) === table)
  const known = new Set([...(form?.columns.map(({ key }) => key) ?? []), ...(table === null ? ['@unit', '@from'] : [])])
  return headers.map((_, at) => {
    const key = said[at] ?? ''
    return known.has(key) && said.indexOf(key) === at ? key : null
  })
}

async function startJudging(call: Call<{ importId: string }>) {
  const jobId = await requestJob({ ...call, input: { kind: 'import.judge', input: call.input } })
  await call.transact((tx) =>
    tx.listImport.update({ where: { id: call.input.importId }, data: { jobId }, select: { id: true } }),
  )
  return jobId
}

export const ImportAsked = z.object({ importId: z.uuid() })

/** Writes a list that was tried. */
export async function startWriting(call: Call<z.output<typeof ImportAsked>>) {
  const list = await loadImport(call.actor, call.input.importId)
  await requireStill(list)
  const jobId = await requestJob({ ...call, input: { kind: 'import.write', input: call.input } })
  await call.transact((tx) => tx.listImport.update({ where: { id: list.id }, data: { jobId }, select: { id: true } }))
  return jobId
}

export const DecideCell = z.object({
  importId: z.uuid(),
  issueId: z.string().regex(/^\d{1,18}$/),
  take: z.enum(['file', 'record']),
})

/** Of two values, which stands. The list is tried anew afterwards, or simply written: decisions count there too. */
export async function decideCell({ transact, actor, input }: Call<z.output<typeof DecideCell>>) {
  const list = await loadImport(actor, input.importId)
  await requireStill(list)
  return transact(async (tx) => {
    const where = { id: BigInt(input.issueId), importId: list.id, kind: 'conflict' }
    const issue = await tx.importIssue.findFirst({ where })
    if (issue?.column === null || issue === null) throw new Refusal('notFound', {})
    const place = { importId: list.id, sheet: issue.sheet, line: issue.line, column: issue.column }
    await tx.importDecision.upsert({
      where: { importId_sheet_line_column: place },
      create: { ...place, take: input.take },
      update: { take: input.take },
    })
  })
}

/** The file, and all that was read of it, goes; what was written into records stays. */
export async function removeImport({ transact, actor, input, now }: Call<z.output<typeof ImportAsked>>) {
  const list = await loadImport(actor, input.importId)
  await requireNoJob(list)
  await transact(async (tx) => {
    await tx.listImport.delete({ where: { id: list.id } })
    const subject = { type: 'import', id: list.id, name: list.fileName } as const
    await writeAudit(tx, actor, { action: 'import.removed', subject, unitPath: list.unitPath }, now)
  })
  if ((await db.listImport.count({ where: { sha256: list.sha256 } })) === 0)
    await fileStore('imports').remove(list.sha256)
}

async function change(tx: Tx, { id, state }: LoadedImport, data: Prisma.ListImportUpdateInput) {
  const { count } = await tx.listImport.updateMany({
    where: { id, state },
    data: data as Prisma.ListImportUpdateManyMutationInput,
  })
  if (count === 0) throw new Refusal('importNotReady', {})
}

async function requireStill(list: LoadedImport) {
  if (list.state === 'done' || list.state === 'expired') throw new Refusal('importNotReady', {})
  await requireNoJob(list)
}

async function requireNoJob({ jobId }: LoadedImport) {
  if (jobId !== null && (await db.job.count({ where: { id: jobId, state: { in: OPEN_STATES } } })) > 0)
    throw new Refusal('importNotReady', {})
}
