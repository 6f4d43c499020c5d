import { isQuiet } from './exclusion-words'

/** Of how many people a batch consists: the parts add up to everybody. */
export type BatchSum = {
  people: number
  signed: number
  unchanged: number
  changed: number
  /** Nothing new and not to be signed again. */
  quiet: number
  left: number
}

export function batchSum(included: readonly { kind: string }[], excluded: readonly { code: string }[]): BatchSum {
  const unchanged = included.filter(({ kind }) => kind === 'unchanged').length
  const quiet = excluded.filter(isQuiet).length
  return {
    people: included.length + excluded.length,
    signed: included.length,
    unchanged,
    changed: included.length - unchanged,
    quiet,
    left: excluded.length - quiet,
  }
}
