import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from './settings'

export const demoProfilePath = (dataFolder: string) => join(dataFolder, 'national-profile.json')

export const demoPopulationPath = (dataFolder: string) => join(dataFolder, 'population-profile.json')

/** The ways to the simulator, written anew at each start since its port is the start's own. A demonstration has no other way. */
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
  const population = {
    title: 'Cơ sở dữ liệu dân cư mô phỏng',
    url: `http://127.0.0.1:${simulatorPort}/population/xacthuc`,
    integration: '003',
    service: { as: 'MaDVC', code: 'H20' },
    digest: { user: 'dongthap', secret: 'env:NATIONAL_PASSWORD', url: 'https://dancu.mo-phong/xacthuc' },
    officers: { hoso: 'H20-HOSO', 'chuyenvien.snv': 'H20-SNV', sonoivu: 'H20-SNV1' },
    quotaPerDay: 500,
    pace: { perSecond: 20 },
  }
  writeFileSync(demoPopulationPath(dataFolder), `${JSON.stringify(population, null, 2)}\n`)
}
