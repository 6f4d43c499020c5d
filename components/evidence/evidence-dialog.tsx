'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useRef, useState } from 'react'
import { tellLock } from '@/components/lock/lock-signal'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import { MOST_EVIDENCE_BYTES } from '@/lib/domain/evidence/evidence-fault'
import type { Evidence } from './evidence-context'
import { EvidenceFields } from './evidence-fields'
import { SendProgress } from './send-progress'
import { type Upload, upload } from './upload'

type EvidenceDialogProps = {
  place: { code: string; row: string }
  label: string
  evidence: Evidence
  onClose: () => void
}

type Told = { message: string; fields: Readonly<Record<string, string>> }

/** A paper for one value: a new file, or one the record has already. Nothing given is lost when it cannot be sent. */
export function EvidenceDialog({ place, label, evidence, onClose }: EvidenceDialogProps) {
  const id = useId()
  const router = useRouter()
  const [share, setShare] = useState<number | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const under = useRef<Upload>(null)
  const { recordId, section, acts, flush } = evidence

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // React lets it rise to the form of the section, which would save.
    event.stopPropagation()
    if (share !== null || acts === null) return
    const form = new FormData(event.currentTarget)
    const word = (name: string) => String(form.get(name) ?? '').trim()
    const [file, known] = [form.get('file'), word('known')]
    const fault = known === '' ? fileFault(file) : null
    if (fault) return setTold({ message: '', fields: { file: fault } })
    setTold(null)
    setShare(0)
    await flush()
    const at = { section, ...place }
    const answer: Answer =
      known === '' && file instanceof File
        ? await sendFile(file, { record: recordId, ...at, no: word('no'), on: word('on'), page: word('page') })
        : await acts.reuse({ evidenceId: known, ...at, page: word('page') === '' ? null : Number(word('page')) })
    setShare(null)
    if (isDone(answer)) {
      router.refresh()
      return onClose()
    }
    if (answer.code === 'sessionLocked') tellLock('locked')
    setTold({ message: answer.message ?? '', fields: answer.fields ?? {} })
  }
  const sendFile = (file: File, words: Record<string, string>) => {
    under.current = upload(file, { ...words, name: file.name }, setShare)
    return under.current.answer
  }
  return (
    <dialog
      ref={opened}
      className="question evidence-dialog"
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onCancel={() => under.current?.cancel()}
    >
      <h2 id={`${id}-title`}>Minh chứng cho {label}</h2>
      <form onSubmit={submit} noValidate>
        <EvidenceFields id={id} papers={evidence.papers} faults={told?.fields ?? {}} onChange={() => setTold(null)} />
        <div role="alert">{told && told.message !== '' && <Fault id={`${id}-fault`}>{told.message}</Fault>}</div>
        {share !== null && <SendProgress share={share} />}
        <p className="acts">
          <Button
            onClick={() => {
              under.current?.cancel()
              onClose()
            }}
          >
            {share === null ? 'Đóng' : 'Dừng gửi'}
          </Button>
          <Button look="main" icon="up" type="submit" aria-busy={share !== null}>
            Gửi minh chứng
          </Button>
        </p>
      </form>
    </dialog>
  )
}

const opened = (dialog: HTMLDialogElement | null) => {
  if (dialog && !dialog.open) dialog.showModal()
}

type Answer = { ok?: boolean; id?: string; message?: string; code?: string; fields?: Readonly<Record<string, string>> }
const isDone = (answer: Answer) => answer.ok === true || answer.id !== undefined

/** What can be seen before anything is sent over a weak line. */
function fileFault(file: FormDataEntryValue | null): string | null {
  if (!(file instanceof File) || file.name === '') return 'Chọn tệp PDF, JPEG hoặc PNG.'
  if (file.size === 0) return 'Tệp rỗng. Chọn lại tệp.'
  return file.size > MOST_EVIDENCE_BYTES
    ? 'Tệp lớn quá 20 MB. Quét lại với độ phân giải 150–200 dpi, hoặc tách thành nhiều tệp.'
    : null
}
