import type { ImportOptions } from '@/lib/domain/excel/import-plan'
import type { Actor } from '@/lib/domain/policy'
import { db } from '@/lib/server/db'
import type { ImportCounts } from '@/lib/server/imports/load-import'
import { uploadList } from '@/lib/server/imports/upload-list'
import { requestJob } from '@/lib/server/jobs/request-job'
import type { Unit } from '@/prisma/generated/client'
import { run } from '../server/jobs/a-runner'
import { call } from './builders'

export { aList } from './a-list'

/** Brought in and tried: what would become of every cell. */
export async function tried(actor: Actor, unit: Unit, bytes: Uint8Array, options: Partial<ImportOptions> = {}) {
  const id = await uploadList(
    call(actor, { unitId: unit.id, fileName: 'danh-sach.xlsx', bytes: new Uint8Array(bytes) }),
  )
  if (Object.keys(options).length > 0) {
    const { options: before } = await db.listImport.findUniqueOrThrow({ where: { id } })
    await db.listImport.update({ where: { id }, data: { options: { ...(before as object), ...options } as object } })
  }
  return judged(actor, id)
}

export async function judged(actor: Actor, id: string) {
  await requestJob(call(actor, { kind: 'import.judge', input: { importId: id } }))
  await run()
  return stateOf(id)
}

export async function written(actor: Actor, id: string) {
  await requestJob(call(actor, { kind: 'import.write', input: { importId: id } }))
  await run()
  return stateOf(id)
}

export async function stateOf(id: string) {
  const { state, counts } = await db.listImport.findUniqueOrThrow({ where: { id } })
  const issues = await db.importIssue.findMany({
    where: { importId: id },
    orderBy: [{ line: 'asc' }, { column: 'asc' }],
  })
  return { id, state, counts: counts as unknown as ImportCounts, issues }
}

/** Nothing goes missing: every filled cell is stored or listed. */
export const accounted = ({ counts }: { counts: ImportCounts }) => {
  const { unmapped, stored, refused, repair, unmatched, conflict, newer, notImported } = counts
  return unmapped + stored + refused + repair + unmatched + conflict + newer + notImported
}
