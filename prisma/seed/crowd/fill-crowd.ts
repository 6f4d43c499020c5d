import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { registerCertificate } from '@/lib/server/people/certificates'
import { CROWD_KEY } from '@/lib/start/demo-keys'
import { asks, FOUNDER, type Roster } from '../roster'
import { several } from '../several'
import { type Key, signBatch } from '../sign-batch'
import type { Timeline } from '../timeline'
import { foundCrowdUnits } from './found-crowd-units'
import { accountOf, planCrowd, type UnitOfCrowd } from './plan-crowd'
import type { Crowd } from './plan-units'
import { settleCrowd } from './settle-crowd'

type Filling = {
  roster: Roster
  timeline: Timeline
  crowd: Crowd
  /** Where the heads’ certificates are. */
  dataFolder: string
  /** As the owner of the tables. */
  analyse: () => Promise<void>
  say: (line: string) => void
}

/**
 * So many people more around the demo province, in units of every size. Rows are written many at a time; the month is
 * closed as everywhere, by each head’s own signature.
 */
export async function fillCrowd({ roster, timeline, crowd, dataFolder, analyse, say }: Filling) {
  const { second, begins } = timeline
  const units = planCrowd(crowd, begins, await takenAlready())
  const moment = second.at(0.02)
  await foundCrowdUnits(roster, units, moment)
  say(`${units.length} units more`)
  const moments = { settled: moment, sent: second.at(0.4), decided: second.at(0.6) }
  let people = 0
  await several(
    units.map((unit) => async () => {
      await settleCrowd(roster, unit, moments, crowd.years ?? 0)
      const before = people
      people += unit.unit.size
      if (Math.floor(people / 5_000) > Math.floor(before / 5_000)) say(`${people} people`)
    }),
  )
  // Nothing has looked at these tables since they were empty: what signs next would be planned for nobody.
  await analyse()
  const key = createPrivateKey(readFileSync(join(dataFolder, 'demo-keys', CROWD_KEY)))
  const closing = units.filter(({ signs }) => signs)
  let signed = 0
  await several(
    closing.map((one, index) => async () => {
      const count = await closeMonth({ roster, one, index, key, timeline, dataFolder })
      signed += count
      if (index % 100 === 99) say(`${index + 1} of ${closing.length} units have signed`)
    }),
  )
  say(`${people} people; ${second.month}: ${signed} records of theirs signed`)
}

async function takenAlready() {
  const people = await db.person.findMany({ select: { citizenId: true, user: { select: { username: true } } } })
  return {
    citizenIds: new Set(people.map(({ citizenId }) => citizenId)),
    usernames: new Set(people.flatMap(({ user }) => user?.username ?? [])),
  }
}

type Signing = Pick<Filling, 'roster' | 'timeline' | 'dataFolder'> & { one: UnitOfCrowd; index: number; key: KeyObject }

/** The head’s certificate is registered by the unit, and the month is closed with it. */
async function closeMonth({ roster, one, index, key, timeline, dataFolder }: Signing) {
  const { code } = one.unit
  const head = roster.head(code)
  const file = new Uint8Array(readFileSync(join(dataFolder, 'demo-keys', `${accountOf('thutruong', code)}.pem`)))
  const registered = { userId: head.userId, file }
  await transact((tx) => registerCertificate(asks(tx, FOUNDER, timeline.second.at(0.7), registered)))
  const wanted = { unitId: roster.unit(code).id, kind: 'monthly', reason: '' } as const
  return signBatch(head, keyOf(file, key), wanted, timeline.second.signsAt(index))
}

function keyOf(chain: Uint8Array, key: KeyObject): Key {
  const [certificate = '', ...intermediates] = Buffer.from(chain)
    .toString('latin1')
    .split('-----END CERTIFICATE-----')
    .map((part) => part.replace('-----BEGIN CERTIFICATE-----', '').replace(/\s/g, ''))
    .filter(Boolean)
  return { certificate, intermediates, sign: (bytes) => sign('sha256', bytes, key).toString('base64') }
}
