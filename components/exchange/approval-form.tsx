'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { FormRow } from '@/components/people/form-row'
import { readForm } from '@/components/people/read-form'
import { RefusedForm } from '@/components/people/refused-form'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type Input = { level: string; documentNo: string; documentDate: string }

const LABELS = { level: 'Cấp độ', documentNo: 'Số văn bản phê duyệt', documentDate: 'Ngày văn bản' }

/** Enters the approval of the security level, without which the channel stays closed. */
export function ApprovalForm({ approve }: { approve: (input: Input) => Promise<Result<void>> }) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(approve)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word, day } = readForm(event)
    const input = { level: word('level'), documentNo: word('documentNo'), documentDate: day('documentDate') }
    run(input, () => router.refresh())
  }
  return (
    <Panel title="Khai phê duyệt cấp độ an toàn hệ thống thông tin" padded={false}>
      <form onSubmit={submit} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <FormRow id="level" label={LABELS.level} must fault={fields.level}>
          <select className="input" id="level" name="level" defaultValue="3">
            {[1, 2, 3, 4, 5].map((level) => (
              <option key={level} value={level}>
                Cấp độ {level}
              </option>
            ))}
          </select>
        </FormRow>
        <TextRow id="documentNo" label={LABELS.documentNo} must fault={fields.documentNo} />
        <TextRow
          id="documentDate"
          label={LABELS.documentDate}
          must
          width="date"
          inputMode="numeric"
          fault={fields.documentDate}
        />
        <p className="acts form-end">
          <Button type="submit" aria-busy={busy}>
            Khai phê duyệt
          </Button>
        </p>
      </form>
    </Panel>
  )
}
