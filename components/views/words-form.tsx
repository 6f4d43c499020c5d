'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import type { Result } from '@/lib/domain/result'

type WordsFormProps<Key extends string, Name extends string> = {
  /** What the words are about; sent as `idName`. */
  id: string
  idName: Key
  name: Name
  /** On the button that opens the form, and for readers of the screen what it is about. */
  open: string
  about: string
  label: string
  send: string
  act: (input: Record<Key | Name, string>) => Promise<Result<unknown>>
}

/** Asks for some words on the spot: a question, an answer, a reason. */
export function WordsForm<Key extends string, Name extends string>({
  id,
  idName,
  name,
  open,
  about,
  label,
  send,
  act,
}: WordsFormProps<Key, Name>) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(act)
  const [asking, setAsking] = useState(false)
  const field = `${name}-${id}`
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget).get(name) ?? '')
    run({ [idName]: id, [name]: words } as Record<Key | Name, string>, () => router.refresh())
  }
  if (!asking) {
    return (
      <Button look="small" onClick={() => setAsking(true)}>
        {open}
        <span className="vh">, {about}</span>
      </Button>
    )
  }
  return (
    <form onSubmit={submit} className="take" noValidate>
      {refused && <ErrorsSummary key={refused.message} title={fields[name] ?? refused.message} />}
      <label htmlFor={field}>{label}</label>
      <textarea className="input" id={field} name={name} rows={3} />
      <Button type="submit" aria-busy={busy}>
        {send}
      </Button>
    </form>
  )
}
