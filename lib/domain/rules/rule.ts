import type { RecordData, SectionId } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'

/** A place in the record that a rule speaks of; `row` and the column for a cell of a table. */
export type Place = { section: SectionId; code: string; row?: string; column?: string }

/** The `id` of the place's control in the form, without `f-`. */
export const anchorOf = ({ code, row, column }: Place) => [code, row, column].filter(Boolean).join('.')

/** One rule found broken: where, and the sentence that says what is wrong and what to do. */
export type Finding = Complaint & { rule: string; severity: 'error' | 'warning' }

export type Complaint = { place: Place; sentence: string; proposal?: Proposal }

/** A code to write instead of another; taken by whoever may edit the field, never by itself. */
export type Proposal = { from: string; to: string; label: string }

/** What rules may look at. Nothing else: the same record on the same day gives the same answer. */
export type RuleContext = { data: RecordData; today: string; lists: Lists }

/** An error keeps a record from being submitted; a warning asks for a confirmation that is kept. */
export type Rule = {
  id: string
  /** The clause it follows, or the item of the form. */
  clause: string
  severity: 'error' | 'warning'
  /** What it demands, in one sentence for officials. */
  demands: string
  /** In force from and until these days, where law gave it dates. */
  validFrom?: string
  validUntil?: string
  complaints(context: RuleContext): Complaint[]
}
