import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAutosave, type SaveAnswers, type SaveState, type Theirs } from '@/components/records/autosave'
import type { FieldErrors } from '@/lib/domain/refusal'
import type { Advice } from '@/lib/domain/rules/advice'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Sent = Parameters<SaveAnswers>[0]

/** A server that answers as told, one answer after the other, and the last for good. */
function aSection(...replies: (() => ReturnType<SaveAnswers>)[]) {
  const sent: Sent[] = []
  const states: SaveState[] = []
  const seen: { errors: FieldErrors; advice: readonly Advice[] } = { errors: {}, advice: [] }
  const save: SaveAnswers = (input) => {
    sent.push(input)
    return (replies.length > 1 ? replies.shift() : replies[0])?.() ?? kept(input.version + 1)()
  }
  const autosave = createAutosave({
    version: 3,
    save,
    onState: (state) => states.push(state),
    onErrors: (errors) => {
      seen.errors = errors
    },
    onAdvice: (advice) => {
      seen.advice = advice
    },
  })
  return { autosave, sent, states, seen, now: () => states.at(-1)?.is }
}

const kept =
  (version: number, errors: FieldErrors = {}, advice: Advice[] = []) =>
  async () => ({ ok: true as const, value: { version, savedAt: '2026-11-27T03:00:00Z', errors, advice } })
const cut = async () => {
  throw new TypeError('Failed to fetch')
}
const theirs: Theirs = { by: 'Bà Ngân', at: '10:31', version: 9, answers: { phone: { typed: '064', said: '064' } } }
const changed = async () => ({ ok: false as const, code: 'changedMeanwhile' as const, message: '', details: theirs })

test('a pause after the last change saves once, all that was touched', async () => {
  const { autosave, sent, now } = aSection(kept(4))
  autosave.touch('phone', '0')
  await vi.advanceTimersByTimeAsync(1000)
  autosave.touch('phone', '09')
  autosave.touch('name', 'Linh')
  await vi.advanceTimersByTimeAsync(1100)
  expect(sent).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(sent).toEqual([{ version: 3, answers: { phone: '09', name: 'Linh' } }])
  expect(now()).toBe('still')
})

test('saves of one section never overlap, and the second names the number the first brought', async () => {
  let open: () => void = () => {}
  const slow = () => new Promise<Awaited<ReturnType<SaveAnswers>>>((done) => (open = () => done(kept(4)() as never)))
  const { autosave, sent } = aSection(slow, kept(5))
  autosave.touch('phone', '1')
  const first = autosave.flush()
  autosave.touch('phone', '2')
  const second = autosave.flush()
  await vi.advanceTimersByTimeAsync(5000)
  expect(sent).toHaveLength(1)
  open()
  await Promise.all([first, second])
  expect(sent.map(({ version, answers }) => [version, answers.phone])).toEqual([
    [3, '1'],
    [4, '2'],
  ])
})

test('with the line cut nothing is lost: it is tried again, with what was typed since', async () => {
  const { autosave, sent, now } = aSection(cut, cut, kept(4))
  autosave.touch('phone', '1')
  autosave.touch('name', 'A')
  await autosave.flush()
  expect(now()).toBe('failing')
  expect(autosave.hasUnsaved()).toBe(true)
  autosave.touch('phone', '2')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(sent.at(-1)?.answers).toEqual({ phone: '2', name: 'A' })
  expect(now()).toBe('still')
  expect(autosave.hasUnsaved()).toBe(false)
})

test('a fault stays until its field is right, whatever else is saved', async () => {
  const { autosave, seen } = aSection(kept(4, { 'work.r1.period': 'Không có ngày này.' }), kept(5), kept(6))
  autosave.touch('work', [])
  await autosave.flush()
  autosave.touch('phone', '1')
  await autosave.flush()
  expect(seen.errors).toEqual({ 'work.r1.period': 'Không có ngày này.' })
  autosave.touch('work', [])
  await autosave.flush()
  expect(seen.errors).toEqual({})
})

test('when somebody else saved meanwhile nothing is sent until one value is chosen', async () => {
  const { autosave, sent, states, now } = aSection(changed, kept(10))
  autosave.touch('phone', '118')
  await autosave.flush()
  expect(states.at(-1)).toMatchObject({ is: 'conflict', mine: { phone: '118' }, theirs: { by: 'Bà Ngân' } })
  autosave.touch('name', 'Linh')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toHaveLength(1)
  await autosave.settle({ phone: '118' })
  expect(sent[1]).toEqual({ version: 9, answers: { phone: '118', name: 'Linh' } })
  expect(now()).toBe('still')
})

test('their value chosen, mine is not sent', async () => {
  const { autosave, sent } = aSection(changed, kept(10))
  autosave.touch('phone', '118')
  await autosave.flush()
  await autosave.settle({})
  expect(sent).toHaveLength(1)
  expect(autosave.hasUnsaved()).toBe(false)
})

test('what the rules say comes with each save', async () => {
  const said: Advice = { code: 'phone', anchor: 'phone', place: 'Mục 8', severity: 'warning', sentence: 'Xem lại.' }
  const { autosave, seen } = aSection(kept(4, {}, [said]), kept(5))
  autosave.touch('phone', '1')
  await autosave.flush()
  expect(seen.advice).toEqual([said])
  autosave.touch('phone', '2')
  await autosave.flush()
  expect(seen.advice).toEqual([])
})
