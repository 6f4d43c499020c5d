'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'
import { FormRow } from './form-row'
import { readForm } from './read-form'
import { RefusedForm } from './refused-form'
import { TextRow } from './text-row'
import { useAct } from './use-act'

type Input = { userId: string; holder: string; documentNo: string; day: string; closing: boolean }
type HandOverFormProps = {
  userId: string
  /** `27/11/2026`. */
  today: string
  /** What the former holder has. */
  items: readonly string[]
  act: (input: Input) => Promise<Result<{ handoverId: string }>>
}

const LABELS = { holder: 'Người nhận', documentNo: 'Theo văn bản số', day: 'Ngày bàn giao' }

/** To whom the work of an administrator goes, by which document. */
export function HandOverForm({ userId, today, items, act }: HandOverFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(act)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word, day } = readForm(event)
    const input = {
      ...{ userId, holder: word('holder'), documentNo: word('documentNo') },
      ...{ day: day('day'), closing: word('closing') === '1' },
    }
    run(input, ({ handoverId }) => router.push(`/administration/hand-overs/${handoverId}`))
  }
  return (
    <form onSubmit={submit} noValidate>
      <RefusedForm refused={refused} labels={LABELS} />
      <Panel title="Sẽ bàn giao">
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Panel>
      <section className="panel form" aria-label="Bàn giao việc quản trị">
        <TextRow
          id="holder"
          label={LABELS.holder}
          must
          hint="Tên đăng nhập hoặc số căn cước. Người nhận dùng tài khoản của chính mình"
          fault={fields.holder}
        />
        <TextRow id="documentNo" label={LABELS.documentNo} must hint="Ví dụ 45/QĐ-SYT" fault={fields.documentNo} />
        <TextRow id="day" label={LABELS.day} must width="date" inputMode="numeric" typed={today} fault={fields.day} />
        <FormRow
          id="closing"
          label="Tài khoản người giao"
          hint="Còn làm việc thì vẫn cần tài khoản để khai hồ sơ của mình"
        >
          <select className="input" id="closing" name="closing" aria-describedby="closing-hint" defaultValue="">
            <option value="">Giữ lại, chỉ còn vai trò cá nhân và vai trò khác</option>
            <option value="1">Ngừng hẳn</option>
          </select>
        </FormRow>
      </section>
      <ActionBar says="Người giao bị đăng xuất ở mọi nơi ngay khi bàn giao.">
        <Button look="main" type="submit" aria-busy={busy}>
          Bàn giao
        </Button>
      </ActionBar>
    </form>
  )
}
