import { isPeopleStage } from '../people-stages'
import { aNumber, anyWords, aUnit, aYear, type ListAsk, oneOf, type Reader, type Sort } from './list-spec'

const aStage: Reader = (typed) => (isPeopleStage(typed) && typed !== 'people' ? typed : null)

/** The people of one's units. */
export const PEOPLE_LIST = {
  path: '/records',
  sorts: [
    ...(['name', 'unit', 'category', 'position', 'rank', 'gender'] as const),
    ...(['born', 'filled', 'missing', 'state', 'updated'] as const),
  ],
  sort: { by: 'name', down: false } as Sort<'name'>,
  filters: {
    unit: aUnit,
    /** Of the unit itself, without those below it. */
    own: oneOf(['1']),
    stage: aStage,
    category: anyWords,
    status: anyWords,
    gender: anyWords,
    position: anyWords,
    rank: anyWords,
    bornFrom: aYear,
    bornUntil: aYear,
    missingFrom: aNumber,
    party: oneOf(['yes', 'no']),
  },
  extras: ['citizenId', 'rank', 'gender', 'filled', 'status', 'phone', 'party'],
} as const

export type PeopleSort = (typeof PEOPLE_LIST.sorts)[number]
export type PeopleAsk = ListAsk<PeopleSort, keyof typeof PEOPLE_LIST.filters>
