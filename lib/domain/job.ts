import type { Actor, Grant } from './policy'

export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof JOB_STATES)[number]

export const OPEN_STATES: JobState[] = ['waiting', 'running']

export const isOpen = (state: JobState) => OPEN_STATES.includes(state)

/** What may be asked of the background, from when to when. A new decision of the operator is a new line. */
export type JobTerms = {
  from: string
  until: string | null
  /** A finished file is removed after so many days. */
  keepDays: number
  /** A list that was brought in and not written is removed after so many days, with all that was read of it. */
  importDays: number
  /** So many unfinished jobs a person may have at once. */
  openJobs: number
  /** So many people one export may hold. */
  people: number
  /** So many rows one list taken away may hold. */
  rows: number
  basis: string
}

const TERMS: readonly JobTerms[] = [
  {
    from: '2024-01-01',
    until: null,
    keepDays: 7,
    importDays: 30,
    openJobs: 5,
    people: 2_000,
    rows: 200_000,
    basis: 'Cấu hình của đơn vị vận hành, chưa có văn bản quy định',
  },
]

/** The terms of a day, `YYYY-MM-DD`. Throws RangeError for a day before the first. */
export function jobTerms(day: string): JobTerms {
  const terms = TERMS.find(({ from, until }) => from <= day && (until === null || day <= until))
  if (!terms) throw new RangeError(`No terms for jobs on ${day}`)
  return terms
}

/** A job acts with the roles of the day it runs, and only with those that were there when it was asked for. */
export function narrowedTo(actor: Actor, then: readonly Pick<Grant, 'role' | 'unitId'>[]): Actor {
  const grants = actor.grants.filter(({ role, unitId }) =>
    then.some((grant) => grant.role === role && grant.unitId === unitId),
  )
  return { ...actor, grants }
}

/** A job that was begun so often without getting a step further ends. */
export const MOST_ATTEMPTS = 5

/** How long to wait after the nth start that came to nothing, in milliseconds. */
export const pauseAfter = (attempts: number) => Math.min(300_000, 5_000 * 2 ** (attempts - 1))
