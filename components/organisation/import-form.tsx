'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { RefusedForm } from '@/components/people/refused-form'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { readPartialDay } from '@/lib/catalogue/days'
import { UNIT_COLUMNS } from '@/lib/domain/organisation/unit-list'
import type { Result } from '@/lib/domain/result'
import { chosenFile } from './chosen-file'
import { FaultList, type LineFault } from './fault-list'
import { FileRow } from './file-row'

type Input = { file: string; fileName: string; day: string; basis: string; digest: string }
type Answer = {
  lines: number
  faults: readonly LineFault[]
  faultCount: number
  digest: string
  operationId: string | null
}

const LABELS = { file: 'Tệp danh sách', day: 'Có hiệu lực từ ngày', basis: 'Quyết định' }

/** A tree of units from a list: tried first, line by line; then founded whole. */
export function ImportForm({ bring }: { bring: (input: Input) => Promise<Result<Answer>> }) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(bring)
  const [tried, setTried] = useState<{ input: Input; answer: Answer } | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const word = (name: string) => String(form.get(name) ?? '').trim()
    const input = {
      ...(await chosenFile(form.get('file'))),
      ...{ day: readPartialDay(word('day')) ?? '', basis: word('basis'), digest: '' },
    }
    setTried(null)
    run(input, (answer) => setTried({ input, answer }))
  }
  const carryOut = () => {
    if (!tried) return
    run({ ...tried.input, digest: tried.answer.digest }, ({ operationId }) => {
      if (operationId) router.push(`/administration/units/operations/${operationId}`)
    })
  }
  const ready = tried !== null && tried.answer.faultCount === 0 && tried.answer.lines > 0
  return (
    <form onSubmit={submit} onChange={() => setTried(null)} noValidate>
      <RefusedForm refused={refused} labels={LABELS} />
      <section className="panel form" aria-label="Nhập cây đơn vị">
        <FileRow
          hint={`Dòng đầu có các cột: ${Object.values(UNIT_COLUMNS).join(', ')}. Bốn cột đầu bắt buộc`}
          fault={fields.file}
        />
        <TextRow
          id="day"
          label={LABELS.day}
          must
          width="date"
          inputMode="numeric"
          hint="Ngày các đơn vị được lập, ngày/tháng/năm"
          fault={fields.day}
        />
        <TextRow id="basis" label={LABELS.basis} must hint="Số, ngày, cơ quan ban hành" fault={fields.basis} />
      </section>
      {tried && <FaultList faults={tried.answer.faults} count={tried.answer.faultCount} />}
      {tried && tried.answer.faultCount === 0 && (
        <Notice look="good" title={`${tried.answer.lines} đơn vị đọc được, không dòng nào sai.`} live>
          {ready ? 'Chưa ghi gì vào hệ thống.' : 'Tệp không có dòng nào.'}
        </Notice>
      )}
      <ActionBar says="Đọc thử trước. Có một dòng sai thì không dòng nào được nhập.">
        <Button look={ready ? 'plain' : 'main'} type="submit" aria-busy={busy}>
          Đọc thử
        </Button>
        {ready && (
          <Button look="main" onClick={carryOut} aria-busy={busy}>
            Nhập {tried.answer.lines} đơn vị
          </Button>
        )}
      </ActionBar>
    </form>
  )
}
