'use client'

import { useRouter } from 'next/navigation'
import { type ChangeEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { Facts } from '@/components/ui/facts'
import { dayOf, sayDay } from '@/lib/domain/calendar'
import type { Result } from '@/lib/domain/result'
import { useAct } from './use-act'

export type CertificateFacts = {
  subject: string
  issuer: string
  serial: string
  fingerprint: string
  validFrom: Date
  validUntil: Date
}

type File = { userId: string; file: string }
type RegisterFormProps = {
  userId: string
  read: (input: File) => Promise<Result<CertificateFacts & { name: string }>>
  add: (input: File) => Promise<Result<unknown>>
}

/** Choose a file, see whose certificate it is, then register it. */
export function RegisterForm({ userId, read, add }: RegisterFormProps) {
  const router = useRouter()
  const reading = useAct(read)
  const adding = useAct(add)
  const [file, setFile] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const forget = () => {
    setFile(null)
    if (input.current) input.current.value = ''
  }
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? []
    setFile(null)
    if (!chosen) return
    const text = await base64Of(chosen)
    reading.run({ userId, file: text }, () => setFile(text))
  }
  const refused = reading.refused ?? adding.refused
  const seen = file === null ? null : reading.value
  return (
    <div className="register">
      {refused && <ErrorsSummary key={refused.message} title={refused.fields?.file ?? refused.message} />}
      <input
        ref={input}
        className="vh"
        id="certificate"
        type="file"
        accept=".cer,.crt,.pem,.der"
        onChange={choose}
        aria-describedby="certificate-hint"
      />
      <label className="button button--small" htmlFor="certificate">
        {reading.busy ? 'Đang đọc tệp' : 'Đăng ký chứng thư mới'}
      </label>
      <p className="hint" id="certificate-hint">
        Tệp .cer, .crt hoặc .pem do nhà cung cấp gửi. Không chọn tệp khóa .p12, .pfx.
      </p>
      {seen && file !== null && (
        <>
          <p role="status" className="mt-2">
            Đối chiếu với giấy của nhà cung cấp trước khi đăng ký cho {seen.name}:
          </p>
          <Facts of={certificateLines(seen)} />
          <p className="acts mt-2">
            <Button
              aria-busy={adding.busy}
              onClick={() =>
                adding.run({ userId, file }, () => {
                  forget()
                  router.refresh()
                })
              }
            >
              Đăng ký chứng thư này
            </Button>
            <Button onClick={forget}>Chọn tệp khác</Button>
          </p>
        </>
      )}
    </div>
  )
}

/** What a certificate says, in the order in which it is compared with the provider's paper. */
export const certificateLines = (facts: CertificateFacts): [string, ReactNode][] => [
  ['Cấp cho', facts.subject],
  ['Cấp bởi', facts.issuer],
  [
    'Số sê-ri',
    <span key="serial" className="print-code">
      {facts.serial}
    </span>,
  ],
  [
    'Dấu vân tay SHA-256',
    <span key="fingerprint" className="print-code">
      {facts.fingerprint}
    </span>,
  ],
  ['Hiệu lực', `${sayDay(dayOf(facts.validFrom))} – ${sayDay(dayOf(facts.validUntil))}`],
]

async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes.subarray(0, 200_000)) text += String.fromCharCode(byte)
  return btoa(text)
}
