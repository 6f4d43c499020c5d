import { approvalWindow, inApprovalWindow } from './approval-window'
import { Refusal } from './refusal'

/** Monthly: in the last days of the month, over the whole unit. Ad hoc: any day, with a reason, over what changed. */
export type BatchKind =
  /** `reopened`: a month that is over, opened again by Sở Nội vụ. */
  { type: 'monthly'; reopened?: { documentNo: string } } | { type: 'adHoc'; reason: string }

export type RevisionRef = { revisionId: string; version: number }

export type SubmissionState = 'submitted' | 'returned' | 'checked' | 'frozen' | 'approved' | 'superseded'

/** One person, as far as a batch must know. */
export type Candidate = {
  personId: string
  /** Whose record it is to approve on the day: this head's, another's, nobody's (Quy chế, Điều 11). */
  approver: 'here' | 'nobody' | { unitName: string }
  signedIn: boolean
  /** Required answers that the draft still lacks. */
  missing: number
  approved: RevisionRef | null
  /** The approved revision already stands in a signed monthly batch of this month. */
  affirmed: boolean
  /** The person said this month that nothing has changed since the approved revision. */
  confirmed: boolean
  newest: (RevisionRef & { state: SubmissionState; returned: number }) | null
  /** A number no two people share stands in what was checked, and in another record that is approved or about to be. */
  numberHeld: boolean
}

/** Who signs, and the head in whose place. */
export type Approver = { personId: string | null; headPersonId?: string | null }

export type ItemKind = 'added' | 'changed' | 'unchanged'

/** Why somebody is left out. */
export type Exclusion =
  | { code: 'ownRecord' }
  | { code: 'headsRecord' }
  | { code: 'approverElsewhere'; unitName: string }
  | { code: 'approverNotDefined' }
  | { code: 'neverSignedIn' }
  | { code: 'incomplete'; missing: number }
  | { code: 'notSubmitted' }
  | { code: 'notChecked' }
  | { code: 'numberHeld' }
  | { code: 'returned'; fields: number }
  | { code: 'frozenElsewhere' }
  | { code: 'affirmed' }
  | { code: 'noChange' }

export type Included<C> = { person: C; kind: ItemKind } & RevisionRef
export type Excluded<C> = { person: C; why: Exclusion }
export type Selection<C> = { included: Included<C>[]; excluded: Excluded<C>[] }

/** Who is in a batch and who is not, and why. Nobody is in both, nobody in neither. */
export function selectPeople<C extends Candidate>(
  type: BatchKind['type'],
  approver: Approver,
  people: readonly C[],
): Selection<C> {
  const selection: Selection<C> = { included: [], excluded: [] }
  for (const person of people) {
    const verdict = judge(type, approver, person)
    if ('code' in verdict) selection.excluded.push({ person, why: verdict })
    else selection.included.push({ person, ...verdict })
  }
  return selection
}

/** The same, for signing (Quy chế, Điều 12): refuses a month before its window, an ad-hoc batch without a reason, and an empty one. */
export function prepareBatch<C extends Candidate>(
  kind: BatchKind,
  approver: Approver,
  people: readonly C[],
  today: string,
): Selection<C> {
  if (kind.type === 'monthly' && !kind.reopened && !inApprovalWindow(today)) {
    const { from, to } = approvalWindow(today)
    throw new Refusal('outsideApprovalWindow', { opens: dayAndMonth(from), closes: dayAndMonth(to) })
  }
  if (kind.type === 'adHoc' && kind.reason.trim() === '') throw new Refusal('reasonMissing', { for: 'đợt ký riêng' })
  const selection = selectPeople(kind.type, approver, people)
  if (selection.included.length === 0) throw new Refusal('nothingToApprove', {})
  return selection
}

function judge(
  type: BatchKind['type'],
  approver: Approver,
  person: Candidate,
): ({ kind: ItemKind } & RevisionRef) | Exclusion {
  // Nobody approves their own record, whatever its state.
  if (person.personId === approver.personId) return { code: 'ownRecord' }
  // Nor does the deputy approve the head's in the head's own place.
  if (approver.headPersonId != null && person.personId === approver.headPersonId) return { code: 'headsRecord' }
  if (person.approver === 'nobody') return { code: 'approverNotDefined' }
  if (person.approver !== 'here') return { code: 'approverElsewhere', unitName: person.approver.unitName }
  const { newest, approved } = person
  switch (newest?.state) {
    case 'checked':
      if (person.numberHeld) return { code: 'numberHeld' }
      return { kind: approved ? 'changed' : 'added', revisionId: newest.revisionId, version: newest.version }
    case 'submitted':
      return { code: 'notChecked' }
    case 'returned':
      return { code: 'returned', fields: newest.returned }
    case 'frozen':
      return { code: 'frozenElsewhere' }
  }
  if (approved) return unchanged(type, person, approved)
  if (!person.signedIn) return { code: 'neverSignedIn' }
  return person.missing > 0 ? { code: 'incomplete', missing: person.missing } : { code: 'notSubmitted' }
}

/** The month re-affirms what stands; once in a month is enough. */
function unchanged(type: BatchKind['type'], { affirmed }: Candidate, approved: RevisionRef) {
  if (type === 'adHoc') return { code: 'noChange' } as const
  if (affirmed) return { code: 'affirmed' } as const
  return { kind: 'unchanged', revisionId: approved.revisionId, version: approved.version } as const
}

const dayAndMonth = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}`
