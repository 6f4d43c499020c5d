import { isQuiet } from './exclusion-words'

/** Of how many people a batch consists: the parts add up to everybody. */
export type BatchSum = {
  people: number
  signed: number
  unchanged: number
  /** Of the unchanged: those who said so themselves this month. */
  confirmed: number
  changed: number
  /** Nothing new and not to be signed again. */
  quiet: number
  left: number
}

export function batchSum(
  included: readonly { kind: string; confirmed?: boolean }[],
  excluded: readonly { code: string }[],
): BatchSum {
  const standing = included.filter(({ kind }) => kind === 'unchanged')
  const unchanged = standing.length
  const quiet = excluded.filter(isQuiet).length
  return {
    people: included.length + excluded.length,
    signed: included.length,
    unchanged,
    confirmed: standing.filter(({ confirmed }) => confirmed).length,
    changed: included.length - unchanged,
    quiet,
    left: excluded.length - quiet,
  }
}
