import type { FormEvent } from 'react'
import { readPartialDay } from '@/lib/catalogue/days'

/** A form that was sent, read by the names of its controls. The page stays, and what was typed stays in it. */
export function readForm(event: FormEvent<HTMLFormElement>) {
  event.preventDefault()
  const form = new FormData(event.currentTarget)
  const word = (name: string) => String(form.get(name) ?? '').trim()
  return {
    word,
    words: (name: string) => form.getAll(name).map(String),
    /** `YYYY-MM-DD`, or the part of it that was written; what is no day stays as typed, for the server to say so. */
    day: (name: string) => readPartialDay(word(name)) ?? word(name),
    has: (name: string) => form.has(name),
  }
}
