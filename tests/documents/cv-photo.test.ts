import { expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { cvDocx } from '@/lib/documents/cv/cv-docx'
import { cvPdf } from '@/lib/documents/cv/cv-pdf'
import type { Picture } from '@/lib/domain/cv/form'
import { cvForm } from '@/lib/domain/cv/layout'
import { aJpeg, aPng } from '../support/a-paper'
import { unzip } from './unzip'

const AT = new Date('2026-11-27T08:40:12+07:00')
const form = (picture: Picture | null) => ({
  ...cvForm({
    data: emptyRecord(),
    lists: codeLists,
    standing: { of: 'draft', printedBy: 'Nguyễn Thị Thùy Linh', printedAt: '08:40, 27/11/2026' },
  }),
  picture,
})
const PICTURES: Picture[] = [
  { id: 'a', kind: 'jpeg', bytes: aJpeg() },
  { id: 'b', kind: 'png', bytes: aPng() },
]

test.each(PICTURES)('the photograph stands in the frame of the form, on paper and in Word ($kind)', async (picture) => {
  const pdf = Buffer.from(await cvPdf(form(picture), AT)).toString('latin1')
  expect(pdf).toMatch(/\/Subtype\s*\/Image/)
  const parts = unzip(Buffer.from(cvDocx(form(picture), AT)))
  expect(parts.get(`word/media/photo.${picture.kind}`)?.equals(Buffer.from(picture.bytes))).toBe(true)
  expect(String(parts.get('word/document.xml'))).toContain('r:embed="rId5"')
  expect(String(parts.get('word/_rels/document.xml.rels'))).toContain(`Id="rId5"`)
})

test('without one, and with one that cannot be read, the frame says what belongs there', async () => {
  for (const picture of [null, { id: 'c', kind: 'jpeg', bytes: Buffer.from('no picture') } as Picture]) {
    expect(Buffer.from(await cvPdf(form(picture), AT)).toString('latin1')).not.toMatch(/\/Subtype\s*\/Image/)
  }
  const parts = unzip(Buffer.from(cvDocx(form(null), AT)))
  expect(String(parts.get('word/document.xml'))).toContain('4 × 6 cm')
})
