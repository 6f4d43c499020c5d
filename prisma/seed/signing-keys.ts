import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type OpenedKey, openKey } from '@/components/approvals/open-key'
import { transact } from '@/lib/server/call'
import { registerAgencyCertificate } from '@/lib/server/exports/agency-certificate'
import { registerCertificate } from '@/lib/server/people/certificates'
import { DEMO_KEY_PASSWORD } from '@/lib/start/demo-keys'
import { asks, FOUNDER, type Roster } from './roster'
import { UNITS } from './units'

/** The one unit of the demonstration with a seal: its keeper is `vanthu`. */
const SEALED = 'thutruong'

const sealOf = (unitId: string, by: Parameters<typeof asks>[1], dataFolder: string, at: Date) => {
  const file = new Uint8Array(readFileSync(join(dataFolder, 'demo-keys', 'vanthu.pem')))
  return transact((tx) => registerAgencyCertificate(asks(tx, by, at, { unitId, file })))
}

/** The heads' certificates, registered by the officers of their units, and the keys that belong to them, by unit. */
export async function registerKeys(roster: Roster, dataFolder: string, at: Date): Promise<Map<string, OpenedKey>> {
  const keys = new Map<string, OpenedKey>()
  for (const { code, parent } of UNITS) {
    const head = roster.head(code)
    const file = (kind: 'p12' | 'pem') =>
      new Uint8Array(readFileSync(join(dataFolder, 'demo-keys', `${head.plan.username}.${kind}`)))
    const by = parent === null ? FOUNDER : roster.officer(code)
    await transact((tx) => registerCertificate(asks(tx, by, at, { userId: head.userId, file: file('pem') })))
    if (head.plan.username === SEALED) await sealOf(roster.unit(code).id, by, dataFolder, at)
    keys.set(code, await openKey(file('p12').buffer, DEMO_KEY_PASSWORD))
  }
  return keys
}
