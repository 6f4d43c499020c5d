'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { RefusedForm } from '@/components/people/refused-form'
import { type Choice, SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type Input = { cause: string; from: string; to: string; reason: string }
type Repaired = { changed: number; left: number; more: boolean }
type Props = {
  cause: string
  choices: { label: string; values: readonly Choice[]; options: readonly Choice[] }
  repair: (input: Input) => Promise<Result<Repaired>>
}

const LABELS = { from: 'Đang ghi', to: 'Thay bằng', reason: 'Lý do thay' }

/** One code in place of another for everybody of the group the officer works for. */
export function RepairForm({ cause, choices, repair }: Props) {
  const router = useRouter()
  const { run, busy, refused, fields, value } = useAct(repair)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const word = (name: string) => String(form.get(name) ?? '')
    run({ cause, from: word('from'), to: word('to'), reason: word('reason') }, () => router.refresh())
  }
  return (
    <Panel title={`Thay mã cho cả nhóm: ${choices.label}`} padded={false}>
      {value && (
        <div className="panel-body">
          <Notice look="good" live title={`Đã thay ở ${value.changed.toLocaleString('vi')} hồ sơ.`}>
            {value.left > 0 && `${value.left.toLocaleString('vi')} hồ sơ không thay được, mở từng hồ sơ để xem. `}
            {value.more && 'Còn hồ sơ của nhóm, bấm thay lần nữa. '}
            Người có hồ sơ gửi, thủ trưởng ký duyệt, rồi bản mới tự gửi Bộ.
          </Notice>
        </div>
      )}
      <form onSubmit={submit} className="form" noValidate>
        <RefusedForm refused={refused} labels={LABELS} />
        <SelectRow id="from" label={LABELS.from} must choices={choices.values} fault={fields.from} />
        <SelectRow id="to" label={LABELS.to} must choices={choices.options} empty="Chọn mã" fault={fields.to} />
        <TextRow id="reason" label={LABELS.reason} must hint="Ví dụ: mã cũ hết hiệu lực" fault={fields.reason} />
        <p className="acts form-end">
          <Button type="submit" look="main" aria-busy={busy}>
            Thay mã
          </Button>
        </p>
      </form>
    </Panel>
  )
}
