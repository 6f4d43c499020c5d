'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Fault } from '@/components/ui/fault'
import { sayDay } from '@/lib/domain/calendar'
import { KeyFields } from './key-fields'
import {
  type ShownCertificate,
  type SignFault,
  type SigningActions,
  type SignStep,
  useSigning,
  Wrong,
} from './use-signing'

type Props = SigningActions & {
  batchId: string
  count: number
  /** What the head stands by. */
  responsibility: string
  /** Server time and the paper to be signed. */
  facts: [string, ReactNode][]
}

/**
 * Where the head signs: the key file is opened in this page and its password typed here; neither is sent, and both are cleared.
 * The inputs have no names, so that no form can carry them.
 */
export function SignPanel({ batchId, count, responsibility, facts, ...actions }: Props) {
  const router = useRouter()
  const signing = useSigning(batchId, actions)
  const form = useRef<HTMLFormElement>(null)
  const input = (id: string) => form.current?.querySelector<HTMLInputElement>(`#${id}`)

  const openKey = async () => {
    const password = input('key-password')
    const key = await signing.open(input('key-file')?.files?.[0], password?.value ?? '')
    if (password) password.value = ''
    return key
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (signing.step) return
    const signed = await signing.attempt(async () => {
      if (!input('vow')?.checked) throw new Wrong('vow', 'Đọc lời chịu trách nhiệm rồi đánh dấu vào ô đồng ý.')
      await signing.sign(await openKey())
    })
    if (!signed) return
    form.current?.reset()
    router.refresh()
  }

  const { step, fault, certificate } = signing
  const at = (place: SignFault['at']) => (fault?.at === place ? fault.message : null)
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <div>
        <b>Tôi chịu trách nhiệm</b>
        <p className="vow-text">{responsibility}</p>
        <label className="choice">
          <input type="checkbox" id="vow" aria-describedby={at('vow') ? 'vow-fault' : undefined} />
          Tôi đã đọc và đồng ý
        </label>
        <Said id="vow-fault">{at('vow')}</Said>
      </div>
      <KeyFields
        faults={{ file: at('file'), password: at('password') }}
        isOpen={certificate !== null}
        onFile={signing.forget}
        show={() => void signing.attempt(openKey)}
      />
      {certificate && <Facts of={factsOf(certificate)} />}
      <Facts of={facts} />
      <Said id="sign-fault">{at('whole')}</Said>
      <Button look="main" wide icon="seal" type="submit" aria-busy={step !== null}>
        {step ? STEPS[step] : `Ký duyệt ${count.toLocaleString('vi')} hồ sơ`}
      </Button>
      <p className="vh" role="status">
        {step && STEPS[step]}
      </p>
      <p className="meta">
        Ký xong, hồ sơ gửi Bộ Nội vụ ngay trong ngày. Muốn sửa lại phải mở đợt ký mới và ghi lý do.
      </p>
    </form>
  )
}

const STEPS: Record<SignStep, string> = {
  opening: 'Đang mở khóa trên máy này',
  preparing: 'Đang chuẩn bị tệp để ký',
  signing: 'Đang ký',
  checking: 'Đang kiểm chữ ký',
}

const factsOf = ({ subject, serial, notAfter }: ShownCertificate): [string, string][] => [
  ['Chứng thư của', subject],
  ['Số', serial],
  ['Hạn dùng', sayDay(notAfter.toISOString().slice(0, 10))],
]

function Said({ id, children }: { id: string; children: string | null }) {
  return <div role="alert">{children && <Fault id={id}>{children}</Fault>}</div>
}
