import { expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { askedIdentity, questionText, wireName } from '@/lib/domain/population/asked-identity'
import { POPULATION_RESULTS, sayResult } from '@/lib/domain/population/check-words'
import { PopulationProfile } from '@/lib/domain/population/population-profile'
import { purposesOn, sayPurpose, USUAL_PURPOSE } from '@/lib/domain/population/purposes'
import { isStanding, STANDING_WORDS, STANDINGS } from '@/lib/domain/population/standings'

const withIdentity = (over: object) => {
  const data = emptyRecord()
  Object.assign(data.identity, {
    citizen_id: '087085001234',
    full_name: 'Nguyễn Văn Ẵm',
    date_of_birth: '1985-03-12',
    ...over,
  })
  return data
}

test('only a record with number, name and birth can be asked about', () => {
  const identity = { citizenId: '087085001234', fullName: 'Nguyễn Văn Ẵm', birth: '1985-03-12' }
  expect(askedIdentity(withIdentity({}))).toEqual(identity)
  expect(askedIdentity(withIdentity({ citizen_id: '301234567' }))?.citizenId).toBe('301234567')
  for (const over of [{ citizen_id: null }, { citizen_id: '12345' }, { full_name: null }, { date_of_birth: null }])
    expect(askedIdentity(withIdentity(over))).toBeNull()
  expect(questionText('r', identity)).toBe('r\n087085001234\nNguyễn Văn Ẵm\n1985-03-12')
})

test('a name goes out in capitals and in one spelling, however it was typed', () => {
  expect(wireName('  nguyễn  văn ẵm '.normalize('NFD'))).toBe('NGUYỄN VĂN ẴM')
})

test('purposes have their day and their document', () => {
  expect(purposesOn('2026-11-27').map(({ code }) => code)).toEqual(['keepRecord', 'identifier'])
  expect(purposesOn('2026-06-30').map(({ code }) => code)).toEqual([USUAL_PURPOSE])
  expect(sayPurpose('gone')).toBe('gone')
})

test('every answer and every standing has its words', () => {
  for (const result of POPULATION_RESULTS) expect(sayResult({ result, cause: 'quota' })).not.toContain('undefined')
  for (const standing of STANDINGS) expect(STANDING_WORDS[standing].remedy).toMatch(/\.$/)
  expect([isStanding('match'), isStanding('MATCH')]).toEqual([true, false])
})

test('a profile names its secrets and never holds them', () => {
  const profile = {
    ...{ title: 'Dân cư', url: 'https://dancu.vn/x', integration: '003', service: { as: 'MaDVC', code: 'H20' } },
    ...{ officers: {}, quotaPerDay: 10 },
  }
  const digest = { user: 'u', url: 'https://dancu.vn' }
  expect(PopulationProfile.safeParse({ ...profile, digest: { ...digest, secret: 'env:SECRET' } }).success).toBe(true)
  expect(PopulationProfile.safeParse({ ...profile, digest: { ...digest, secret: 'mật khẩu' } }).success).toBe(false)
  expect(PopulationProfile.safeParse({ ...profile, url: 'http://dancu.vn/x' }).success).toBe(false)
})
