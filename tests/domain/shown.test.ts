import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyRecord, fieldsOf, flatten, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import { GATE_CODES, isClosed } from '@/lib/catalogue/conditions'
import { completeness } from '@/lib/domain/completeness'
import { hiddenAnswers, shownOnly } from '@/lib/domain/shown'
import { aCompleteDraft } from '../support/complete-draft'
import { anyFullRecord } from '../support/fullest-record'

const member = (change: Partial<RecordData['affiliation']>) => {
  const data = emptyRecord()
  Object.assign(data.affiliation, {
    is_party_member: true,
    is_official_party_member: true,
    party_joined_on: '2010-05-19',
    party_official_on: '2011-05-19',
    ...change,
  })
  return data
}

test('behind a “Không” nothing is sent, also not behind the questions that stand behind it', () => {
  expect(hiddenAnswers(member({}))).toEqual([])
  expect(hiddenAnswers(member({ is_official_party_member: false })).map(({ code }) => code)).toEqual([
    'party_official_on',
  ])
  const left = member({ is_party_member: false })
  expect(hiddenAnswers(left).map(({ code }) => code)).toEqual([
    'is_official_party_member',
    'party_joined_on',
    'party_official_on',
  ])
  expect(shownOnly(left).affiliation).toMatchObject({ is_party_member: false, party_official_on: null })
  // What is not asked is not missing either.
  expect(completeness(left).find(({ section }) => section === 'affiliation')?.missing).not.toContainEqual(
    expect.objectContaining({ code: 'party_official_on' }),
  )
})

test('an unanswered question hides nothing', () => {
  const unanswered = member({ is_party_member: null })
  expect(shownOnly(unanswered)).toBe(unanswered)
})

test('rows of a kind that was answered “Không” go, the others stay', () => {
  const data = emptyRecord()
  const row = (id: string, kind: string) => ({ id, kind, special_history_period: null, special_history_detail: 'x' })
  Object.assign(data.background, {
    lived_under_old_regime: false,
    has_foreign_relations: true,
    specialHistory: [row('a', 'OLD_REGIME'), row('b', 'FOREIGN_ORG')],
  })
  expect(shownOnly(data).background.specialHistory).toMatchObject([{ id: 'b' }])
  expect(hiddenAnswers(data).map(({ code }) => code)).toEqual(['specialHistory'])
})

test('questions stand behind each other as the form says', () => {
  const gates = SECTION_IDS.flatMap((section) => fieldsOf(section)).filter(({ code }) =>
    (GATE_CODES as readonly string[]).includes(code),
  )
  for (const { code, gate } of gates) {
    for (const other of GATE_CODES) {
      const closed = isClosed(code as (typeof GATE_CODES)[number], { [other]: false })
      expect(closed).toBe(other === code || other === gate)
    }
  }
})

test('whatever is answered, what is left is all shown, and nothing more is left out', () => {
  fc.assert(
    fc.property(fc.subarray([...GATE_CODES]), anyFullRecord({ rowsOfKind: 1 }), (no, full) => {
      const data = structuredClone(full)
      for (const section of SECTION_IDS)
        for (const code of no) if (code in data[section]) Object.assign(data[section], { [code]: false })
      const shown = shownOnly(data)
      expect(shownOnly(shown)).toBe(shown)
      expect(hiddenAnswers(shown)).toEqual([])
      const answers = flatten(shown)
      for (const code of no) expect(answers[code] ?? false).toBe(false)
    }),
    { numRuns: 40 },
  )
})

test('a record as it is filled in loses nothing', () => {
  const draft = aCompleteDraft({ fullName: 'Lê Văn Sáu', citizenId: '087066000123', unit: { code: 'a', name: 'A' } })
  expect(hiddenAnswers(draft)).toEqual([])
})
