import Link from 'next/link'
import type { UnitChoice } from '@/components/people/unit-select'
import { UnitSelect } from '@/components/people/unit-select'
import { Button } from '@/components/ui/button'

type Named = { name: string; label: string; value: string | undefined }

/** One filter of a list. `more`: behind “Lọc thêm” until it is used. */
export type FilterField = Named & { more?: boolean; fault?: string | undefined } & (
    | { kind: 'choice'; choices: readonly { value: string; label: string }[] }
    | { kind: 'unit'; units: readonly UnitChoice[] }
    | { kind: 'words' | 'day' | 'number' }
  )

type ListFilterProps = {
  path: string
  /** What the search box looks in: "Tên, số CCCD hoặc điện thoại". */
  searchLabel: string | null
  search: string
  fields: readonly FilterField[]
  /** Columns that may be shown beside the usual ones, and those that are. */
  extras?: readonly { key: string; label: string }[]
  chosen?: readonly string[]
  /** Kept as it is by filtering: the order, the size of a page. */
  carried: Readonly<Record<string, string | null>>
  narrowed: boolean
}

/** The filter of a list; it lives in the address, so that it needs no script and can be handed on. */
export function ListFilter({
  path,
  searchLabel,
  search,
  fields,
  extras = [],
  chosen = [],
  carried,
  narrowed,
}: ListFilterProps) {
  const more = fields.filter((field) => field.more)
  const used = more.some(({ value }) => value !== undefined) || chosen.length > 0
  return (
    <form className="filters list-filter" action={path}>
      {searchLabel !== null && (
        <span>
          <label htmlFor="list-q">{searchLabel}</label>
          <input className="input" id="list-q" name="q" type="search" defaultValue={search} autoComplete="off" />
        </span>
      )}
      {fields
        .filter((field) => !field.more)
        .map((field) => (
          <FilterInput key={field.name} field={field} />
        ))}
      {Object.entries(carried).map(
        ([name, value]) => value !== null && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Button look="small" type="submit">
        Lọc
      </Button>
      {narrowed && <Link href={`${path}?all=1`}>Bỏ lọc</Link>}
      {(more.length > 0 || extras.length > 0) && (
        <details open={used}>
          <summary>{extras.length > 0 ? 'Lọc thêm, chọn cột' : 'Lọc thêm'}</summary>
          <div>
            {more.map((field) => (
              <FilterInput key={field.name} field={field} />
            ))}
          </div>
          {extras.length > 0 && (
            <fieldset>
              <legend>Cột hiện thêm</legend>
              {extras.map(({ key, label }) => (
                <label key={key} className="choice">
                  <input type="checkbox" name="cols" value={key} defaultChecked={chosen.includes(key)} />
                  {label}
                </label>
              ))}
            </fieldset>
          )}
        </details>
      )}
    </form>
  )
}

function FilterInput({ field }: { field: FilterField }) {
  const id = `list-${field.name}`
  return (
    <span>
      <label htmlFor={id}>{field.label}</label>
      <Control id={id} field={field} />
      {field.fault && (
        <span className="bad" id={`${id}-fault`}>
          {field.fault}
        </span>
      )}
    </span>
  )
}

function Control({ id, field }: { id: string; field: FilterField }) {
  const { name, value } = field
  if (field.kind === 'unit')
    return <UnitSelect id={id} name={name} units={field.units} chosen={value ?? null} empty="Tất cả" />
  if (field.kind === 'choice')
    return (
      <select className="input" id={id} name={name} defaultValue={value ?? ''}>
        <option value="">Tất cả</option>
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )
  return (
    <input
      className={`input ${field.kind === 'words' ? '' : 'input--day'}`.trim()}
      id={id}
      name={name}
      defaultValue={value}
      inputMode={field.kind === 'words' ? undefined : 'numeric'}
      autoComplete="off"
      aria-invalid={field.fault ? true : undefined}
      aria-describedby={field.fault && `${id}-fault`}
    />
  )
}
