/**
 * Fills the empty database of a demonstration. Run by the launcher, which throws away what an interrupted run has left.
 * With `--people 50000 --seed 7`: so many people more around the demo province; says the hash of all of it.
 */
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { now } from '@/lib/server/clock'
import { db } from '@/lib/server/db'
import { env, surroundings } from '@/lib/server/env'
import { fillCrowd } from './seed/crowd/fill-crowd'
import { provinceHash } from './seed/crowd/province-hash'
import { fillProvince } from './seed/fill-province'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    years: { type: 'string', default: '0' },
  },
})
const began = Date.now()
const say = (line: string) => console.log(`  ${line} (${Math.round((Date.now() - began) / 1000)} s)`)

const [at, dataFolder] = [now(), env.DATA_FOLDER]
const { roster, timeline } = await fillProvince({ now: at, dataFolder, say })
const crowd = { people: Number(values.people), seed: Number(values.seed), years: Number(values.years) }
if (crowd.people > 0) {
  await fillCrowd({ roster, timeline, crowd, dataFolder, analyse, say })
  say(`hash ${await provinceHash()}`)
}
await db.$disconnect()

/** The application may not; the owner of the tables may. */
async function analyse() {
  const owner = new Client(surroundings.DATABASE_OWNER_URL)
  await owner.connect()
  await owner.query('ANALYZE').finally(() => owner.end())
}
