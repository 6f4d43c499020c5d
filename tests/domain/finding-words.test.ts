import { expect, test } from 'vitest'
import { placeWords } from '@/lib/domain/finding-words'
import { aCompleteDraft } from '../support/complete-draft'

const data = aCompleteDraft({ fullName: 'A', citizenId: '087085004321', unit: { code: 'a', name: 'A' } })

test('a place is told by item, label, row and column', () => {
  expect(placeWords({ section: 'identity', code: 'citizen_id' }, data)).toBe('Mục 8. Số căn cước công dân')
  expect(placeWords({ section: 'family', code: 'family', row: 'f2', column: 'family_birth_year' }, data)).toMatch(
    /^Mục 36.*, dòng 2, Năm sinh$/,
  )
})
