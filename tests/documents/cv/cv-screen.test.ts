import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CvPaper, type HrefOf } from '@/components/cv/cv-paper'
import { type RecordData, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { cvForm } from '@/lib/domain/cv/layout'
import { aFullRecord } from '@/tests/support/fullest-record'
import { htmlText, squeezed } from '@/tests/support/paper-text'
import { everythingSaid } from './everything-said'

const standing = { of: 'draft', printedBy: 'Võ Thị Kim Ngân', printedAt: '10:32, 22/11/2026' } as const
const formOf = (data: RecordData) => cvForm({ data, lists: codeLists, standing })
const editing: HrefOf = ({ section, code }, row) => `/my-record/${section}#f-${code}${row ? `.${row}` : ''}`
const drawn = (data: RecordData, hrefOf: HrefOf) =>
  renderToStaticMarkup(createElement(CvPaper, { form: formOf(data), hrefOf }))

test.each([1, 7, 42, 109])('every answer of the fullest person is found again (%i)', (seed) => {
  const data = aFullRecord(seed)
  const text = htmlText(drawn(data, () => null))
  expect(everythingSaid(formOf(data)).filter((said) => !text.includes(squeezed(said)))).toEqual([])
})

test('every field and every row leads to where it is edited; without leave nothing does', () => {
  const data = aFullRecord()
  const links = [...drawn(data, editing).matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
  const scalars = SECTION_IDS.flatMap((section) =>
    formOf(data).blocks.flatMap((block) =>
      block.kind === 'line' ? block.line.entries.filter(({ edit }) => edit.section === section) : [],
    ),
  )
  for (const { edit } of scalars) expect(links).toContain(editing(edit))
  expect(links).toContain('/my-record/training#f-trainings.CHUYEN_MON-1')
  expect(drawn(data, () => null)).not.toContain('href')
})

test('a field behind a question answered no leads to the question', () => {
  const data = aFullRecord()
  data.position.holds_position = false
  expect(drawn(data, editing)).toContain('href="/my-record/position#f-holds_position"')
})

test('nothing is styled in the mark-up, which the policy for styles forbids', () => {
  expect(drawn(aFullRecord(), editing)).not.toContain('style=')
})
