/** How far somebody's record has come on the day the demonstration begins. */
export type Stage =
  | 'neverSignedIn'
  | 'draftHalf'
  | 'draftFull'
  | 'submitted'
  | 'returned'
  | 'checked'
  /** In the first of the two months that are closed. */
  | 'approvedFirst'
  | 'approvedSecond'
  /** Approved between the two months, and refused by the ministry. */
  | 'refused'
  /** Approved, and written in since. */
  | 'changed'
  /** Approved, changed and submitted once more. */
  | 'resubmitted'

/** What stands in a row of people, over and over: half of them approved, every other stage once in a while. */
const ROW: readonly Stage[] = [
  ...(['approvedFirst', 'checked', 'approvedFirst', 'submitted', 'approvedSecond', 'neverSignedIn'] as const),
  ...(['approvedFirst', 'draftHalf', 'approvedFirst', 'returned', 'approvedSecond', 'checked'] as const),
  ...(['approvedFirst', 'changed', 'approvedSecond', 'draftFull', 'approvedFirst', 'resubmitted'] as const),
  ...(['approvedSecond', 'submitted', 'approvedFirst', 'checked', 'approvedSecond', 'approvedFirst'] as const),
]

/** Deals the stages out, one person after another. Of those approved in the second month, `refused` a unit are refused. */
export function dealStages() {
  let next = 0
  return (unit: { refused: number }) => {
    let refused = 0
    return (): Stage => {
      const stage = ROW[next % ROW.length] ?? 'approvedFirst'
      next += 1
      if (stage.startsWith('approved') && refused < unit.refused) {
        refused += 1
        return 'refused'
      }
      return stage
    }
  }
}

const WRITTEN_SECOND: readonly Stage[] = ['approvedSecond', 'refused', 'draftHalf', 'draftFull', 'returned']
const APPROVED: readonly Stage[] = ['approvedFirst', 'approvedSecond', 'refused', 'changed', 'resubmitted']
const COMPLETE: readonly Stage[] = [...APPROVED, 'draftFull', 'submitted', 'returned', 'checked']

export const isApproved = (stage: Stage) => APPROVED.includes(stage)
export const isComplete = (stage: Stage) => COMPLETE.includes(stage)

/** In which of the three months somebody fills in their record: the two closed ones, or the one that is open. */
export function writesIn(stage: Stage): 'first' | 'second' | 'current' {
  if (WRITTEN_SECOND.includes(stage)) return 'second'
  return isApproved(stage) ? 'first' : 'current'
}
