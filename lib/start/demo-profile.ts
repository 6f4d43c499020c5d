import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from './settings'

export const demoProfilePath = (dataFolder: string) => join(dataFolder, 'national-profile.json')

/** The way to the simulator, written anew at each start since its port is the start's own. A demonstration has no other way. */
export function writeDemoProfile({ dataFolder, simulatorPort }: Pick<Settings, 'dataFolder' | 'simulatorPort'>) {
  const profile = {
    id: 'simulator',
    title: 'Cơ sở dữ liệu quốc gia mô phỏng',
    baseUrl: `http://127.0.0.1:${simulatorPort}`,
    orgCode: '000.00.00.H20',
    reportPath: '/apisyncmsg/syncmsg/report',
    pace: { perSecond: 200 },
    entrance: { kind: 'login', username: 'dongthap', password: 'env:NATIONAL_PASSWORD' },
  }
  writeFileSync(demoProfilePath(dataFolder), `${JSON.stringify(profile, null, 2)}\n`)
}
