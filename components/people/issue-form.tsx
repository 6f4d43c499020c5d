'use client'

import { useRouter } from 'next/navigation'
import { type ChangeEvent, type FormEvent, useState } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { chosenFile } from '@/components/organisation/chosen-file'
import { Button } from '@/components/ui/button'
import type { Result } from '@/lib/domain/result'
import { FormRow, rowAria } from './form-row'
import { readForm } from './read-form'
import { RefusedForm } from './refused-form'
import { type UnitChoice, UnitSelect } from './unit-select'
import { useAct } from './use-act'

type IssueRequest = { kind: 'accounts.issue'; input: { unitId: string; own: boolean; list: string } }

type IssueFormProps = {
  units: readonly UnitChoice[]
  unitId: string | null
  /** How long a code opens the door. */
  days: number
  read: (input: { file: string }) => Promise<Result<{ list: string }>>
  start: (request: IssueRequest) => Promise<Result<string>>
}

const LABELS = { unitId: 'Đơn vị', list: 'Số căn cước', file: 'Tệp danh sách' }
const LIST_HINT = 'Để trống là mọi người chưa có tài khoản. Dán từ Excel được, mỗi dòng một số'
const FILE_HINT = 'Excel hoặc CSV; các số căn cước trong tệp được chép vào ô trên để Anh/Chị xem lại'

/** Whose accounts are made: a unit's people, or those of a list. */
export function IssueForm({ units, unitId, days, read, start }: IssueFormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(start)
  const reading = useAct(read)
  const [list, setList] = useState({ text: '', times: 0 })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const { word } = readForm(event)
    const input = { unitId: word('unitId'), own: word('own') === '1', list: word('list') }
    run({ kind: 'accounts.issue', input }, (jobId) => router.push(`/jobs?take=${jobId}`))
  }
  const bring = async (event: ChangeEvent<HTMLInputElement>) => {
    const { file } = await chosenFile(event.currentTarget.files?.[0] ?? null)
    if (file !== '') reading.run({ file }, ({ list: text }) => setList({ text, times: list.times + 1 }))
  }
  return (
    <form onSubmit={submit} noValidate>
      <RefusedForm refused={refused ?? reading.refused} labels={LABELS} />
      <section className="panel form" aria-label="Cấp nhiều tài khoản">
        <FormRow id="unitId" label={LABELS.unitId} must fault={fields.unitId}>
          <UnitSelect
            id="unitId"
            name="unitId"
            units={units}
            chosen={unitId}
            invalid={fields.unitId && 'unitId-fault'}
          />
        </FormRow>
        <FormRow id="own" label="Phạm vi">
          <select className="input" id="own" name="own" defaultValue="">
            <option value="">Cả các đơn vị trực thuộc</option>
            <option value="1">Chỉ đơn vị này</option>
          </select>
        </FormRow>
        <FormRow id="list" label={LABELS.list} hint={LIST_HINT} fault={fields.list}>
          <textarea
            {...rowAria('list', { hint: LIST_HINT, fault: fields.list })}
            key={list.times}
            className="input"
            name="list"
            rows={6}
            defaultValue={list.text}
            autoComplete="off"
          />
        </FormRow>
        <FormRow id="file" label={LABELS.file} hint={FILE_HINT} fault={reading.fields.file}>
          <input
            {...rowAria('file', { hint: FILE_HINT, fault: reading.fields.file })}
            type="file"
            accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={bring}
          />
        </FormRow>
      </section>
      <ActionBar
        says={`Mã trên phiếu dùng một lần, trong ${days} ngày. Tệp phiếu chỉ Anh/Chị tải được, sau khi gõ lại mật khẩu.`}
      >
        <Button look="main" icon="key" type="submit" aria-busy={busy}>
          {busy ? 'Đang lập danh sách' : 'Cấp tài khoản'}
        </Button>
      </ActionBar>
    </form>
  )
}
