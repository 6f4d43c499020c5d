import { expect, test } from 'vitest'
import { alarmsOf, type ChannelFigures } from '@/lib/domain/exchange/alarms'

const NOW = new Date('2026-11-27T08:00:00+07:00')
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)
const well: ChannelFigures = {
  ...{ isApproved: true, isWorkerAlive: true, oldestWaiting: ago(0.5), waiting: 12 },
  ...{ open: null, certificateUntil: new Date('2027-11-27') },
}
const said = (figures: Partial<ChannelFigures>) =>
  alarmsOf({ ...well, ...figures }, NOW).map(({ kind, level }) => `${kind} ${level}`)

test('all is well: nothing is said', () => {
  expect(said({})).toEqual([])
  expect(said({ oldestWaiting: null, waiting: 0, certificateUntil: null })).toEqual([])
})

test.each<[Partial<ChannelFigures>, string[]]>([
  [{ isApproved: false }, ['notApproved bad']],
  [{ isApproved: false, waiting: 0 }, ['notApproved warn']],
  [{ isWorkerAlive: false }, ['workerSilent bad']],
  [{ open: { since: ago(1), cause: 'retry:busy' } }, ['channelOpen warn']],
  [{ open: { since: ago(1), cause: 'blocked:auth' } }, ['channelOpen bad']],
  [{ oldestWaiting: ago(2) }, ['waitingLong warn']],
  [{ oldestWaiting: ago(25) }, ['waitingLong bad']],
  [{ certificateUntil: ago(-24 * 20) }, ['certificateEnding warn']],
  [{ certificateUntil: ago(1) }, ['certificateEnding bad']],
])('R110: %j → %j', (figures, alarms) => {
  expect(said(figures)).toEqual(alarms)
})

test('the cause is said, and not also what follows from it', () => {
  expect(said({ isWorkerAlive: false, oldestWaiting: ago(30), open: { since: ago(30), cause: null } })).toEqual([
    'workerSilent bad',
  ])
})
