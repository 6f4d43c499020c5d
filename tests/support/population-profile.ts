import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PopulationProfile } from '@/lib/domain/population/population-profile'
import { DEMO_POPULATION } from '@/lib/simulators/population-desk'

/** The way to a simulated population database, unhurried unless `over` says otherwise. */
export const aPopulationProfile = (baseUrl: string, over: object = {}) =>
  PopulationProfile.parse({
    title: 'Dân cư thử',
    url: `${baseUrl}/population/xacthuc`,
    integration: DEMO_POPULATION.integration,
    service: { as: 'MaDVC', code: 'H20' },
    digest: { user: DEMO_POPULATION.user, secret: 'env:PASS', url: DEMO_POPULATION.url },
    officers: {},
    quotaPerDay: 100,
    pace: { perSecond: 100, callMs: 1_500 },
    ...over,
  })

/** The same as a file, as an installation is told. */
export function populationProfileFile(baseUrl: string, over: object = {}): string {
  const path = join(mkdtempSync(join(tmpdir(), 'population-')), 'profile.json')
  writeFileSync(path, JSON.stringify(aPopulationProfile(baseUrl, over)))
  return path
}
