'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { RefusedForm } from '@/components/people/refused-form'
import { SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { readPartialDay } from '@/lib/catalogue/days'
import type { Result } from '@/lib/domain/result'

type CalendarInput = { day: string; works: boolean; name: string; basis: string }

const LABELS = { day: 'Ngày', works: 'Là ngày', name: 'Tên ngày', basis: 'Văn bản' }

/** A day off, or one worked in exchange, by the notice of that year. */
export function CalendarForm({ write }: { write: (input: CalendarInput) => Promise<Result<unknown>> }) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(write)
  const [times, setTimes] = useState(0)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const word = (name: string) => String(form.get(name) ?? '')
    const input = {
      day: readPartialDay(word('day')) ?? word('day'),
      works: word('works') === 'works',
      name: word('name'),
      basis: word('basis'),
    }
    run(input, () => {
      setTimes(times + 1)
      router.refresh()
    })
  }
  return (
    <Panel title="Ghi một ngày" padded={false}>
      <form onSubmit={submit} key={times} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <TextRow id="day" label={LABELS.day} must width="date" inputMode="numeric" fault={fields.day} />
        <SelectRow
          id="works"
          label={LABELS.works}
          choices={[
            { value: 'off', label: 'Nghỉ lễ, nghỉ bù' },
            { value: 'works', label: 'Làm bù' },
          ]}
          chosen="off"
        />
        <TextRow id="name" label={LABELS.name} must hint="Ví dụ Giỗ Tổ Hùng Vương" fault={fields.name} />
        <TextRow id="basis" label={LABELS.basis} must hint="Thông báo lịch nghỉ của năm" fault={fields.basis} />
        <p className="acts form-end">
          <Button type="submit" look="main" aria-busy={busy}>
            Ghi ngày
          </Button>
        </p>
      </form>
    </Panel>
  )
}
