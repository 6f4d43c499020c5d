import 'server-only'
import { plain } from '@/lib/catalogue/code-list'
import { dateColumn } from '@/lib/domain/calendar'
import type { HeldRole, Posting, UnitLink, UnitVersion } from '@/lib/domain/organisation/organisation'
import { changesOf, type RowChange } from '@/lib/domain/organisation/row-change'
import { Refusal } from '@/lib/domain/refusal'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'

/** Writes every row of an operation, or of its undoing: first what comes, then what goes, so that no reference hangs. */
export async function writeChanges(tx: Tx, changes: readonly RowChange[], now: Date): Promise<void> {
  await foundUnits(tx, changes, now)
  const [versions, links] = [changesOf(changes, 'version'), changesOf(changes, 'link')]
  const [postings, roles] = [changesOf(changes, 'posting'), changesOf(changes, 'role')]
  await tx.unitVersion.createMany({ data: added(versions).map(versionRow) })
  await tx.unitLink.createMany({ data: added(links).map(linkRow) })
  await tx.posting.createMany({ data: added(postings).map(postingRow) })
  await tx.roleGrant.createMany({ data: added(roles).map((role) => ({ ...roleRow(role), createdAt: now })) })
  for (const version of altered(versions))
    await tx.unitVersion.update({ where: { id: version.id }, data: versionRow(version) })
  await respan(tx, Prisma.sql`posting`, altered(postings))
  await respan(tx, Prisma.sql`role_grant`, altered(roles))
  await tx.roleGrant.deleteMany({ where: { id: { in: gone(roles) } } })
  await tx.posting.deleteMany({ where: { id: { in: gone(postings) } } })
  await tx.unitLink.deleteMany({ where: { id: { in: gone(links) } } })
  await tx.unitVersion.deleteMany({ where: { id: { in: gone(versions) } } })
  await requireApart(tx)
}

/** Asked now and not with the commit, so that the answer is a sentence: two people may have moved the same one. */
async function requireApart(tx: Tx) {
  await tx.$executeRaw`SET CONSTRAINTS posting_apart IMMEDIATE`.catch((error) => {
    throw isApartBroken(error) ? new Refusal('postingsOverlap', {}) : error
  })
  await tx.$executeRaw`SET CONSTRAINTS posting_apart DEFERRED`
}

/** `exclusion_violation`, whichever way the driver tells it. */
const isApartBroken = (error: unknown) =>
  error instanceof Error && /posting_apart|23P01/.test(`${error.message} ${JSON.stringify(error)}`)

/** Units that were founded by what is undone. Their people have been moved by now: see `settleToday`. */
export async function removeUnits(tx: Tx, changes: readonly RowChange[]): Promise<void> {
  await tx.unit.deleteMany({ where: { id: { in: gone(changesOf(changes, 'unit')) } } })
}

/** Where they stand is written by `settleToday`, in the same transaction. */
async function foundUnits(tx: Tx, changes: readonly RowChange[], now: Date) {
  const versions = added(changesOf(changes, 'version'))
  for (const { id, code } of added(changesOf(changes, 'unit'))) {
    const version = versions.find(({ unitId }) => unitId === id)
    if (!version) continue
    const { name, typeCode } = version
    const data = { id, code, name, typeCode, searchName: plain(name), path: `/${id}/`, isOpen: false, createdAt: now }
    await tx.unit.create({ data })
  }
}

/** Postings and roles by the thousand, in one statement. */
async function respan(tx: Tx, table: Prisma.Sql, spells: readonly (Posting | HeldRole)[]) {
  if (spells.length === 0) return
  const rows = spells.map(({ id, unitId, from, until }) => ({
    id,
    unit_id: unitId,
    valid_from: from,
    valid_until: until,
  }))
  await tx.$executeRaw`
    UPDATE ${table} AS spell SET unit_id = row.unit_id, valid_from = row.valid_from, valid_until = row.valid_until
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS row(id uuid, unit_id uuid, valid_from date, valid_until date)
    WHERE spell.id = row.id`
}

type OneTable<Row> = readonly { before: Row | null; after: Row | null }[]

const added = <Row>(changes: OneTable<Row>) => changes.flatMap(({ before, after }) => (!before && after ? [after] : []))
const altered = <Row>(changes: OneTable<Row>) =>
  changes.flatMap(({ before, after }) => (before && after ? [after] : []))
const gone = <Row extends { id: string }>(changes: OneTable<Row>) =>
  changes.flatMap(({ before, after }) => (before && !after ? [before.id] : []))

const span = ({ from, until }: { from: string; until: string | null }) => ({
  validFrom: dateColumn(from),
  validUntil: until === null ? null : dateColumn(until),
})

const versionRow = ({ from, until, ...row }: UnitVersion) => ({ ...row, ...span({ from, until }) })
const linkRow = ({ day, ...row }: UnitLink) => ({ ...row, day: dateColumn(day) })
const postingRow = ({ from, until, ...row }: Posting) => ({ ...row, ...span({ from, until }) })
const roleRow = ({ id, userId, role, unitId, reason, from, until }: HeldRole) => ({
  ...{ id, userId, role, unitId, reason },
  ...span({ from, until }),
})
