import 'server-only'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ConnectionProfile } from '@/lib/domain/exchange/connection-profile'
import { now as clock } from '../clock'
import { env, surroundings } from '../env'
import { NationalGateway } from './gateway'
import { secretReader } from './secrets'

/** How this installation is told to reach the national database; null where it is not told. Throws, by name, what is wrong with the profile. */
export function installationProfile(): ConnectionProfile | null {
  const path = env.NATIONAL_PROFILE
  if (!path) return null
  const { success, data, error } = ConnectionProfile.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!success) throw new Error(`${path} is no connection profile:\n${z.prettifyError(error)}`)
  return data
}

/** The national database as this installation reaches it; null where it is not told how. */
export function installationGateway(now = clock): NationalGateway | null {
  const profile = installationProfile()
  return profile && new NationalGateway({ profile, secret: secretReader(surroundings), now })
}
