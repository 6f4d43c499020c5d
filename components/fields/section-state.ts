'use client'

import { createContext, useContext } from 'react'
import type { Answers } from '@/lib/catalogue/conditions'
import type { SectionSheet } from '@/lib/domain/form-spec'
import type { FieldErrors } from '@/lib/domain/refusal'
import type { Result } from '@/lib/domain/result'
import type { Advice } from '@/lib/domain/rules/advice'
import type { TypedRow } from '@/lib/domain/typed'
import type { Judged } from './grid-paste'

/** What the officer gave back, in the officer's words. */
export type Returned = { code: string; row: string | null; reason: string }

/** Asks the server what rows would become; nothing is kept. */
export type AskJudge = (table: string, rows: TypedRow[]) => Promise<Result<Judged>>

export type SectionState = {
  errors: FieldErrors
  /** What the rules across fields say. */
  advice: readonly Advice[]
  /** Answers conditions look at, as they stand now. */
  answers: Answers
  approved: SectionSheet['approved']
  hasApproved: boolean
  returned: readonly Returned[]
  judgeRows: AskJudge
}

const EMPTY: SectionState = {
  errors: {},
  advice: [],
  answers: {},
  approved: {},
  hasApproved: false,
  returned: [],
  judgeRows: async (_, rows) => ({ ok: true, value: { rows, errors: {} } }),
}

const SectionContext = createContext(EMPTY)

/** What rows and cells need to know of the section around them. */
export const SectionProvider = SectionContext.Provider
export const useSectionState = () => useContext(SectionContext)
