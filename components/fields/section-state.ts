'use client'

import { createContext, useContext } from 'react'
import type { Answers } from '@/lib/catalogue/conditions'
import type { SectionSheet } from '@/lib/domain/form-spec'
import type { FieldErrors } from '@/lib/domain/refusal'
import type { Advice } from '@/lib/domain/rules/advice'

/** What the officer gave back, in the officer's words. */
export type Returned = { code: string; row: string | null; reason: string }

export type SectionState = {
  errors: FieldErrors
  /** What the rules across fields say. */
  advice: readonly Advice[]
  /** Answers conditions look at, as they stand now. */
  answers: Answers
  approved: SectionSheet['approved']
  hasApproved: boolean
  returned: readonly Returned[]
}

const EMPTY: SectionState = { errors: {}, advice: [], answers: {}, approved: {}, hasApproved: false, returned: [] }

const SectionContext = createContext(EMPTY)

/** What rows and cells need to know of the section around them. */
export const SectionProvider = SectionContext.Provider
export const useSectionState = () => useContext(SectionContext)
