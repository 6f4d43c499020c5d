import { expect, test } from 'vitest'
import { requireConfirmable } from '@/lib/domain/confirmation'

const fine = { approved: 3, shown: 3, underWay: false, unsent: 0, missing: [] }
const missing = [{ section: 'identity', code: 'phone', label: 'Điện thoại' }]

test('who has nothing to send says so', () => {
  expect(() => requireConfirmable(fine)).not.toThrow()
})

test.each([
  ['nothing was ever approved', { approved: null }, 'nothingApproved'],
  ['another version was approved since the page was opened', { approved: 4 }, 'submissionDecided'],
  ['the unit holds a submission', { underWay: true }, 'submissionDecided'],
  ['a required answer is missing', { missing }, 'recordIncomplete'],
  ['the draft says something else', { unsent: 2 }, 'unsentChanges'],
])('nobody confirms when %s', (_, otherwise, code) => {
  expect(() => requireConfirmable({ ...fine, ...otherwise })).toThrow(expect.objectContaining({ code }))
})
