import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RecordData } from '@/lib/catalogue'
import type { Lists } from '@/lib/catalogue/code-list'
import { codeLists } from '@/lib/catalogue/code-lists'
import { findingKey, judgeRecord, RULES } from '@/lib/domain/rules/judge-record'
import { rulesDocument } from '@/prisma/docs'
import { anyRecord } from '../../support/arbitrary'
import { aCompleteDraft } from '../../support/complete-draft'
import { EXAMPLES } from './examples'
import { ACROSS_ROWS, FURTHER_EXAMPLES } from './further-examples'

const ALL_EXAMPLES = { ...EXAMPLES, ...FURTHER_EXAMPLES }

const TODAY = '2026-11-22'
const judge = (data: RecordData, today = TODAY, lists: Lists = codeLists) => judgeRecord({ data, today, lists })

/** Nguyễn Văn A, born 14/08/1985, of whom no rule complains. */
const good = () => {
  const data = aCompleteDraft({
    fullName: 'Nguyễn Văn A',
    citizenId: '087085004321',
    unit: { code: 'thpt', name: 'Trường THPT' },
  })
  data.identity.date_of_birth = '1985-08-14'
  data.affiliation.current_unit_joined_on = '2011-09-01'
  return data
}

test('a sound record is left alone', () => {
  expect(judge(good())).toEqual([])
})

test('every rule has its examples, and every example its rule', () => {
  expect(Object.keys(ALL_EXAMPLES).sort()).toEqual(RULES.map(({ id }) => id).sort())
})

test.each(RULES)('$id accepts one value and refuses another', ({ id, severity }) => {
  const example = ALL_EXAMPLES[id]!
  const [accepted, refused] = [good(), good()]
  example.accepts(accepted)
  example.refuses(refused)
  expect(judge(accepted, example.today, example.lists).filter(({ rule }) => rule === id)).toEqual([])
  const found = judge(refused, example.today, example.lists).filter(({ rule }) => rule === id)
  expect(found).toMatchObject([{ severity, sentence: expect.stringMatching(/\.$/) }])
})

test.each(Object.entries(ACROSS_ROWS))('%s looks across the rows', (id, { accepts, refuses }) => {
  const [accepted, refused] = [good(), good()]
  accepts(accepted)
  refuses(refused)
  expect(judge(accepted).filter(({ rule }) => rule === id)).toEqual([])
  expect(judge(refused).filter(({ rule }) => rule === id)).toHaveLength(1)
})

test('no rule fails on any record the form can hold, and each finding has a name of its own', () => {
  fc.assert(
    fc.property(anyRecord(), (data) => {
      const keys = judge(data).map(findingKey)
      expect(keys.every((key) => key.includes('/'))).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('what does not apply to a person is not held against them', () => {
  const data = good()
  data.agency.person_category = 'LAO_DONG_HOP_DONG'
  data.salary.salary_coefficient = '3.34'
  expect(judge(data).map(({ rule }) => rule)).not.toContain('R49-coefficient')
})

test('docs/rules.md says what the rules say (npm run docs)', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(rulesDocument())
})
