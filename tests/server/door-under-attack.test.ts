import { expect, test } from 'vitest'
import { signIn } from '@/lib/server/sign-in'
import { anAccount, PASSWORD } from './an-account'

const morning = new Date('2026-11-24T01:00:00Z')
/** The n-th of a thousand tries spread over one minute. */
const tick = (n: number) => new Date(morning.getTime() + n * 60)
const THOUSAND = Array.from({ length: 1000 }, (_, n) => n)

/** What became of each try. With a code, since some names are asked for one before anything is judged. */
async function knock(tries: { username: string; address: string; at: Date }[]): Promise<Record<string, number>> {
  const told: Record<string, number> = {}
  for (const { username, address, at } of tries) {
    const given = { username, password: 'sai', code: '123456' }
    const answer = await signIn(given, { address, agent: '' }, at).then(
      () => 'in',
      (refusal) => String(refusal.code).replace('signInCodeWrong', 'signInWrong'),
    )
    told[answer] = (told[answer] ?? 0) + 1
  }
  return told
}

test('a thousand tries a minute at one account, each from another address: five passwords are looked at', async () => {
  const { user } = await anAccount()
  const tries = THOUSAND.map((n) => ({ username: user.username, address: `10.9.${n >> 8}.${n & 255}`, at: tick(n) }))
  expect(await knock(tries)).toEqual({ signInWrong: 5, signInLocked: 995 })
  const right = { username: user.username, password: PASSWORD }
  await expect(signIn(right, { address: '10.10.0.1', agent: '' }, tick(1001))).rejects.toMatchObject({
    code: 'signInLocked',
  })
}, 120_000)

test('the same pace from one address, each try at another account: thirty, then one in ten seconds', async () => {
  const tries = THOUSAND.slice(0, 300).map((n) => ({ username: `nguoi.${n}`, address: '10.11.0.1', at: tick(n) }))
  const told = await knock(tries)
  expect(told.signInWrong).toBeGreaterThanOrEqual(30)
  expect(told.signInWrong).toBeLessThanOrEqual(32)
  expect(told.addressSlowed).toBe(300 - (told.signInWrong ?? 0))
}, 120_000)

test('the time of the answer does not tell who has an account', async () => {
  const { user } = await anAccount()
  const took = async (username: string, n: number) => {
    const began = performance.now()
    // An hour apart: none of these is counted for the next.
    await knock([{ username, address: `10.12.0.${n}`, at: new Date(morning.getTime() + n * 3_660_000) }])
    return performance.now() - began
  }
  await took('lam.nong', 0)
  const [known, unknown]: [number[], number[]] = [[], []]
  for (let n = 1; n <= 21; n++) {
    known.push(await took(user.username, n))
    unknown.push(await took(`khong.co.${n}`, n))
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[10] ?? 0
  const ratio = median(known) / median(unknown)
  // The slow hash is nine tenths of it; without it an unknown name would be answered ten times as fast.
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
}, 60_000)
