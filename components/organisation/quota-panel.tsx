'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { RefusedForm } from '@/components/people/refused-form'
import { SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { CARDS } from '@/components/ui/card-roles'
import { Panel } from '@/components/ui/panel'
import { overBy, QUOTA_KINDS, QUOTA_WORDS, type QuotaKind, type Used } from '@/lib/domain/organisation/headcount'
import type { Result } from '@/lib/domain/result'

type Input = { unitId: string; year: number; kind: QuotaKind; count: number; basis: string }

type QuotaPanelProps = {
  unitId: string
  year: number
  used: readonly (Used & { basis: string | null })[]
  /** Null for who may only read. */
  set: ((input: Input) => Promise<Result<unknown>>) | null
}

const LABELS = { kind: 'Loại', year: 'Năm', count: 'Số được giao', basis: 'Quyết định giao' }

/** What the unit has been allotted for the year, and how many it has. */
export function QuotaPanel({ unitId, year, used, set }: QuotaPanelProps) {
  return (
    <Panel title={`Biên chế, số người làm việc năm ${year}`} padded={false}>
      {used.length === 0 && <p className="panel-body soft">Chưa giao, và chưa có người.</p>}
      {used.length > 0 && (
        <table {...CARDS.table} className="cards" aria-label={`Biên chế năm ${year}`}>
          <thead {...CARDS.group}>
            <tr {...CARDS.row}>
              <th {...CARDS.columnHead}>Loại</th>
              <th {...CARDS.columnHead} className="num">
                Được giao
              </th>
              <th {...CARDS.columnHead} className="num">
                Hiện có
              </th>
              <th {...CARDS.columnHead}>Căn cứ</th>
            </tr>
          </thead>
          <tbody {...CARDS.group}>
            {used.map((one) => (
              <tr key={one.kind} {...CARDS.row}>
                <th {...CARDS.rowHead}>{QUOTA_WORDS[one.kind]}</th>
                <td {...CARDS.cell} data-l="Được giao" className="num">
                  {one.allotted ?? 'chưa giao'}
                </td>
                <td {...CARDS.cell} data-l="Hiện có" className="num">
                  {one.used}
                  {overBy(one) > 0 && <span className="warn"> vượt {overBy(one)}</span>}
                </td>
                <td {...CARDS.cell} data-l="Căn cứ">
                  {one.basis ?? ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {set && <QuotaForm unitId={unitId} year={year} set={set} />}
    </Panel>
  )
}

function QuotaForm({ unitId, year, set }: { unitId: string; year: number; set: NonNullable<QuotaPanelProps['set']> }) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(set)
  const [times, setTimes] = useState(0)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const number = (name: string) => Number(String(form.get(name) ?? '').trim() || Number.NaN)
    const kind = String(form.get('kind')) as QuotaKind
    run({ unitId, year: number('year'), kind, count: number('count'), basis: String(form.get('basis') ?? '') }, () => {
      setTimes(times + 1)
      router.refresh()
    })
  }
  return (
    <details className="adds">
      <summary>Giao hoặc sửa số được giao</summary>
      <form key={times} className="form" onSubmit={submit} noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <SelectRow
          id="kind"
          label={LABELS.kind}
          must
          choices={QUOTA_KINDS.map((kind) => ({ value: kind, label: QUOTA_WORDS[kind] }))}
          chosen="payroll"
          fault={fields.kind}
        />
        <TextRow
          id="year"
          label={LABELS.year}
          must
          width="date"
          inputMode="numeric"
          typed={String(year)}
          fault={fields.year}
        />
        <TextRow id="count" label={LABELS.count} must width="date" inputMode="numeric" fault={fields.count} />
        <TextRow id="basis" label={LABELS.basis} must hint="Số, ngày, cơ quan giao" fault={fields.basis} />
        <p className="acts form-end">
          <Button type="submit" aria-busy={busy}>
            Ghi số được giao
          </Button>
        </p>
      </form>
    </details>
  )
}
