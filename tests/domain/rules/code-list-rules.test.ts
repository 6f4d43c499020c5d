import { expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { codeLists, listsWith } from '@/lib/catalogue/code-lists'
import { changedLists, rowOfEntry } from '@/lib/domain/code-lists/changed-lists'
import { adviceFor } from '@/lib/domain/rules/advice'
import { closedCode } from '@/lib/domain/rules/code-list-rules'
import { judgeRecord } from '@/lib/domain/rules/judge-record'

const TODAY = '2026-11-27'
const closing = (list: string, code: string, validUntil: string, successor: string | null) => {
  const entry = codeLists(list).find((one) => one.code === code)!
  return { ...rowOfEntry({ ...entry, validUntil }), successor, list, basis: 'QĐ 124' }
}
const lists = listsWith(
  changedLists([
    closing('dan-toc', '01', '2026-10-31', '02'),
    closing('xep-loai-chat-luong', '01', '2024-12-31', null),
  ]),
)
const found = (data: ReturnType<typeof emptyRecord>, today = TODAY) =>
  judgeRecord({ data, today, lists }).filter(({ rule }) => rule === 'CL-closed')

test('a closed code is said at its field with the code to write instead, and nothing is changed by it', () => {
  const data = emptyRecord()
  data.identity.ethnicity = '01'
  const [finding] = found(data)
  expect(finding).toMatchObject({ severity: 'warning', proposal: { from: '01', to: '02' } })
  expect(finding?.sentence).toContain('hết hiệu lực sau ngày 31/10/2026 (QĐ 124)')
  expect(data.identity.ethnicity).toBe('01')
  const advice = adviceFor('identity', { data, today: TODAY, lists })
  expect(advice).toContainEqual(expect.objectContaining({ code: 'ethnicity', proposal: finding?.proposal }))
})

test('until its last day it is as good as any', () => {
  const data = emptyRecord()
  data.identity.ethnicity = '01'
  expect(found(data, '2026-10-31')).toEqual([])
})

test('a row is judged by the time it speaks of, not by today', () => {
  const data = emptyRecord()
  const row = { professional_rating: '01', emulation_title: null, reward_form: null } as never
  data.recognition.rewards = [
    { ...(row as object), id: 'a', reward_year: 2024 },
    { ...(row as object), id: 'b', reward_year: 2025 },
  ] as never
  expect(found(data).map(({ place }) => place.row)).toEqual(['b'])
  expect(found(data)[0]?.proposal).toBeUndefined()
})

test('what was closed when the lists were shipped has rules of its own', () => {
  expect(closedCode(codeLists, 'chuc-vu', 'TP_HUYEN', TODAY)).toBeNull()
})
