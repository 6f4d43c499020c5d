'use client'

import type { Result } from '@/lib/domain/result'
import { WordsForm } from './words-form'

type RevokeFormProps<Key extends string> = {
  id: string
  idName: Key
  about: string
  /** What is taken back: "văn bản giao ký". */
  what: string
  act: (input: Record<Key | 'reason', string>) => Promise<Result<unknown>>
}

/** What was given in writing is taken back, with a reason. */
export function RevokeForm<Key extends string>({ what, ...of }: RevokeFormProps<Key>) {
  return <WordsForm {...of} name="reason" open="Thu hồi" label="Lý do thu hồi" send={`Thu hồi ${what}`} />
}
