'use client'

import { useRouter } from 'next/navigation'
import { type ChangeEvent, useState } from 'react'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type Props = {
  units: readonly UnitChoice[]
  add: (input: { unitId: string; file: string }) => Promise<Result<unknown>>
}

/** Which certificate seals in the name of an agency: registered before it may. */
export function AgencyCertificate({ units, add }: Props) {
  const router = useRouter()
  const { run, busy, refused, value } = useAct(add)
  const [file, setFile] = useState('')
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? []
    setFile(chosen ? await base64Of(chosen) : '')
  }
  const submit = () => {
    const chosen = document.querySelector<HTMLSelectElement>('#agency-unit')?.value ?? ''
    run({ unitId: chosen, file }, () => router.refresh())
  }
  return (
    <Panel title="Chứng thư số của cơ quan">
      <div className="stack">
        <label htmlFor="agency-unit">Cơ quan</label>
        <UnitSelect id="agency-unit" name="agencyUnit" units={units} chosen={units[0]?.id ?? null} />
        <label htmlFor="agency-file">Tệp chứng thư (.cer, .crt, .pem)</label>
        <input className="input" id="agency-file" type="file" accept=".cer,.crt,.pem,.der" onChange={choose} />
        <div role="alert">{refused && <Fault id="agency-fault">{refused.fields?.file ?? refused.message}</Fault>}</div>
        <p className="acts">
          <Button aria-busy={busy} onClick={submit}>
            Đăng ký chứng thư
          </Button>
        </p>
        <p role="status">{value !== null && 'Đã đăng ký. Chứng thư trước đó của cơ quan thôi dùng để đóng dấu.'}</p>
      </div>
    </Panel>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
