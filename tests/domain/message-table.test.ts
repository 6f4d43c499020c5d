import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messageTable, readAnew, type WrittenRow } from '@/lib/domain/exchange/message-table'
import { changingWords, readComplaint, SHIPPED_MESSAGES } from '@/lib/domain/national-errors'

const DAY = '2026-11-27'
const row = (over: Partial<WrittenRow> = {}): WrittenRow => ({
  ...{ id: 1, key: 'ours', sentence: 'Ngày … chưa tới', code: 'E_FORMAT', field: 'NgaySinh' },
  ...{ message: 'Xem lại ngày …', validFrom: DAY, withdrawn: false },
  ...over,
})

test('a written row speaks before the table the portal comes with, from its day on', () => {
  const table = messageTable([row({ sentence: 'Mã … không đúng với danh mục', validFrom: '2026-12-01' })], DAY)
  expect(table).toEqual(SHIPPED_MESSAGES)
  const later = messageTable([row({ sentence: 'Mã … không đúng với danh mục', validFrom: '2026-12-01' })], '2026-12-01')
  expect(readComplaint('Mã dân tộc không đúng với danh mục!', later)).toMatchObject({ code: 'E_FORMAT' })
})

test('of a key the newest row counts, one that was withdrawn is gone, and a shipped row may be written anew', () => {
  const anew = row({ id: 2, message: 'Sửa ngày …' })
  expect(messageTable([row(), anew], DAY)[0]).toBe(anew)
  expect(messageTable([row(), row({ id: 3, withdrawn: true })], DAY)).toEqual(SHIPPED_MESSAGES)
  const shipped = row({ key: 'de-trong', sentence: '… còn thiếu' })
  expect(messageTable([shipped], DAY).map(({ key }) => key)).toEqual(SHIPPED_MESSAGES.map(({ key }) => key))
  expect(messageTable([{ ...shipped, withdrawn: true }], DAY)).toHaveLength(SHIPPED_MESSAGES.length - 1)
})

test('R108: an unknown sentence gets its field and its words as soon as a row knows it', () => {
  const unknown = readComplaint('Ngày 31/02/1990 chưa tới!')
  expect(unknown).toMatchObject({ code: 'E_UNMAPPED', field: null })
  if (typeof unknown === 'string') throw new Error('a complaint was expected')
  expect(readAnew(unknown, messageTable([row()], DAY))).toMatchObject({
    ...{ code: 'E_FORMAT', field: 'NgaySinh', message: 'Xem lại ngày 31/02/1990', raw: unknown.raw },
  })
})

test('the changing words are found wherever the fixed ones leave them', () => {
  const word = fc.stringMatching(/^[a-zà-ỹ0-9 ]{1,12}$/u).map((text) => text.trim())
  fc.assert(
    fc.property(word, word, word, (head, words, tail) => {
      fc.pre([head, words, tail].every((part) => part !== '') && !words.includes(tail) && !tail.includes(words))
      const said = `${head} ${words} ${tail}`
      fc.pre(said.replace(/\s+/g, ' ') === said && !`${words} ${tail}`.slice(0, -tail.length).includes(` ${tail}`))
      expect(changingWords(`${head} … ${tail}!`, said)).toBe(words.normalize('NFC'))
      expect(changingWords(said, said)).toBe('')
    }),
  )
})

test.each([
  ['Mã … không đúng', 'Mã dân tộc đúng'],
  ['… không được để trống', 'Họ tên để trống'],
  ['Tài khoản…', 'Không có tài khoản'],
  ['a…b…c', 'abcx'],
])('%s does not fit "%s"', (sentence, text) => {
  expect(changingWords(sentence, text)).toBeNull()
})

test('a long hostile answer is read in no time', () => {
  const started = performance.now()
  changingWords('a…a…a…b', 'a'.repeat(10_000_000))
  expect(performance.now() - started).toBeLessThan(2_000)
})
