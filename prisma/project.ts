/** npm run db:project — makes the typed tables of approved records anew from the signed revisions. */
import { db } from '@/lib/server/db'
import { rebuildProjection } from '@/lib/server/projection'

const count = await db.$transaction((tx) => rebuildProjection(tx), { timeout: 30 * 60_000 })
console.log(`${count} approved records projected`)
await db.$disconnect()
