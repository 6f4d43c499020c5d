'use client'

import { useId } from 'react'
import { FieldControl } from '@/components/fields/field-control'
import { useSectionState } from '@/components/fields/section-state'
import type { FieldSpec } from '@/lib/domain/form-spec'
import type { Typed } from '@/lib/domain/typed'
import { AdviceLines } from './advice-lines'
import { FieldRow } from './field-row'

type SectionPanelsProps = {
  item: string
  /** Fields of this person's form, in order. */
  fields: readonly FieldSpec[]
  /** Raised for a field that must begin anew, after somebody else's value was taken over. */
  rounds: Record<string, number>
  current: (code: string) => Typed
  onTyped: (code: string, typed: Typed) => void
  onPut: (code: string, typed: Typed) => void
}

/** A sheet for each run of single fields, and one for each table between them. */
export function SectionPanels({ item, fields, rounds, current, onTyped, onPut }: SectionPanelsProps) {
  return runsOf(fields).map((run) =>
    run.table ? (
      <TablePanel
        key={`${run.table.code} ${rounds[run.table.code] ?? 0}`}
        spec={run.table}
        typed={current(run.table.code)}
        onTyped={onTyped}
      />
    ) : (
      <section
        className="panel"
        key={run.fields[0]?.code}
        aria-label={item === 'đầu mẫu' ? 'Đầu mẫu' : `Mục ${item} của mẫu`}
      >
        <header>
          <h2>{item === 'đầu mẫu' ? 'Đầu mẫu' : `Mục ${item} của mẫu`}</h2>
          <span className="meta">
            <span className="must" aria-hidden="true">
              *
            </span>{' '}
            bắt buộc, còn lại bỏ trống được
          </span>
        </header>
        {run.fields.map((spec) => (
          <FieldRow
            key={`${spec.code} ${rounds[spec.code] ?? 0}`}
            spec={spec}
            current={() => current(spec.code)}
            onTyped={onTyped}
            onPut={onPut}
          />
        ))}
      </section>
    ),
  )
}

type TablePanelProps = { spec: FieldSpec; typed: Typed; onTyped: SectionPanelsProps['onTyped'] }

function TablePanel({ spec, typed, onTyped }: TablePanelProps) {
  const id = useId()
  const said = useSectionState().advice.filter(({ code }) => code === spec.code)
  return (
    <section className="panel" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          Mục {spec.item}. {spec.label}
        </h2>
        {spec.readOnly && <span className="meta">{spec.readOnly}</span>}
      </header>
      {said.length > 0 && (
        <div className="panel-body">
          <AdviceLines id={`f-${spec.code}-advice`} advice={said} placed />
        </div>
      )}
      <FieldControl
        spec={spec}
        id={`f-${spec.code}`}
        typed={typed}
        onTyped={(next) => onTyped(spec.code, next)}
        described={undefined}
        invalid={false}
      />
    </section>
  )
}

type Run = { table: FieldSpec | null; fields: FieldSpec[] }

function runsOf(fields: readonly FieldSpec[]): Run[] {
  return fields.reduce<Run[]>((runs, field) => {
    const last = runs.at(-1)
    if (field.kind === 'table') runs.push({ table: field, fields: [] })
    else if (last?.table === null) last.fields.push(field)
    else runs.push({ table: null, fields: [field] })
    return runs
  }, [])
}
