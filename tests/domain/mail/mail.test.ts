import { expect, test } from 'vitest'
import { EmailAddress, maskedEmail } from '@/lib/domain/mail/email'
import { nextTry, worthUntil } from '@/lib/domain/mail/letter'
import { emailChangedLetter, emailCodeLetter, passwordSetLetter, resetLinkLetter } from '@/lib/domain/mail/letter-words'
import { admitAsk, claimHolds, mayResetBySelf } from '@/lib/domain/mail/self-reset'

const noon = new Date('2026-11-24T05:00:00Z')
const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

test('an address is taken as it is meant, and shown as its owner knows it', () => {
  expect(EmailAddress.parse('  Linh.Nguyen@DongThap.gov.vn ')).toBe('linh.nguyen@dongthap.gov.vn')
  for (const wrong of ['', 'linh', 'linh@', 'a b@c.vn', 'linh@c.vn\nBcc: x@y.vn', `${'x'.repeat(120)}@c.vn`]) {
    expect(EmailAddress.safeParse(wrong).success).toBe(false)
  }
  expect(['linh.nguyen@gmail.com', 'an@gmail.com', 'x@y.vn'].map(maskedEmail)).toEqual([
    'l…n@gmail.com',
    'a…@gmail.com',
    'x…@y.vn',
  ])
})

test('a letter is tried again at growing intervals, but not when it would come too late', () => {
  const worth = worthUntil('resetLink', noon)
  expect(worth).toEqual(at(30))
  expect([1, 2, 3, 4, 5].map((attempts) => nextTry(attempts, worth, noon)?.getTime())).toEqual(
    [10, 30, 60, 300, 900].map((seconds) => noon.getTime() + seconds * 1000),
  )
  expect(nextTry(6, worth, noon)).toBeNull()
  expect(nextTry(60, worthUntil('alarm', noon), noon)).toEqual(at(60))
})

test('a link is asked for three times an hour for a name, twenty times in ten minutes from an address', () => {
  const times = (count: number) => Array.from({ length: count }, (_, n) => at(-n))
  const ask = (ofName: Date[], ofAddress: Date[]) => () => admitAsk({ ofName, ofAddress }, noon)
  expect(ask(times(2), times(9))).not.toThrow()
  expect(ask(times(3), [])).toThrow(expect.objectContaining({ details: { minutes: 58 } }))
  expect(ask([], Array(20).fill(at(-4)))).toThrow(expect.objectContaining({ details: { minutes: 6 } }))
  expect(ask([at(-61), at(-62), at(-63)], Array(20).fill(at(-11)))).not.toThrow()
})

test('a code holds for a quarter of an hour and five tries', () => {
  expect(claimHolds({ sentAt: at(-14), wrongTries: 4 }, noon)).toBe(true)
  expect(claimHolds({ sentAt: at(-15), wrongTries: 0 }, noon)).toBe(false)
  expect(claimHolds({ sentAt: noon, wrongTries: 5 }, noon)).toBe(false)
})

test('a mailbox alone is not enough for whom the law asks a second factor', () => {
  const grant = {
    role: 'unitAdmin',
    unitId: 'u',
    unitPath: '/dt/',
    unitName: 'X',
    from: '2026-01-01',
    until: null,
  } as const
  const account = { email: 'x@y.vn', disabledAt: null, secondFactor: false, grants: [] }
  expect(mayResetBySelf(account, '2026-11-24')).toBe(true)
  expect(mayResetBySelf({ ...account, email: null }, '2026-11-24')).toBe(false)
  expect(mayResetBySelf({ ...account, disabledAt: noon }, '2026-11-24')).toBe(false)
  expect(mayResetBySelf({ ...account, grants: [grant] }, '2026-11-24')).toBe(false)
  expect(mayResetBySelf({ ...account, grants: [grant], secondFactor: true }, '2026-11-24')).toBe(true)
})

test('every letter says whose it is and what to do if one did not ask for it', () => {
  const address = 'https://hoso.vn/reset-password/x'
  const letters = [emailCodeLetter('012345'), resetLinkLetter('linh', address), passwordSetLetter('linh', '10:32')]
  for (const { text } of [...letters, emailChangedLetter('linh', '10:32')]) {
    expect(text).toMatch(/Nếu (không phải Anh\/Chị|Anh\/Chị không yêu cầu)/)
    expect(text).toMatch(/Cổng hồ sơ.+tỉnh Đồng Tháp/)
  }
  // Alone on its line, so that no mail program takes a full stop for part of it.
  expect(letters[1]?.text.split('\n')).toContain(address)
})
