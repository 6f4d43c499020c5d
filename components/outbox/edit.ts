import type { SectionId } from '@/lib/catalogue'
import type { FieldErrors } from '@/lib/domain/refusal'
import type { Result } from '@/lib/domain/result'
import type { Advice } from '@/lib/domain/rules/advice'
import type { Typed } from '@/lib/domain/typed'

/** One section of one record. */
export type Place = { recordId: string; section: SectionId }

/** What was typed in one field until it was left. */
export type Edit = Place & {
  /** Sorts by the time it was begun, across the windows of one browser. */
  id: string
  code: string
  typed: Typed
  /** The section's number that the words were typed upon. */
  version: number
  at: string
}

/** What a save answers: the section's new number, when, a sentence for each answer that was not kept, and what the rules say. */
export type Saved = { version: number; savedAt: string; errors: FieldErrors; advice: Advice[] }

/** What somebody else saved in the meantime, as typed and as said. */
export type Theirs = {
  by: string
  at: string
  version: number
  answers: Record<string, { typed: Typed; said: string }>
}

export type SendAnswers = (
  place: Place,
  typed: { version: number; answers: Record<string, Typed> },
) => Promise<Result<Saved>>

export const placeKey = ({ recordId, section }: Place) => `${recordId}/${section}`

/** The newest words for each field. */
export const latest = (edits: readonly Edit[]): Record<string, Typed> =>
  Object.fromEntries(edits.map(({ code, typed }) => [code, typed]))
