'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { readForm } from '@/components/people/read-form'
import { RefusedForm } from '@/components/people/refused-form'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { readPartialDay } from '@/lib/catalogue/days'
import type { RaiseKind } from '@/lib/domain/raises/raised'
import type { Result } from '@/lib/domain/result'

type Input = {
  documentNo: string
  decidedOn: string
  people: { personId: string; kind: RaiseKind; effectiveOn: string }[]
}

type RaiseFormProps = {
  /** How many rows of this page can be chosen. */
  count: number
  give: (input: Input) => Promise<Result<{ decisionId: string; count: number }>>
}

const LABELS = { documentNo: 'Số quyết định', decidedOn: 'Ngày ký quyết định', people: 'Người được nâng' }

/** One decision on the people ticked in the list above; their boxes and days belong to this form. */
export function RaiseForm({ count, give }: RaiseFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(give)
  const [all, setAll] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const form = readForm(event)
    const people = boxes(event.currentTarget)
      .filter(({ checked }) => checked)
      .map(({ value, dataset }) => ({
        ...{ personId: value, kind: dataset.kind as RaiseKind },
        effectiveOn: dayIn(form.word(`on-${value}`)),
      }))
    run({ documentNo: form.word('documentNo'), decidedOn: form.day('decidedOn'), people }, ({ decisionId }) =>
      router.push(`/raises/${decisionId}`),
    )
  }
  const people = fields.people ?? Object.entries(fields).find(([name]) => name.startsWith('people.'))?.[1]
  return (
    <Panel title="Ghi quyết định cho người đã chọn" padded={false}>
      <form id="raise-form" className="form" onSubmit={submit} noValidate>
        <RefusedForm
          refused={refused && { ...refused, fields: { ...fields, ...(people && { people }) } }}
          labels={LABELS}
        />
        <p className="panel-body">
          <label className="choice">
            <input
              id="people"
              type="checkbox"
              checked={all}
              onChange={({ target }) => {
                setAll(target.checked)
                const { form } = target
                if (form) for (const box of boxes(form)) box.checked = target.checked
              }}
            />
            Chọn cả {count} người của trang này
          </label>
        </p>
        <TextRow
          id="documentNo"
          label={LABELS.documentNo}
          must
          width="id"
          hint="Ví dụ 125/QĐ-SGDĐT"
          fault={fields.documentNo}
        />
        <TextRow
          id="decidedOn"
          label={LABELS.decidedOn}
          must
          width="date"
          inputMode="numeric"
          fault={fields.decidedOn}
        />
        <p className="acts form-end">
          <Button type="submit" look="main" aria-busy={busy}>
            Ghi quyết định nâng lương
          </Button>
        </p>
      </form>
    </Panel>
  )
}

const boxes = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (one): one is HTMLInputElement =>
      one instanceof HTMLInputElement && one.name === 'person' && one.type === 'checkbox',
  )

/** What cannot be read is sent as it was typed: the answer says what is wrong. */
const dayIn = (typed: string) => readPartialDay(typed) ?? typed
