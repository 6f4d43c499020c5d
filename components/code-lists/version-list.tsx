'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import type { Result } from '@/lib/domain/result'

type Version = {
  id: number
  number: number
  basis: string
  summary: string
  fileName: string | null
  byName: string
  at: Date
  isUndone: boolean
}
type Undo = (input: { versionId: number; basis: string }) => Promise<Result<unknown>>
type Props = { versions: readonly Version[]; source: string; undo: Undo | null }

/** What was changed since the list was shipped, newest first; each may be taken back. */
export const VersionList = ({ versions, source, undo }: Props) => (
  <Panel title="Các bản" padded={false}>
    <ol className="line-list panel-body">
      {versions.map((version) => (
        <li key={version.id}>
          <span className="meta">
            {sayInstant(version.at)}, {version.byName}
          </span>
          <p>
            <b>Bản {version.number}</b>: {version.summary}. Căn cứ: {version.basis}
            {version.fileName && `. Tệp ${version.fileName}`}
            {version.isUndone && ' (đã lấy lại)'}
          </p>
          {undo && !version.isUndone && <UndoForm version={version} undo={undo} />}
        </li>
      ))}
      <li>
        <p>
          <b>Bản giao phần mềm</b>: {source}
        </p>
      </li>
    </ol>
  </Panel>
)

function UndoForm({ version: { id, number }, undo }: { version: Version; undo: Undo }) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(undo)
  const [asking, setAsking] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const basis = String(new FormData(event.currentTarget).get('basis') ?? '')
    run({ versionId: id, basis }, () => router.refresh())
  }
  if (!asking) {
    return (
      <Button look="small" onClick={() => setAsking(true)}>
        Lấy lại bản {number}
      </Button>
    )
  }
  return (
    <form onSubmit={submit} className="take" noValidate>
      <label htmlFor={`undo-${id}`}>Căn cứ lấy lại bản {number}</label>
      <input className="input" id={`undo-${id}`} name="basis" autoComplete="off" />
      {refused && <Fault id={`undo-${id}-fault`}>{fields.basis ?? refused.message}</Fault>}
      <Button look="back" type="submit" aria-busy={busy}>
        Lấy lại bản {number}
      </Button>
    </form>
  )
}
