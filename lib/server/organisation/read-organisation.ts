import 'server-only'
import { dateColumn, fromDateColumn } from '@/lib/domain/calendar'
import { type Operation, receivers, unitsChanged } from '@/lib/domain/organisation/operation'
import type { Organisation, UnitVersion } from '@/lib/domain/organisation/organisation'
import type { Tx } from '../db'

type Span = { validFrom: Date; validUntil: Date | null }

export const spanOf = ({ validFrom, validUntil }: Span) => ({
  from: fromDateColumn(validFrom),
  until: validUntil && fromDateColumn(validUntil),
})

/** The tree through all time, without people. */
export async function readTree(tx: Tx): Promise<Organisation> {
  const [units, versions, links] = await Promise.all([
    // Units without a history are none of ours to move.
    tx.unit.findMany({ where: { versions: { some: {} } }, select: { id: true, code: true } }),
    tx.unitVersion.findMany(),
    tx.unitLink.findMany(),
  ])
  return {
    unit: units,
    version: versions.map(({ validFrom, validUntil, ...version }) => ({
      ...version,
      ...spanOf({ validFrom, validUntil }),
    })),
    link: links.map((link) => ({ ...link, day: fromDateColumn(link.day) })),
    posting: [],
    role: [],
  }
}

/** The same, with the people and roles of the units an operation speaks of, and of those below them. */
export async function readOrganisation(tx: Tx, operation: Operation): Promise<Organisation> {
  const tree = await readTree(tx)
  const named = new Set([...unitsChanged(operation), ...receivers(operation)])
  const below = tree.version.filter(({ parentId }) => parentId !== null && named.has(parentId))
  const unitIds = [...new Set([...named, ...below.map(({ unitId }: UnitVersion) => unitId)])]
  const [postings, roles] = await Promise.all([postingsOf(tx, unitIds), rolesOf(tx, unitIds, operation.day)])
  return { ...tree, posting: postings, role: roles }
}

async function postingsOf(tx: Tx, unitIds: string[]): Promise<Organisation['posting']> {
  const rows = await tx.posting.findMany({ where: { unitId: { in: unitIds } } })
  return rows.map(({ validFrom, validUntil, ...row }) => ({ ...row, ...spanOf({ validFrom, validUntil }) }))
}

async function rolesOf(tx: Tx, unitIds: string[], day: string): Promise<Organisation['role']> {
  const rows = await tx.roleGrant.findMany({
    where: { unitId: { in: unitIds }, OR: [{ validUntil: null }, { validUntil: { gte: dateColumn(day) } }] },
    select: ROLE,
  })
  return rows.map(({ validFrom, validUntil, user, ...row }) => ({
    ...{ ...row, personId: user.personId },
    ...spanOf({ validFrom, validUntil }),
  }))
}

const ROLE = {
  ...{ id: true, userId: true, role: true, unitId: true, reason: true, validFrom: true, validUntil: true },
  user: { select: { personId: true } },
} as const

/** Rows as they stand now, by id: what taking back compares with. */
export async function readRows(tx: Tx, ids: { [Table in keyof Organisation]: string[] }): Promise<Organisation> {
  const tree = await readTree(tx)
  const postings = await tx.posting.findMany({ where: { id: { in: ids.posting } } })
  const roles = await tx.roleGrant.findMany({ where: { id: { in: ids.role } }, select: ROLE })
  const wanted = <Row extends { id: string }>(rows: readonly Row[], table: keyof Organisation) =>
    rows.filter(({ id }) => ids[table].includes(id))
  return {
    unit: wanted(tree.unit, 'unit'),
    version: wanted(tree.version, 'version'),
    link: wanted(tree.link, 'link'),
    posting: postings.map(({ validFrom, validUntil, ...row }) => ({ ...row, ...spanOf({ validFrom, validUntil }) })),
    role: roles.map(({ validFrom, validUntil, user, ...row }) => ({
      ...{ ...row, personId: user.personId },
      ...spanOf({ validFrom, validUntil }),
    })),
  }
}
