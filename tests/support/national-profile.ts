import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConnectionProfile } from '@/lib/domain/exchange/connection-profile'
import type { SecretReader } from '@/lib/server/national/secrets'
import { DEMO_ACCOUNT } from '@/lib/simulators/login-desk'

const { username, password, orgCode } = DEMO_ACCOUNT

/** The way to a simulator, patient and unhurried unless `over` says otherwise. */
const written = (baseUrl: string, over: object = {}) => ({
  id: 'test',
  title: 'Máy chủ thử',
  baseUrl,
  orgCode,
  entrance: { kind: 'login', username, password: 'env:NATIONAL_PASSWORD' },
  pace: { perSecond: null },
  ...over,
})

export const aProfile = (baseUrl: string, over: object = {}) => ConnectionProfile.parse(written(baseUrl, over))

export const SECRETS: Record<string, string> = { 'env:NATIONAL_PASSWORD': password, 'env:PASS': 'mo-phong' }
export const aSecret: SecretReader = (reference) => SECRETS[reference] ?? ''

/** What a process is told so that it finds the way: the profile as a file, the secret in the environment. */
export function profileForProcess(baseUrl: string, over: object = {}) {
  const path = join(mkdtempSync(join(tmpdir(), 'profile-')), 'national-profile.json')
  writeFileSync(path, JSON.stringify(written(baseUrl, over)))
  return { NATIONAL_PROFILE: path, NATIONAL_PASSWORD: password }
}
