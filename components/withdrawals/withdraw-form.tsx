'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { FormRow, rowAria } from '@/components/people/form-row'
import { readForm } from '@/components/people/read-form'
import { RefusedForm } from '@/components/people/refused-form'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type Props = {
  batchId: string
  people: readonly { recordId: string; name: string; version: number }[]
  /** How many bear such a name; not all of them need be shown. */
  fitting: number
  wanted: string
  open: (input: {
    batchId: string
    recordIds: string[]
    reason: string
    documentNo: string
  }) => Promise<Result<unknown>>
}

const LABELS = { recordIds: 'Hồ sơ', reason: 'Lý do rút', documentNo: 'Căn cứ văn bản số' }

/** Whose approval is taken back, and why: nobody is chosen beforehand. */
export function WithdrawForm({ batchId, people, fitting, wanted, open }: Props) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(open)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word, words } = readForm(event)
    const input = { batchId, recordIds: words('recordIds'), reason: word('reason'), documentNo: word('documentNo') }
    run(input, () => router.refresh())
  }
  return (
    <Panel title="Rút phê duyệt của ai, vì sao" padded={false}>
      <form className="form">
        <TextRow id="name" label="Tìm tên" typed={wanted} />
        <p className="acts form-end">
          <Button look="small" type="submit">
            Tìm
          </Button>
        </p>
      </form>
      <form onSubmit={submit} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <FormRow
          id="recordIds"
          label={LABELS.recordIds}
          must
          fault={fields.recordIds}
          hint={
            fitting > people.length
              ? `Đang hiện ${people.length} trong ${fitting} hồ sơ. Tìm tên để thấy người khác.`
              : undefined
          }
        >
          <fieldset {...rowAria('recordIds', { fault: fields.recordIds })} className="choices">
            <legend className="vh">{LABELS.recordIds}</legend>
            {people.length === 0 && <p>Không có hồ sơ nào.</p>}
            {people.map(({ recordId, name, version }) => (
              <label key={recordId} className="choice">
                <input type="checkbox" name="recordIds" value={recordId} />
                {name}, bản {version}
              </label>
            ))}
          </fieldset>
        </FormRow>
        <TextRow id="reason" label={LABELS.reason} must hint="In trên văn bản" fault={fields.reason} />
        <TextRow id="documentNo" label={LABELS.documentNo} hint="Nếu có" fault={fields.documentNo} />
        <p className="acts form-end">
          <Button look="main" type="submit" aria-busy={busy}>
            Lập văn bản để ký
          </Button>
        </p>
      </form>
    </Panel>
  )
}
