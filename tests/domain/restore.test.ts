import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyRecord, fieldNamed, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { diffSection, ORDER, same } from '@/lib/domain/changes'
import { mayEdit } from '@/lib/domain/record'
import { placeKey, restorable, restoreValues } from '@/lib/domain/restore'
import { anyRecord } from '../support/arbitrary'

const editor = fc.constantFrom('self' as const, 'unit' as const)
const section = fc.constantFrom(...SECTION_IDS)

test('what can be taken back is what differs and the editor may edit, never the other side’s', () => {
  fc.assert(
    fc.property(anyRecord(), anyRecord(), section, editor, (draft, past, where, who) => {
      for (const { code } of restorable(draft, past, where, who)) {
        const field = fieldNamed(where, code)
        expect(field && mayEdit(field, who)).toBe(true)
        expect(same(draft[where][code as never], past[where][code as never])).toBe(false)
      }
    }),
    { numRuns: 60 },
  )
})

test('taking back changes the chosen places to what they were, and no other', () => {
  fc.assert(
    fc.property(anyRecord(), anyRecord(), section, editor, fc.nat(), (draft, past, where, who, at) => {
      const all = restorable(draft, past, where, who)
      const one = all[at % Math.max(1, all.length)]
      if (!one) return
      const edit = attempt(() =>
        restoreValues({ draft, past, section: where, chosen: [placeKey(one)], editor: who, lists: codeLists }),
      )
      if (!edit) return
      const changed = diffSection(where, draft[where], edit.section).filter(({ row }) => row !== ORDER)
      expect(changed.map(placeKey)).toEqual([placeKey(one)])
      expect(same(changed[0]?.after, one.after)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

describe('a value taken back', () => {
  const draft = emptyRecord()
  const past = emptyRecord()
  past.identity.phone = '0900000001'
  past.agency.staff_number = 'DT-1'
  const call = { draft, past, lists: codeLists }

  test('is a change like any other', () => {
    const { changes } = restoreValues({ ...call, section: 'identity', chosen: ['phone/'], editor: 'self' })
    expect(changes).toEqual([{ section: 'identity', code: 'phone', row: null, before: null, after: '0900000001' }])
  })

  test('of the unit’s is not the person’s to take back', () => {
    expect(() => restoreValues({ ...call, section: 'agency', chosen: ['staff_number/'], editor: 'self' })).toThrow(
      'nothingToRestore',
    )
    expect(
      restoreValues({ ...call, section: 'agency', chosen: ['staff_number/'], editor: 'unit' }).changes,
    ).toHaveLength(1)
  })

  test('that is there already changes nothing, and says so', () => {
    expect(() =>
      restoreValues({ ...call, draft: past, section: 'identity', chosen: ['phone/'], editor: 'self' }),
    ).toThrow('nothingToRestore')
  })

  test('that today’s form refuses is refused with its sentence, and nothing else is taken with it', () => {
    const wrong = structuredClone(past)
    ;(wrong.identity as Record<string, unknown>).phone = 'điện thoại'
    ;(wrong.identity as Record<string, unknown>).email = 'a@b.vn'
    const tried = () =>
      restoreValues({ ...call, past: wrong, section: 'identity', chosen: ['phone/', 'email/'], editor: 'self' })
    expect(tried).toThrow(expect.objectContaining({ code: 'restoreInvalid', fields: { 'phone/': expect.any(String) } }))
  })
})

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
