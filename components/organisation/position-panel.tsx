'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { RefusedForm } from '@/components/people/refused-form'
import { type Choice, SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { readPartialDay, sayPartialDay } from '@/lib/catalogue/days'
import type { Result } from '@/lib/domain/result'

type Input = { unitId: string; code: string; count: number; from: string; basis: string }

type PositionPanelProps = {
  unitId: string
  today: string
  positions: readonly { id: string; label: string; count: number; basis: string }[]
  choices: readonly Choice[]
  /** Null for who may only read. */
  set: ((input: Input) => Promise<Result<unknown>>) | null
}

const LABELS = { code: 'Vị trí việc làm', count: 'Số người', from: 'Từ ngày', basis: 'Quyết định phê duyệt' }

/** The job positions approved for the unit. */
export function PositionPanel({ unitId, today, positions, choices, set }: PositionPanelProps) {
  const router = useRouter()
  const [times, setTimes] = useState(0)
  const { run, busy, refused, fields } = useAct(set ?? NOBODY)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const word = (name: string) => String(form.get(name) ?? '').trim()
    const input = {
      ...{ unitId, code: word('code'), count: Number(word('count') || Number.NaN) },
      ...{ from: readPartialDay(word('from')) ?? '', basis: word('basis') },
    }
    run(input, () => {
      setTimes(times + 1)
      router.refresh()
    })
  }
  return (
    <Panel title="Vị trí việc làm" padded={false}>
      {positions.length === 0 ? (
        <p className="panel-body soft">Chưa ghi vị trí việc làm nào.</p>
      ) : (
        <ul className="plain-list">
          {positions.map(({ id, label, count, basis }) => (
            <li key={id}>
              {label}: <b>{count}</b> người <span className="soft">({basis})</span>
            </li>
          ))}
        </ul>
      )}
      {set && (
        <details className="adds">
          <summary>Ghi vị trí được phê duyệt</summary>
          <form key={times} className="form" onSubmit={submit} noValidate>
            <RefusedForm refused={refused} labels={LABELS} />
            <SelectRow id="code" label={LABELS.code} must choices={choices} empty="Chọn vị trí" fault={fields.code} />
            <TextRow
              id="count"
              label={LABELS.count}
              must
              width="date"
              inputMode="numeric"
              hint="Ghi 0 để thôi vị trí này"
              fault={fields.count}
            />
            <TextRow
              id="from"
              label={LABELS.from}
              must
              width="date"
              inputMode="numeric"
              typed={sayPartialDay(today)}
              fault={fields.from}
            />
            <TextRow id="basis" label={LABELS.basis} must hint="Số, ngày quyết định" fault={fields.basis} />
            <p className="acts form-end">
              <Button type="submit" aria-busy={busy}>
                Ghi vị trí
              </Button>
            </p>
          </form>
        </details>
      )}
    </Panel>
  )
}

const NOBODY = async (): Promise<Result<unknown>> => ({ ok: true, value: null })
