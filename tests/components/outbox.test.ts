import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Edit, Place, SendAnswers, Theirs } from '@/components/outbox/edit'
import { type EditStore, storeInPage } from '@/components/outbox/edit-store'
import { createOutbox } from '@/components/outbox/outbox'
import { saveState } from '@/components/records/save-state'
import type { FieldErrors } from '@/lib/domain/refusal'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Sent = { section: string; version: number; answers: Record<string, unknown> }
type Reply = (version: number) => ReturnType<SendAnswers>

const IDENTITY: Place = { recordId: 'r', section: 'identity' }
const HEALTH: Place = { recordId: 'r', section: 'health' }
const FAMILY: Place = { recordId: 'r', section: 'family' }

/** A server that answers as told, one answer after the other, and the last for good. */
function aServer(...replies: Reply[]) {
  const sent: Sent[] = []
  const line = { cut: false }
  const send: SendAnswers = ({ section }, { version, answers }) => {
    if (line.cut) return cut()
    sent.push({ section, version, answers })
    return (replies.length > 1 ? replies.shift() : replies[0])?.(version) ?? kept()(version)
  }
  return { sent, send, line }
}

/** A page with its outbox; another page over the same store is the same device, later. */
function aPage({ send }: Pick<ReturnType<typeof aServer>, 'send'>, store: EditStore = storeInPage()) {
  const outbox = createOutbox({
    store,
    send,
    now: () => new Date(),
    online: () => true,
    exclusively: (work) => work(),
    tell: () => {},
  })
  for (const place of [IDENTITY, HEALTH, FAMILY]) outbox.show(place, 3)
  const heard: Edit[] = []
  const errors: FieldErrors[] = []
  outbox.onSaved((edit, saved) => {
    heard.push(edit)
    errors.push(saved.errors)
  })
  return { outbox, store, heard, errors, now: (place = IDENTITY) => saveState(outbox.state(), place, null).is }
}

const kept =
  (errors: FieldErrors = {}): Reply =>
  async (version) => ({
    ok: true as const,
    value: { version: version + 1, savedAt: '2026-11-27T03:00:00Z', errors, advice: [] },
  })
const cut = async (): Promise<never> => {
  throw new TypeError('Failed to fetch')
}
const theirs: Theirs = { by: 'Bà Ngân', at: '10:31', version: 9, answers: { phone: { typed: '064', said: '064' } } }
const changed: Reply = async () => ({
  ok: false as const,
  code: 'changedMeanwhile' as const,
  message: '',
  details: theirs,
})
const locked: Reply = async () => ({ ok: false as const, code: 'sessionLocked' as const, message: 'Đang khóa.' })

test('a pause after the last change saves once what was typed in a field', async () => {
  const server = aServer()
  const { outbox, now } = aPage(server)
  outbox.note(IDENTITY, 'phone', '0')
  await vi.advanceTimersByTimeAsync(1000)
  outbox.note(IDENTITY, 'phone', '09')
  await vi.advanceTimersByTimeAsync(1100)
  expect(server.sent).toEqual([])
  expect(now()).toBe('waiting')
  await vi.advanceTimersByTimeAsync(200)
  expect(server.sent).toEqual([{ section: 'identity', version: 3, answers: { phone: '09' } }])
  expect(now()).toBe('still')
})

test('saves never overlap, and the second names the number the first brought', async () => {
  let answer: () => void = () => {}
  const slow: Reply = (version) => new Promise((done) => (answer = () => done(kept()(version) as never)))
  const server = aServer(slow, kept())
  const { outbox } = aPage(server)
  outbox.note(IDENTITY, 'phone', '1')
  const first = outbox.flush()
  await vi.advanceTimersByTimeAsync(10)
  outbox.note(IDENTITY, 'phone', '2')
  const second = outbox.flush()
  await vi.advanceTimersByTimeAsync(5000)
  expect(server.sent).toHaveLength(1)
  answer()
  await Promise.all([first, second])
  expect(server.sent.map(({ version, answers }) => [version, answers.phone])).toEqual([
    [3, '1'],
    [4, '2'],
  ])
})

test('twenty edits in three sections, the line cut and the page killed: the next page sends all, in order', async () => {
  const server = aServer()
  server.line.cut = true
  const { outbox, store, now } = aPage(server)
  const places = [IDENTITY, HEALTH, FAMILY]
  for (let n = 1; n <= 20; n++) {
    // Also the same field again: what was written first arrives first.
    outbox.note(places[n % 3]!, `field${n % 6}`, `${n}`)
    await outbox.leave()
  }
  expect(now()).toBe('failing')
  expect(outbox.state().edits).toHaveLength(20)

  server.line.cut = false
  const later = aPage(server, store)
  await later.outbox.reread()
  await later.outbox.flush()
  expect(server.sent.map(({ answers }) => Object.values(answers)[0])).toEqual(
    Array.from({ length: 20 }, (_, n) => `${n + 1}`),
  )
  for (const { section } of places) {
    const versions = server.sent.filter((one) => one.section === section).map(({ version }) => version)
    expect(versions).toEqual(versions.map((_, index) => 3 + index))
  }
  expect(later.outbox.state()).toMatchObject({ edits: [], arrived: { count: 20 } })
  expect(await store.all()).toEqual([])
})

