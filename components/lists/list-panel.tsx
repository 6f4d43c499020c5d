import type { ComponentProps, ReactNode } from 'react'
import { Empty } from '@/components/ui/empty'
import type { Column } from '@/lib/domain/lists/column'
import { askHref, carriedOf, isNarrowed, type ListAsk, type ListSpec } from '@/lib/domain/lists/list-spec'
import { type FilterField, ListFilter } from './list-filter'
import { ListFoot } from './list-foot'
import { ListTable } from './list-table'
import { SavedViews } from './saved-views'

type ListPanelProps<Row, Key extends string, Filter extends string> = {
  spec: ListSpec<Key, Filter>
  ask: ListAsk<Key, Filter>
  page: ComponentProps<typeof ListFoot>['page'] & { rows: readonly Row[] }
  columns: readonly Column<Row>[]
  keyOf: (row: Row) => string
  cells?: Partial<Record<string, (row: Row) => ReactNode>>
  /** The column that heads its row; the first unless told. */
  head?: string
  title: string
  aside?: ReactNode
  searchLabel: string | null
  fields: readonly FilterField[]
  /** What filtering anew leaves as it is, beside the order. */
  carried?: Readonly<Record<string, string | null>>
  narrowed?: boolean
  views: Omit<ComponentProps<typeof SavedViews>, 'query'>
  /** Said instead of a table without rows. */
  empty: ComponentProps<typeof Empty>
  noun: string
}

/** A list of the portal: heading and saved views, filter, table, foot. */
export function ListPanel<Row, Key extends string, Filter extends string>({
  spec,
  ask,
  page,
  columns,
  title,
  aside,
  searchLabel,
  fields,
  carried = {},
  narrowed = isNarrowed(ask),
  views,
  empty,
  noun,
  ...table
}: ListPanelProps<Row, Key, Filter>) {
  return (
    <section className="panel" aria-labelledby={views.list}>
      <header>
        <h2 id={views.list}>{title}</h2>
        {aside}
        <SavedViews {...views} query={askHref(spec, ask).split('?')[1] ?? ''} />
      </header>
      <ListFilter
        path={spec.path}
        searchLabel={searchLabel}
        search={ask.search}
        fields={fields}
        extras={columns.filter(({ key }) => spec.extras?.includes(key))}
        chosen={ask.extras}
        carried={{ ...carriedOf(spec, ask), ...carried }}
        narrowed={narrowed}
      />
      {page.rows.length === 0 ? (
        <Empty {...empty} />
      ) : (
        <ListTable {...table} spec={spec} ask={ask} columns={columns} rows={page.rows} labelledBy={views.list} />
      )}
      <ListFoot spec={spec} ask={ask} page={page} noun={noun} />
    </section>
  )
}
