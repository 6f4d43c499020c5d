import { expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { answerAt, type WaitingWord, waitingFindings } from '@/lib/domain/excel/waiting-words'

const word = (more: Partial<WaitingWord>): WaitingWord => ({
  ...{ section: 'identity', code: 'ethnicity', rowId: null, column: null, text: 'Lạ', fileName: 'a.xlsx' },
  ...more,
})
const inRow = word({ section: 'recognition', code: 'rewards', rowId: 'r1', column: 'reward_form' })

test('a word waits until a value stands at its place, of a field or of a row', () => {
  const data = emptyRecord()
  data.recognition.rewards = [{ id: 'r1', reward_form: null }] as never
  expect(waitingFindings(data, 'identity', [word({}), inRow])).toMatchObject([{ place: { code: 'ethnicity' } }])
  expect(waitingFindings(data, 'recognition', [inRow])).toMatchObject([
    { severity: 'warning', place: { code: 'rewards', row: 'r1', column: 'reward_form' } },
  ])
  data.identity.ethnicity = '01'
  data.recognition.rewards = [{ id: 'r1', reward_form: '05' }] as never
  expect(waitingFindings(data, 'identity', [word({})])).toEqual([])
  expect(waitingFindings(data, 'recognition', [inRow])).toEqual([])
})

test('of a row that is gone nothing waits any more', () => {
  expect(answerAt(emptyRecord(), 'recognition', inRow)).toBeUndefined()
  expect(waitingFindings(emptyRecord(), 'recognition', [inRow])).toEqual([])
})
