import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL_FIELDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { judge } from '@/lib/domain/answers'
import { anyAnswer } from '../support/arbitrary'

const scalars = ALL_FIELDS.filter((field) => field.kind !== 'unit')

describe('every scalar field survives a trip through what people read and type', () => {
  test.each(scalars)('$no $code', (field) => {
    const kinds = field.codeListByKind ? Object.keys(field.codeListByKind) : [undefined]
    for (const kind of kinds) {
      fc.assert(
        fc.property(anyAnswer(field, kind), (answer) => {
          expect(judge(field, answer, codeLists, kind)).toBeNull()
          const shown = field.display(answer, codeLists, kind)
          const again = field.schema.parse(field.parse(shown, codeLists, kind))
          // Two entries of one list may share a label (an old and a new commune): the label is what must survive.
          expect(field.display(again, codeLists, kind)).toBe(shown)
          if (!sharesLabel(field, kind)) expect(again).toEqual(answer)
        }),
        { numRuns: 40 },
      )
    }
  })
})

test.each(scalars)('$no $code: what is read twice is read the same', (field) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (typed) => {
      const once = field.parse(typed, codeLists)
      expect(field.parse(once, codeLists)).toEqual(once)
    }),
    { numRuns: 50 },
  )
})

function sharesLabel(field: (typeof scalars)[number], kind?: string) {
  const name = (kind && field.codeListByKind?.[kind]) ?? field.codeList
  if (name === undefined || (field.kind !== 'choice' && field.kind !== 'multiChoice')) return false
  const labels = codeLists(name).map((entry) => entry.label.toLocaleLowerCase('vi'))
  return new Set(labels).size !== labels.length
}
