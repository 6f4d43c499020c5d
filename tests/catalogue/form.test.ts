import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ALL_FIELDS, ALL_TABLES, SECTION_IDS } from '@/lib/catalogue'
import { CODE_LIST_NAMES, codeLists } from '@/lib/catalogue/code-lists'
import { CONDITIONS, GATE_CODES } from '@/lib/catalogue/conditions'
import { cvModels } from '@/prisma/cv-models'
import { formDocument } from '@/prisma/docs'

const numbered = ALL_FIELDS.filter((field) => field.no !== null)

test('the form has 109 numbered fields, 1 to 109 in order, in 13 sections', () => {
  expect(numbered.map((field) => field.no)).toEqual(Array.from({ length: 109 }, (_, index) => index + 1))
  expect(SECTION_IDS).toHaveLength(13)
  expect(ALL_TABLES).toHaveLength(9)
})

test('every code is used once, so that it can be a column and an answer across sections', () => {
  const codes = [...ALL_FIELDS.filter((field) => field.table === null), ...ALL_TABLES].map((field) => field.code)
  expect(codes).toEqual([...new Set(codes)])
})

test('every gate question is in the form, at the head of its section, and asked only after its own gate', () => {
  for (const gate of GATE_CODES) {
    const field = ALL_FIELDS.find((one) => one.code === gate)
    expect(field, gate).toMatchObject({ kind: 'boolean', no: null })
  }
})

test('every code list named by a field exists, is not empty, and has no code twice within its validity', () => {
  const names = ALL_FIELDS.flatMap((field) => [field.codeList ?? [], Object.values(field.codeListByKind ?? {})].flat())
  // `don-vi` is the unit table of the database, not a list.
  for (const name of new Set([...names, ...CODE_LIST_NAMES].filter((one) => one !== 'don-vi'))) {
    const keys = codeLists(name).map((entry) => `${entry.code}@${entry.validFrom ?? ''}@${entry.validUntil ?? ''}`)
    expect(keys.length, name).toBeGreaterThan(0)
    if (!name.includes('don-vi-hanh-chinh')) expect(keys, name).toEqual([...new Set(keys)])
  }
})

test('no label of a list for several choices holds the semicolon that parts them', () => {
  const several = ALL_FIELDS.flatMap(({ kind, codeList }) => (kind === 'multiChoice' && codeList ? codeList : []))
  expect(several).toContain('chuc-vu')
  for (const name of several) expect(codeLists(name).filter(({ label }) => label.includes(';'))).toEqual([])
})

test('a condition that no field uses is dead', () => {
  const used = new Set([...ALL_FIELDS, ...ALL_TABLES].flatMap((field) => [field.required, field.shownWhen]))
  expect(Object.keys(CONDITIONS).filter((id) => !used.has(id as never))).toEqual([])
})

test('docs/form.md says what the catalogue says (npm run docs)', () => {
  expect(readFileSync('docs/form.md', 'utf8')).toBe(formDocument())
})

test('the tables of the approved record follow from the catalogue (npm run db:cv)', () => {
  const bare = (text: string) => text.replace(/\s+/g, ' ').trim()
  expect(bare(readFileSync('prisma/schema/cv.prisma', 'utf8'))).toBe(bare(cvModels()))
})
