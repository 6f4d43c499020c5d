'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import { type UploadAnswer, UploadFound } from './upload-found'

type State =
  | { at: 'nothing' | 'checking' }
  | { at: 'fault'; message: string }
  | { at: 'answered'; answer: UploadAnswer }

/** Sends a signed file to be judged, and says what was found. The file is read and forgotten. */
export function UploadForm() {
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<State>({ at: 'nothing' })
  const check = async (event: FormEvent) => {
    event.preventDefault()
    const file = input.current?.files?.[0]
    if (!file) return setState({ at: 'fault', message: 'Chọn tệp PDF đã ký.' })
    setState({ at: 'checking' })
    setState(await judged(file))
  }
  const fault = state.at === 'fault' ? state.message : null
  return (
    <form onSubmit={check} className="stack" noValidate>
      <label htmlFor="check-file">Tệp PDF</label>
      <input
        ref={input}
        className="input"
        id="check-file"
        type="file"
        accept=".pdf,application/pdf"
        onChange={() => setState({ at: 'nothing' })}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? 'check-file-fault' : undefined}
      />
      <div role="alert">{fault && <Fault id="check-file-fault">{fault}</Fault>}</div>
      <p className="acts">
        <Button type="submit" aria-busy={state.at === 'checking'}>
          {state.at === 'checking' ? 'Đang kiểm tra' : 'Kiểm tra tệp'}
        </Button>
      </p>
      <div role="status">{state.at === 'answered' && <UploadFound answer={state.answer} />}</div>
    </form>
  )
}

const MOST_BYTES = 20 * 1024 * 1024

async function judged(file: File): Promise<State> {
  if (file.size > MOST_BYTES) return { at: 'fault', message: 'Tệp lớn hơn 20 MB nên không được đọc.' }
  try {
    const response = await fetch('/api/verify', { method: 'POST', body: file })
    const body = await response.json()
    return response.ok ? { at: 'answered', answer: body } : { at: 'fault', message: body.message }
  } catch {
    return { at: 'fault', message: 'Chưa gửi được tệp để kiểm tra. Xem lại đường truyền rồi thử lại.' }
  }
}
