import { expect, test } from 'vitest'
import { CATALOGUE, emptyRecord, fieldsOf, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { sectionSheet } from '@/lib/domain/form-spec'
import { inPaperOrder } from '@/lib/domain/paper-order'

const sheetOf = (section: (typeof SECTION_IDS)[number]) =>
  sectionSheet({ section, draft: emptyRecord(), approved: null, editor: 'self', lists: codeLists, today: '2026-11-27' })

test('a section reads down the paper: each question before what it opens, each item after the one before', () => {
  const items = (section: (typeof SECTION_IDS)[number]) => sheetOf(section).fields.map(({ item }) => item)
  expect([...new Set(items('identity'))]).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'])
  expect([...new Set(items('affiliation'))]).toEqual(['12', '13', '14', '15', '16', '17', '18'])
  expect([...new Set(items('background'))]).toEqual(['34.1', '34.2', '34.3', '34.2–34.3'])
  const codes = sheetOf('affiliation').fields.map(({ code }) => code)
  expect(codes.indexOf('is_party_member')).toBeLessThan(codes.indexOf('party_joined_on'))
})

test('nothing is lost on the way, and sections follow each other', () => {
  for (const section of SECTION_IDS) {
    const codes = inPaperOrder(fieldsOf(section)).map(({ code }) => code)
    expect([...codes].sort()).toEqual(
      fieldsOf(section)
        .map(({ code }) => code)
        .sort(),
    )
  }
  const starts = SECTION_IDS.map((section) => Number(/^\d+/.exec(CATALOGUE[section].item)?.[0] ?? 0))
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
})
