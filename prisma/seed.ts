/** Fills the empty database of a demonstration. Run by the launcher, which throws away what an interrupted run has left. */
import { now } from '@/lib/server/clock'
import { db } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { fillProvince } from './seed/fill-province'

const began = Date.now()
const say = (line: string) => console.log(`  ${line} (${Math.round((Date.now() - began) / 1000)} s)`)

await fillProvince({ now: now(), dataFolder: env.DATA_FOLDER, say })
await db.$disconnect()
