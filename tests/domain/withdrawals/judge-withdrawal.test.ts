import { expect, test } from 'vitest'
import { Refusal } from '@/lib/domain/refusal'
import { judgeWithdrawal } from '@/lib/domain/withdrawals/judge-withdrawal'

const one = { name: 'Lê Văn Ba', own: false, withdrawn: false, frozen: false, sending: false }
const codeOf = (state: string, reason: string, ...people: (typeof one)[]) => {
  try {
    judgeWithdrawal({ state }, { reason, people })
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test('R64: an approval is taken back of a signed batch, with a reason, and not by whom it is about', () => {
  expect(codeOf('approved', 'Sai số', one)).toBeNull()
  expect(codeOf('frozen', 'Sai số', one)).toBe('batchNotApproved')
  expect(codeOf('cancelled', 'Sai số', one)).toBe('batchNotApproved')
  expect(codeOf('approved', '  ', one)).toBe('reasonMissing')
  expect(codeOf('approved', 'Sai số', one, { ...one, own: true })).toBe('ownRecord')
  expect(codeOf('approved', 'Sai số', { ...one, withdrawn: true })).toBe('approvalWithdrawn')
  expect(codeOf('approved', 'Sai số', { ...one, frozen: true })).toBe('withdrawalFrozen')
  expect(codeOf('approved', 'Sai số', { ...one, sending: true })).toBe('beingSent')
})
