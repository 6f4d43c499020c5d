import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { readSheet, UnreadableSheet } from '@/lib/documents/read-sheet'
import { dateColumn } from '@/lib/domain/calendar'
import { compareUnits } from '@/lib/domain/organisation/compare-units'
import { importUnits } from '@/lib/domain/organisation/import-units'
import { changesOf, type RowChange } from '@/lib/domain/organisation/row-change'
import { type LineFault, readUnitList, type UnitColumn } from '@/lib/domain/organisation/unit-list'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { typedText } from '@/lib/domain/typed-text'
import type { Prisma } from '@/prisma/generated/client'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import type { Tx } from '../db'
import { openUnits } from './open-units'
import { readTree } from './read-organisation'
import { lockOrganisation, settleToday } from './settle-today'
import { writeChanges } from './write-changes'

const file = z
  .base64('Chọn tệp .xlsx hoặc .csv.')
  .min(1, 'Chọn tệp .xlsx hoặc .csv.')
  .max(2_800_000, 'Tệp không lớn hơn 2 MB.')
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))

export const ImportTree = z.object({
  file,
  fileName: typedText(200, 'Chọn tệp .xlsx hoặc .csv.'),
  day: z.string().refine(isRealDay, 'Không có ngày này. Ghi đủ ngày/tháng/năm, ví dụ 01/07/2025.'),
  basis: typedText(200, 'Ghi số, ngày quyết định.'),
  /** Empty for the dry run; then what it answered. */
  digest: z.string().max(64),
})

const NEEDED: readonly UnitColumn[] = ['code', 'name', 'typeCode', 'parentCode']
const FAULTS_SHOWN = 200

/** A tree from a list: the dry run says line by line what is wrong; the import itself is whole or not at all. */
export async function importTree({ transact, actor, input, now }: Call<z.output<typeof ImportTree>>) {
  requireProvince(actor)
  // Read before the lock: a workbook takes its time.
  const { lines, faults } = readUnitList(await rowsOf(input.file), NEEDED)
  return transact(async (tx) => {
    await lockOrganisation(tx)
    const { day, basis } = input
    const tree = await readTree(tx)
    const judged =
      faults.length > 0 ? { changes: [], faults: [] } : importUnits(tree, lines, { day, basis, newId: randomUUID })
    const all: LineFault[] = [...faults, ...judged.faults].sort((a, b) => a.line - b.line)
    const digest = createHash('sha256').update(input.file).update(day).digest('hex')
    const report = { lines: lines.length, faults: all.slice(0, FAULTS_SHOWN), faultCount: all.length, digest }
    if (all.length > 0 || input.digest === '' || lines.length === 0) return { ...report, operationId: null }
    if (input.digest !== digest) throw new Refusal('rehearsalChanged', {})
    return { ...report, operationId: await found(tx, actor, judged.changes, input, now) }
  })
}

type Founding = Pick<z.output<typeof ImportTree>, 'day' | 'basis' | 'fileName'>

async function found(tx: Tx, actor: Actor, changes: RowChange[], { day, basis, fileName }: Founding, now: Date) {
  await writeChanges(tx, changes, now)
  await settleToday(tx, actor.today, actor, now)
  const unitIds = changesOf(changes, 'unit').flatMap(({ after }) => after?.id ?? [])
  const units = await tx.unit.findMany({
    where: { id: { in: unitIds } },
    select: { id: true, name: true, path: true, code: true },
  })
  for (const { id, name, path, code } of units) {
    const subject = { type: 'unit', id, name } as const
    await writeAudit(tx, actor, { action: 'unit.created', subject, unitPath: path, detail: { code, basis } }, now)
  }
  const { id } = await tx.unitOperation.create({
    data: {
      ...{
        kind: 'import',
        day: dateColumn(day),
        basis,
        unitIds,
        summary: `Nhập ${units.length} đơn vị từ tệp ${fileName}`,
      },
      changes: changes as unknown as Prisma.InputJsonValue,
      ...{ byUserId: actor.userId, byName: actor.personName, at: now },
    },
    select: { id: true },
  })
  const subject = { type: 'operation', id, name: fileName } as const
  await writeAudit(tx, actor, { action: 'unit.imported', subject, detail: { units: units.length, basis } }, now)
  return id
}

export const CompareTree = z.object({ file })

/** Our open units beside the ministry's list; nothing is written. */
export async function compareTree({ actor, input }: Call<z.output<typeof CompareTree>>) {
  requireProvince(actor, 'tree.read')
  const { lines, faults } = readUnitList(await rowsOf(input.file), ['name'])
  return { lines: lines.length, faults: faults.slice(0, FAULTS_SHOWN), ...compareUnits(await openUnits(), lines) }
}

function requireProvince(actor: Actor, permission: 'unit.manage' | 'tree.read' = 'unit.manage') {
  if (!can(actor, permission, { personId: null, unitPath: '/' })) throw new Refusal('notFound', {})
}

const rowsOf = (bytes: Uint8Array) =>
  readSheet(bytes).catch((error) => {
    if (error instanceof UnreadableSheet) throw new Refusal('sheetUnreadable', {})
    throw error
  })
