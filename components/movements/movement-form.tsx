'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { chosenFile } from '@/components/organisation/chosen-file'
import { RefusedForm } from '@/components/people/refused-form'
import { type Choice, SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import type { UnitChoice } from '@/components/people/unit-select'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { readPartialDay } from '@/lib/catalogue/days'
import { DECISION_MOST_BYTES } from '@/lib/domain/movements/decision-file'
import { MOVEMENTS, type MovementKind } from '@/lib/domain/movements/movement-kinds'
import type { FieldErrors } from '@/lib/domain/refusal'
import type { Result } from '@/lib/domain/result'
import { KindFields, MOVEMENT_LABELS } from './movement-kind-fields'

export type MovementInput = {
  personId: string
  kind: MovementKind
  day: string
  basis: string
  decidedOn: string
  toUnitId: string | null
  destination: string
  reason: string
  status: string | null
  until: string | null
  openChanges: 'carry' | 'settle'
  file: string | null
  fileName: string
}

type MovementFormProps = {
  personId: string
  kinds: readonly MovementKind[]
  units: readonly UnitChoice[]
  statuses: readonly Choice[]
  /** The record has a version that is not signed yet. */
  underWay: boolean
  write: (input: MovementInput) => Promise<Result<{ movementId: string }>>
}

/** One thing that happens to somebody, on a decision; only the rows its kind needs are there. */
export function MovementForm({ personId, kinds, units, statuses, underWay, write }: MovementFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(write)
  const [kind, setKind] = useState<MovementKind | ''>('')
  const [large, setLarge] = useState<FieldErrors>({})
  const faults = { ...fields, ...large }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = form.get('file')
    const tooLarge = given instanceof File && given.size > DECISION_MOST_BYTES
    setLarge(tooLarge ? { file: 'Tệp lớn hơn 5 MB. Quét lại ở độ phân giải thấp hơn.' } : {})
    if (tooLarge) return
    const { file, fileName } = await chosenFile(given)
    const word = (name: string) => String(form.get(name) ?? '')
    const input = {
      ...{ personId, kind: word('kind') as MovementKind, day: dayIn(word('day')), basis: word('basis') },
      ...{ decidedOn: dayIn(word('decidedOn')), toUnitId: word('toUnitId') || null },
      ...{ destination: word('destination'), reason: word('reason'), status: word('status') || null },
      ...{ until: word('until') === '' ? null : dayIn(word('until')), file: file || null, fileName },
      openChanges: word('openChanges') === 'settle' ? ('settle' as const) : ('carry' as const),
    }
    run(input, ({ movementId }) => router.push(`/movements/${movementId}`))
  }
  return (
    <Panel title="Ghi biến động" padded={false}>
      <form onSubmit={submit} className="form" noValidate>
        <RefusedForm refused={refused} labels={MOVEMENT_LABELS} />
        <SelectRow
          id="kind"
          label={MOVEMENT_LABELS.kind}
          must
          empty="Chọn loại biến động"
          choices={kinds.map((value) => ({ value, label: MOVEMENTS[value].label }))}
          fault={faults.kind}
          onChoice={(value) => setKind(value as MovementKind | '')}
        />
        <TextRow
          id="basis"
          label={MOVEMENT_LABELS.basis}
          must
          hint={kind === 'die' ? 'Số giấy báo tử hoặc trích lục khai tử' : 'Số và cơ quan ký, ví dụ 125/QĐ-SNV'}
          fault={faults.basis}
        />
        <TextRow
          id="decidedOn"
          label={MOVEMENT_LABELS.decidedOn}
          must
          width="date"
          inputMode="numeric"
          fault={faults.decidedOn}
        />
        <TextRow
          id="day"
          label={MOVEMENT_LABELS.day}
          must
          width="date"
          inputMode="numeric"
          hint="Ngày trong tương lai thì tự có hiệu lực khi đến ngày"
          fault={faults.day}
        />
        {kind !== '' && (
          <KindFields kind={kind} units={units} statuses={statuses} underWay={underWay} faults={faults} />
        )}
        <p className="acts form-end">
          <Button type="submit" look="main" aria-busy={busy}>
            Ghi biến động
          </Button>
        </p>
      </form>
    </Panel>
  )
}

/** What cannot be read is sent as it was typed: the answer says what is wrong. */
const dayIn = (typed: string) => readPartialDay(typed) ?? typed
