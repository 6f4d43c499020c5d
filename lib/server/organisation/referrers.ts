import 'server-only'
import { canonical } from '@/lib/domain/canonical'
import { unitsTouched } from '@/lib/domain/organisation/consequences'
import { movesOf } from '@/lib/domain/organisation/plan-operation'
import { changesOf, invert, type RowChange } from '@/lib/domain/organisation/row-change'
import type { Tx } from '../db'
import { readRows } from './read-organisation'

export type Referrer = { what: string; href: string | null }

type Done = { id: string; number: bigint; unitIds: string[]; at: Date; changes: RowChange[] }

/** What has come to refer to the result of an operation since it was run. While there is anything, it is not undone. */
export async function referrersOf(tx: Tx, done: Done): Promise<Referrer[]> {
  const founded = changesOf(done.changes, 'unit').flatMap(({ after }) => after?.id ?? [])
  const parts = [
    await laterOperations(tx, done),
    await peopleSince(tx, done, founded),
    await signedSince(tx, done),
    await writtenSince(tx, done),
    await setSince(tx, done, founded),
  ].flat()
  // Last, since it only says that something is different, not what.
  return parts.length > 0 ? parts : rowsChanged(tx, done)
}

async function laterOperations(tx: Tx, { number, unitIds }: Done): Promise<Referrer[]> {
  const later = await tx.unitOperation.findMany({
    where: { number: { gt: number }, kind: { not: 'undo' }, undoneBy: null, unitIds: { hasSome: unitIds } },
    orderBy: { number: 'desc' },
    select: { id: true, summary: true },
  })
  return later.map(({ id, summary }) => ({
    what: `Việc sau: ${summary}`,
    href: `/administration/units/operations/${id}`,
  }))
}

/** People who came to a founded unit by another way than this operation. */
async function peopleSince(tx: Tx, { changes }: Done, founded: string[]): Promise<Referrer[]> {
  const ours = changesOf(changes, 'posting').flatMap(({ after }) => after?.id ?? [])
  const came = await tx.posting.count({ where: { unitId: { in: founded }, id: { notIn: ours } } })
  return came > 0 ? [{ what: `${came} người vào đơn vị mới từ sau đó`, href: null }] : []
}

/** Batches opened since by units whose name, place or people are of this operation's making. */
async function signedSince(tx: Tx, { changes, at }: Done): Promise<Referrer[]> {
  const units = [...unitsTouched(changes), ...movesOf(changes).map(({ unitId }) => unitId)]
  const batches = await tx.approvalBatch.findMany({
    where: { unitId: { in: units }, frozenAt: { gt: at }, state: { not: 'cancelled' } },
    select: { id: true, period: true, number: true, unit: { select: { name: true } } },
  })
  return batches.map(({ id, period, number, unit }) => ({
    what: `Đợt ký ${number} tháng ${period.split('-').reverse().join('/')} của ${unit.name}`,
    href: `/approvals/${id}`,
  }))
}

/** Versions of records submitted since: they name the unit this operation gave them. */
async function writtenSince(tx: Tx, { changes, at }: Done): Promise<Referrer[]> {
  const personIds = [...new Set(movesOf(changes).map(({ personId }) => personId))]
  const sent = await tx.revision.count({ where: { at: { gt: at }, record: { personId: { in: personIds } } } })
  return sent > 0 ? [{ what: `${sent} bản hồ sơ đã gửi với tên đơn vị mới`, href: null }] : []
}

/** Whatever hangs on a founded unit and did not come with the operation itself. */
async function setSince(tx: Tx, { changes }: Done, founded: string[]): Promise<Referrer[]> {
  const where = { unitId: { in: founded } }
  const ours = changesOf(changes, 'role').flatMap(({ after }) => after?.id ?? [])
  const roles = await tx.roleGrant.count({ where: { ...where, id: { notIn: ours } } })
  const keys = await tx.signerCertificate.count({ where })
  const quotas = await tx.headcountQuota.count({ where })
  const positions = await tx.unitJobPosition.count({ where })
  const mandates = await tx.mandate.count({ where })
  const agreements = await tx.readAgreement.count({ where })
  const enrolments = await tx.certificateEnrolment.count({ where })
  const exports = await tx.legalExport.count({ where })
  const raises = await tx.raise.count({ where })
  const pictures = await tx.signaturePicture.count({ where })
  const openings = await tx.monthOpening.count({ where })
  const batches = await tx.approvalBatch.count({ where: { ...where, state: 'cancelled' } })
  const movements = await tx.movement.count({
    where: { OR: [{ toUnitId: { in: founded } }, { fromUnitId: { in: founded } }] },
  })
  const found: [number, string][] = [
    [movements, 'biến động đã ghi với đơn vị mới'],
    [roles, 'vai trò đã giao tại đơn vị mới'],
    [keys, 'chứng thư đăng ký tại đơn vị mới'],
    [enrolments, 'lần đăng ký chứng thư tại đơn vị mới'],
    [pictures, 'hình con dấu của đơn vị mới'],
    [exports, 'văn bản trích xuất của đơn vị mới'],
    [raises, 'lần nâng lương đã ghi tại đơn vị mới'],
    [quotas, 'số biên chế đã giao cho đơn vị mới'],
    [positions, 'vị trí việc làm của đơn vị mới'],
    [mandates, 'văn bản giao ký tại đơn vị mới'],
    [agreements, 'văn bản đồng ý cho xem hồ sơ của đơn vị mới'],
    [openings, 'lần mở lại tháng cho đơn vị mới'],
    [batches, 'đợt ký đã hủy của đơn vị mới'],
  ]
  return found.flatMap(([count, what]) => (count > 0 ? [{ what: `${count} ${what}`, href: null }] : []))
}

/** Somebody transferred since, a role withdrawn: a row is no longer as the operation left it. */
async function rowsChanged(tx: Tx, { changes }: Done): Promise<Referrer[]> {
  const ids = (table: RowChange['table']) => changesOf(changes, table).flatMap(({ after }) => after?.id ?? [])
  const now = await readRows(tx, {
    ...{ unit: ids('unit'), version: ids('version'), link: ids('link') },
    ...{ posting: ids('posting'), role: ids('role') },
  })
  const differs = invert(changes).some(({ table, before }) => {
    const row = before && now[table].find(({ id }) => id === before.id)
    return before !== null && (!row || canonical(row) !== canonical(before))
  })
  return differs ? [{ what: 'Vị trí công tác hoặc vai trò của người đã chuyển thay đổi từ sau đó', href: null }] : []
}
