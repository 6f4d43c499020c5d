'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { FileRow } from '@/components/organisation/file-row'
import { FormRow } from '@/components/people/form-row'
import { RefusedForm } from '@/components/people/refused-form'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { Button } from '@/components/ui/button'

type Answer = { id?: string; message?: string }

const LOST = 'Chưa gửi được tệp: mất đường truyền. Kiểm tra mạng rồi bấm lại.'

/** A list to bring in; where its people belong when their line does not say. */
export function UploadForm({ units, unitId }: { units: readonly UnitChoice[]; unitId: string | null }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = new FormData(event.currentTarget)
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return setRefused('Chọn tệp .xlsx hoặc .csv.')
    setBusy(true)
    setRefused(null)
    const answer = await send(file, String(form.get('unitId') ?? '')).catch((): Answer => ({ message: LOST }))
    if (answer.id) return router.push(`/imports/${answer.id}`)
    setBusy(false)
    setRefused(answer.message ?? LOST)
  }
  return (
    <form onSubmit={submit} noValidate>
      <RefusedForm refused={refused === null ? null : { message: refused }} labels={{}} />
      <section className="panel form" aria-label="Đưa danh sách lên">
        <FileRow hint="Danh sách bất kỳ có cột số căn cước, tối đa 80 MB. Tên cột khác mẫu vẫn được" />
        <FormRow id="unitId" label="Đơn vị" must hint="Của người mới mà dòng không ghi đơn vị">
          <UnitSelect id="unitId" name="unitId" units={units} chosen={unitId} />
        </FormRow>
      </section>
      <ActionBar says="Chưa ghi gì vào hồ sơ. Bước sau là ghép cột và đọc thử.">
        <Button look="main" icon="up" type="submit" aria-busy={busy}>
          {busy ? 'Đang gửi tệp' : 'Đưa danh sách lên'}
        </Button>
      </ActionBar>
    </form>
  )
}

async function send(file: File, unitId: string): Promise<Answer> {
  const address = `/api/imports?${new URLSearchParams({ unit: unitId, name: file.name })}`
  const response = await fetch(address, { method: 'POST', body: file })
  return (await response.json()) as Answer
}
