'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { chosenFile } from '@/components/organisation/chosen-file'
import { FormRow, rowAria } from '@/components/people/form-row'
import { RefusedForm } from '@/components/people/refused-form'
import { SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { readPartialDay, sayPartialDay } from '@/lib/catalogue/days'
import { LIST_COLUMNS } from '@/lib/domain/code-lists/read-lines'
import type { Result } from '@/lib/domain/result'
import { type Difference, DifferenceReport } from './difference-report'

type Input = {
  list: string
  file: string
  fileName: string
  from: string
  whole: boolean
  basis: string
  digest: string
}
type Answer = Difference & { digest: string; number: number | null }
type Props = { list: string; today: string; bring: (input: Input) => Promise<Result<Answer>> }

const LABELS = { file: 'Tệp danh mục', from: 'Có hiệu lực từ ngày', whole: 'Tệp là', basis: 'Căn cứ' }
const WHOLE = [
  { value: 'part', label: 'Giá trị thêm hoặc sửa; giá trị khác giữ nguyên' },
  { value: 'whole', label: 'Toàn bộ danh mục; giá trị không có trong tệp được đóng' },
]

/** A list from the ministry: what it would change is shown first; then it is taken whole. */
export function ImportListForm({ list, today, bring }: Props) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(bring)
  const [tried, setTried] = useState<{ input: Input; answer: Answer } | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const word = (name: string) => String(form.get(name) ?? '').trim()
    const input = {
      ...(await chosenFile(form.get('file'))),
      ...{ list, from: readPartialDay(word('from')) ?? word('from'), whole: word('whole') === 'whole' },
      ...{ basis: word('basis'), digest: '' },
    }
    setTried(null)
    run(input, (answer) => setTried({ input, answer }))
  }
  const take = () => {
    if (!tried) return
    run({ ...tried.input, digest: tried.answer.digest }, ({ number }) => {
      if (number !== null) router.push(`/administration/code-lists/${list}`)
    })
  }
  const count = tried ? tried.answer.added.length + tried.answer.changed.length + tried.answer.closed.length : 0
  const ready = tried !== null && tried.answer.faultCount === 0 && count > 0
  return (
    <form onSubmit={submit} onChange={() => setTried(null)} noValidate>
      <RefusedForm refused={refused} labels={LABELS} />
      <section className="panel form" aria-label="Nhận danh mục từ tệp">
        <FormRow id="file" label={LABELS.file} must hint={HINT} fault={fields.file}>
          <input
            {...rowAria('file', { hint: HINT, fault: fields.file })}
            type="file"
            name="file"
            accept=".xlsx,.csv,.json"
          />
        </FormRow>
        <SelectRow id="whole" label={LABELS.whole} must choices={WHOLE} chosen="part" />
        <TextRow
          id="from"
          label={LABELS.from}
          must
          width="date"
          inputMode="numeric"
          typed={sayPartialDay(today)}
          fault={fields.from}
        />
        <TextRow id="basis" label={LABELS.basis} must hint="Số, ngày, cơ quan ban hành" fault={fields.basis} />
      </section>
      {tried && (
        <div className="mt-4 grid gap-4">
          <DifferenceReport difference={tried.answer} />
        </div>
      )}
      <ActionBar says="Đọc thử trước. Có một dòng sai thì không giá trị nào được nhận.">
        <Button look={ready ? 'plain' : 'main'} type="submit" aria-busy={busy}>
          Đọc thử
        </Button>
        {ready && (
          <Button look="main" onClick={take} aria-busy={busy}>
            Nhận {count} thay đổi
          </Button>
        )}
      </ActionBar>
    </form>
  )
}

const HINT = `Excel, CSV hoặc JSON. Các cột: ${Object.values(LIST_COLUMNS).join(', ')}. Hai cột đầu bắt buộc`
