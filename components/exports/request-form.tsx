'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { FormRow } from '@/components/people/form-row'
import { RefusedForm } from '@/components/people/refused-form'
import { TextRow } from '@/components/people/text-row'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type Input = { purpose: string; replaces: string | null } & (
  | { kind: 'cv'; recordId: string }
  | { kind: 'list'; unitId: string }
)
type Props = {
  title: string
  /** The record it is about; of a list, the units to choose from. */
  of: { recordId: string } | { units: readonly UnitChoice[] }
  replaces: string | null
  request: (input: Input) => Promise<Result<{ exportId: string }>>
}

const LABELS = { purpose: 'Dùng vào việc', unitId: 'Đơn vị' }

/** Asks for a document with the value of the paper original. */
export function RequestForm({ title, of, replaces, request }: Props) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(request)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const purpose = String(form.get('purpose') ?? '')
    const input: Input =
      'recordId' in of
        ? { kind: 'cv', recordId: of.recordId, purpose, replaces }
        : { kind: 'list', unitId: String(form.get('unitId') ?? ''), purpose, replaces }
    run(input, ({ exportId }) => router.push(`/exports/${exportId}`))
  }
  return (
    <Panel title={title} padded={false}>
      <form onSubmit={submit} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        {'units' in of && (
          <FormRow id="unitId" label={LABELS.unitId} must fault={fields.unitId}>
            <UnitSelect
              id="unitId"
              name="unitId"
              units={of.units}
              chosen={of.units[0]?.id ?? null}
              invalid={fields.unitId && 'unitId-fault'}
            />
          </FormRow>
        )}
        <TextRow
          id="purpose"
          label={LABELS.purpose}
          must
          hint="In trên văn bản, ví dụ: nộp hồ sơ dự tuyển tại Sở Y tế"
          fault={fields.purpose}
        />
        <p className="acts form-end">
          <Button look="main" type="submit" aria-busy={busy}>
            Gửi đề nghị
          </Button>
        </p>
      </form>
    </Panel>
  )
}
