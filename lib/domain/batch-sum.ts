import { isQuiet } from './exclusion-words'

/** Of how many people a batch consists: the parts add up to everybody. */
export type BatchSum = {
  people: number
  signed: number
  unchanged: number
  /** Of the unchanged: those who said so themselves this month. */
  confirmed: number
  /** Of the unchanged and of those with nothing new: whose approved version the ministry has. */
  sent: number
  changed: number
  /** Nothing new and not to be signed again. */
  quiet: number
  left: number
}

export function batchSum(
  included: readonly { kind: string; confirmed?: boolean; sent?: boolean }[],
  excluded: readonly { code: string; sent?: boolean }[],
): BatchSum {
  const standing = included.filter(({ kind }) => kind === 'unchanged')
  const unchanged = standing.length
  const still = excluded.filter(isQuiet)
  const quiet = still.length
  return {
    people: included.length + excluded.length,
    signed: included.length,
    unchanged,
    confirmed: standing.filter(({ confirmed }) => confirmed).length,
    sent: [...standing, ...still].filter(({ sent }) => sent).length,
    changed: included.length - unchanged,
    quiet,
    left: excluded.length - quiet,
  }
}
