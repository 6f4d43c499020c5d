import { expect, test } from 'vitest'
import { ALL_FIELDS, emptyRecord, fieldsOf, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { HIDDEN } from '@/lib/catalogue/hidden'
import { sayChanges } from '@/lib/domain/change-words'
import { diff } from '@/lib/domain/changes'
import { completeness } from '@/lib/domain/completeness'
import { cvForm } from '@/lib/domain/cv/layout'
import { isSensitiveOpen, isWhole, maskChanges, maskRecord, sectionsSeen } from '@/lib/domain/masking'
import type { Holder } from '@/lib/domain/policy'
import { mayOpenSensitive, needsPurpose, type Reading, readingOf } from '@/lib/domain/reading'
import { anActor } from '../support/an-actor'
import { aFullRecord } from '../support/fullest-record'

const WHOM = { personId: 'person', unitPath: '/dt/truong/' }
const STANDING = { of: 'draft', printedBy: 'A', printedAt: '10:32, 27/11/2026' } as const

function readingAs(role: Holder, opened = false): Reading {
  const reading = readingOf(anActor([role]), WHOM, { opened })
  if (!reading) throw new Error(`${role} reads nothing`)
  return reading
}

const LIMITED: Holder[] = [
  'unitAdmin',
  'provinceAdmin',
  'homeAffairsOfficer',
  'finance',
  'politicalSchool',
  'partyBody',
  'integrationAdmin',
]

/** Every text of the record that stands at a place this reader may not see, long enough to be told from chance. */
function secretsOf(data: RecordData, reading: Reading): string[] {
  const found: string[] = []
  const gather = (value: unknown) => {
    if (typeof value === 'string' && value.length > 6) found.push(value)
    else if (value !== null && typeof value === 'object')
      for (const [key, part] of Object.entries(value)) if (key !== 'kind') gather(part)
  }
  for (const section of SECTION_IDS) {
    for (const field of fieldsOf(section)) {
      if (reading.see(section, field) !== 'open') gather((data[section] as Record<string, unknown>)[field.code])
    }
  }
  return found
}

test.each(['person', 'recordsOfficer', 'unitHead'] as const)('%s sees the whole record', (role) => {
  const reading = readingOf(anActor([role], { personId: 'person' }), WHOM, { opened: false })
  const data = aFullRecord()
  expect(reading && isWhole(reading)).toBe(true)
  expect(reading && maskRecord(data, reading)).toEqual(data)
})

test.each(LIMITED)('nothing out of bounds is left in what %s is given, on paper, or in changes', (role) => {
  const reading = readingAs(role)
  for (const seed of [1, 20261122]) {
    const data = aFullRecord(seed)
    const masked = maskRecord(data, reading)
    const seen = [
      JSON.stringify(masked),
      JSON.stringify(cvForm({ data: masked, lists: codeLists, standing: STANDING })),
      JSON.stringify(sayChanges(maskChanges(diff(null, data), reading), null, masked, codeLists)),
      JSON.stringify(completeness(masked)),
    ].join('\n')
    const elsewhere = JSON.stringify(onlyOpen(data, reading))
    expect(secretsOf(data, reading).filter((secret) => seen.includes(secret) && !elsewhere.includes(secret))).toEqual(
      [],
    )
  }
})

const onlyOpen = (data: RecordData, reading: Reading) =>
  SECTION_IDS.flatMap((section) =>
    fieldsOf(section)
      .filter((field) => reading.see(section, field) === 'open')
      .map((field) => (data[section] as Record<string, unknown>)[field.code]),
  )

test('whether a hidden field is answered, and how many lines a hidden table has, is not told either', () => {
  const reading = readingAs('provinceAdmin')
  const [full, empty] = [maskRecord(aFullRecord(), reading), maskRecord(emptyRecord(), reading)]
  expect(full.family).toEqual(empty.family)
  expect(full.health.weight_kg).toBe(HIDDEN)
  expect(empty.health.weight_kg).toBe(HIDDEN)
  expect(maskChanges(diff(emptyRecord(), aFullRecord()), reading).filter(({ code }) => code === 'family')).toHaveLength(
    1,
  )
})

test('the sensitive fields are those the law names, none forgotten by the mask', () => {
  const reading = readingAs('provinceAdmin')
  const masked = maskRecord(aFullRecord(), reading)
  for (const { section, code, sensitive, table } of ALL_FIELDS) {
    if (!sensitive || table !== null) continue
    expect([code, (masked[section as keyof RecordData] as Record<string, unknown>)[code]]).toEqual([code, HIDDEN])
  }
})

test('a stated purpose opens what is sensitive to Sở Nội vụ, never what is about relatives (PD-12)', () => {
  const [before, after] = [readingAs('homeAffairsOfficer'), readingAs('homeAffairsOfficer', true)]
  expect(isSensitiveOpen(before)).toBe(false)
  expect(isSensitiveOpen(after)).toBe(true)
  expect(after.see('family', { code: 'family', sensitive: true })).toBe('masked')
  expect(isSensitiveOpen(readingAs('provinceAdmin', true))).toBe(false)
})

test('a sub-system shows its sections and no other', () => {
  expect(sectionsSeen(readingAs('finance'))).toEqual(['agency', 'position', 'salary', 'economy'])
  expect(sectionsSeen(readingAs('politicalSchool'))).toEqual(['agency', 'qualification', 'position', 'training'])
})

test('who looks in daily duty, or by an agreement in writing, states nothing; everybody else does', () => {
  const agreed = { places: ['salary'] as const, documentNo: '12/SYT', purpose: 'Đề án vị trí việc làm' }
  for (const role of ['recordsOfficer', 'unitHead'] as const) expect(needsPurpose(anActor([role]), WHOM)).toBe(false)
  expect(needsPurpose(anActor(['agreement'], { agreed }), WHOM)).toBe(false)
  for (const role of LIMITED) expect([role, needsPurpose(anActor([role]), WHOM)]).toEqual([role, true])
  expect(LIMITED.filter((role) => mayOpenSensitive(anActor([role]), WHOM))).toEqual(['homeAffairsOfficer'])
})

test('an agreement shows what it names, and nothing sensitive', () => {
  const agreed = { places: ['salary', 'health'] as const, documentNo: '12/SYT', purpose: 'Đề án vị trí việc làm' }
  const reading = readingOf(anActor(['agreement'], { agreed }), WHOM, { opened: false })
  expect(reading?.see('salary', { code: 'rank', sensitive: false })).toBe('open')
  expect(reading?.see('health', { code: 'weight_kg', sensitive: true })).toBe('masked')
  expect(reading?.see('identity', { code: 'phone', sensitive: false })).toBe('withheld')
})
