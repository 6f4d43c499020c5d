import type { Organisation, Tables } from './organisation'

/** One row, before and after an operation; null where it was not, or is no more. All an operation does is a list of these. */
export type RowChange = {
  [Table in keyof Tables]: { table: Table; before: Tables[Table] | null; after: Tables[Table] | null }
}[keyof Tables]

/** The way back: the last first. */
export const invert = (changes: readonly RowChange[]): RowChange[] =>
  changes.map((change) => ({ ...change, before: change.after, after: change.before }) as RowChange).reverse()

export function apply(organisation: Organisation, changes: readonly RowChange[]): Organisation {
  return {
    unit: applied(organisation.unit, changes, 'unit'),
    version: applied(organisation.version, changes, 'version'),
    link: applied(organisation.link, changes, 'link'),
    posting: applied(organisation.posting, changes, 'posting'),
    role: applied(organisation.role, changes, 'role'),
  }
}

function applied<Table extends keyof Tables>(
  rows: readonly Tables[Table][],
  changes: readonly RowChange[],
  table: Table,
) {
  const byId = new Map<string, Tables[Table]>(rows.map((row) => [row.id, row]))
  for (const change of changesOf(changes, table)) {
    // The compiler does not see that rows of one table are of one type.
    const { before, after } = change as { before: Tables[Table] | null; after: Tables[Table] | null }
    if (before) byId.delete(before.id)
    if (after) byId.set(after.id, after)
  }
  return [...byId.values()]
}

/** The changes of one table. */
export const changesOf = <Table extends keyof Tables>(changes: readonly RowChange[], table: Table) =>
  changes.filter((change) => change.table === table) as Extract<RowChange, { table: Table }>[]