test('while the line is cut a field left and written again is another edit; a pause in it is none', async () => {
  const server = aServer()
  server.line.cut = true
  const { outbox } = aPage(server)
  outbox.note(IDENTITY, 'name', 'Ng')
  await vi.advanceTimersByTimeAsync(10_000)
  outbox.note(IDENTITY, 'name', 'Nguyễn')
  expect(outbox.state().edits).toHaveLength(1)
  await outbox.leave()
  outbox.note(IDENTITY, 'name', 'Nguyễn A')
  expect(outbox.state().edits.map(({ typed }) => typed)).toEqual(['Nguyễn', 'Nguyễn A'])
  server.line.cut = false
  await vi.advanceTimersByTimeAsync(60_000)
  expect(server.sent.map(({ answers }) => answers.name)).toEqual(['Nguyễn', 'Nguyễn A'])
})

test('a wrong answer stays on the device, is named when the page comes back, and goes when it is corrected', async () => {
  const server = aServer(kept({ day: 'Không có ngày này.' }))
  const { outbox, store, now } = aPage(server)
  outbox.note(IDENTITY, 'day', '31/02/2021')
  await outbox.leave()
  expect(now()).toBe('still')
  expect(await store.all()).toHaveLength(1)

  const fine = aServer(kept({ day: 'Không có ngày này.' }), kept())
  const later = aPage(fine, store)
  await later.outbox.flush()
  expect(later.errors).toEqual([{ day: 'Không có ngày này.' }])
  later.outbox.note(IDENTITY, 'day', '28/02/2021')
  await later.outbox.leave()
  expect(await store.all()).toEqual([])
})

test('when somebody else saved meanwhile nothing of that section is sent until one value is chosen', async () => {
  const server = aServer(changed, changed, kept())
  const { outbox, now } = aPage(server)
  outbox.note(IDENTITY, 'phone', '118')
  await outbox.leave()
  expect(outbox.state().conflicts.get('r/identity')).toMatchObject({ theirs, mine: { phone: '118' } })
  expect(now()).toBe('conflict')
  outbox.note(HEALTH, 'weight', '53')
  await outbox.leave()
  expect(server.sent.at(-1)).toMatchObject({ section: 'health' })
  await outbox.settle(IDENTITY, new Set(['phone']))
  expect(server.sent.at(-1)).toEqual({ section: 'identity', version: 9, answers: { phone: '118' } })
  expect(now()).toBe('still')
})

test('a conflict met on the way asks once for all fields of the section that wait', async () => {
  const server = aServer()
  server.line.cut = true
  const { outbox, store } = aPage(server)
  outbox.note(IDENTITY, 'phone', '118')
  await outbox.leave()
  outbox.note(IDENTITY, 'name', 'Linh')
  await outbox.leave()
  const busy = aServer(changed)
  const later = aPage(busy, store)
  await later.outbox.flush()
  expect(busy.sent.map(({ answers }) => answers)).toEqual([{ phone: '118' }, { phone: '118', name: 'Linh' }])
  expect(await store.all()).toHaveLength(2)
})

test('their value chosen, mine is not sent', async () => {
  const server = aServer(changed, changed, kept())
  const { outbox, store } = aPage(server)
  outbox.note(IDENTITY, 'phone', '118')
  await outbox.leave()
  await outbox.settle(IDENTITY, new Set())
  expect(server.sent).toHaveLength(2)
  expect(await store.all()).toEqual([])
})

test('a locked screen holds words back and loses none', async () => {
  const server = aServer(locked, kept())
  const { outbox, store, now } = aPage(server)
  outbox.note(IDENTITY, 'phone', '1')
  await outbox.leave()
  expect(await store.all()).toHaveLength(1)
  expect(now()).toBe('waiting')
  await outbox.flush()
  expect(await store.all()).toEqual([])
})

test('what the server refuses for good stays with its sentence, and the rest goes on', async () => {
  const refused: Reply = async () => ({ ok: false as const, code: 'notYours' as const, message: 'Mục do đơn vị ghi.' })
  const server = aServer(refused, kept())
  const { outbox, store } = aPage(server)
  outbox.note(IDENTITY, 'unit', 'A')
  await outbox.leave()
  outbox.note(HEALTH, 'weight', '53')
  await outbox.leave()
  expect(saveState(outbox.state(), IDENTITY, null)).toEqual({ is: 'refused', message: 'Mục do đơn vị ghi.' })
  expect((await store.all()).map(({ code }) => code)).toEqual(['unit'])
})

test('a server that fails over one edit does not hold up the others for ever', async () => {
  const broken: Reply = async () => {
    throw new Error('digest 123')
  }
  const server = aServer(broken, broken, broken, kept())
  const { outbox, store } = aPage(server)
  outbox.note(IDENTITY, 'name', 'A')
  await outbox.leave()
  outbox.note(HEALTH, 'weight', '53')
  await outbox.leave()
  await vi.advanceTimersByTimeAsync(60_000)
  expect((await store.all()).map(({ code }) => code)).toEqual(['name'])
})

test('where the session has ended nothing more is sent until somebody is signed in again', async () => {
  const led: Reply = async () => {
    throw Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;replace;/sign-in' })
  }
  const server = aServer(led, kept())
  const { outbox, store } = aPage(server)
  outbox.note(IDENTITY, 'phone', '1')
  await outbox.leave()
  await outbox.flush()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(server.sent).toHaveLength(1)
  expect(await store.all()).toHaveLength(1)
  outbox.resume()
  await outbox.flush()
  expect(await store.all()).toEqual([])
})

test('after signing out nothing is left on the device', async () => {
  const server = aServer()
  server.line.cut = true
  const { outbox, store } = aPage(server)
  outbox.note(IDENTITY, 'phone', '1')
  await outbox.leave()
  await outbox.clear()
  expect(await store.all()).toEqual([])
  expect(outbox.state().edits).toEqual([])
})
