import { Refusal } from '../refusal'

/** One record whose approval is to be taken back, as it stands now. */
export type ToWithdraw = {
  name: string
  /** Of whoever signs, or of the head in whose place they sign. */
  own: boolean
  withdrawn: boolean
  /** Another version of it is locked in a batch that waits for its signature. */
  frozen: boolean
  /** A message with it is under way. */
  sending: boolean
}

/** May the approval of these records be taken back? Throws the refusal that says why not, naming the person. */
export function judgeWithdrawal(
  batch: { state: string },
  { reason, people }: { reason: string; people: readonly ToWithdraw[] },
): void {
  if (batch.state !== 'approved') throw new Refusal('batchNotApproved', {})
  if (reason.trim() === '') throw new Refusal('reasonMissing', { for: 'việc rút phê duyệt' })
  for (const { name, own, withdrawn, frozen, sending } of people) {
    // Nobody decides on their own record, in either direction.
    if (own) throw new Refusal('ownRecord', {})
    if (withdrawn) throw new Refusal('approvalWithdrawn', { name })
    if (frozen) throw new Refusal('withdrawalFrozen', { name })
    if (sending) throw new Refusal('beingSent', {})
  }
}
