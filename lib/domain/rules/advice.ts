import type { RecordData, SectionId } from '@/lib/catalogue'
import { placeWords } from '../finding-words'
import { judgeRecord } from './judge-record'
import { anchorOf, type Finding, type Proposal, type RuleContext } from './rule'

/** A rule's words for the one who is typing: at which field, and whether it will keep the record from being sent. */
export type Advice = {
  code: string
  /** `id` of the control, without `f-`. */
  anchor: string
  /** The place in words, for a list above a table. */
  place: string
  severity: Finding['severity']
  sentence: string
  proposal?: Proposal
}

/** What the rules say about one section, as it stands now; `more` is what was found beside them. */
export const adviceFor = (section: SectionId, context: RuleContext, more: readonly Finding[] = []): Advice[] =>
  [...judgeRecord(context), ...more]
    .filter(({ place }) => place.section === section)
    .map((finding) => inWords(finding, context.data))

const inWords = ({ place, severity, sentence, proposal }: Finding, data: RecordData): Advice => ({
  code: place.code,
  anchor: anchorOf(place),
  place: placeWords(place, data),
  severity,
  sentence,
  ...(proposal ? { proposal } : {}),
})
