import 'server-only'
import { now as clock } from './clock'
import { env } from './env'
import { NationalGateway } from './national-gateway'

/** The national database as this installation is told to reach it; null where it is not told. */
export function installationGateway(now = clock): NationalGateway | null {
  const { NATIONAL_URL, NATIONAL_USERNAME, NATIONAL_PASSWORD, NATIONAL_ORG_CODE, NATIONAL_TIMEOUT_MS } = env
  if (!NATIONAL_URL || !NATIONAL_USERNAME || !NATIONAL_PASSWORD) return null
  return new NationalGateway({
    baseUrl: NATIONAL_URL,
    username: NATIONAL_USERNAME,
    password: NATIONAL_PASSWORD,
    orgCode: NATIONAL_ORG_CODE,
    timeoutMs: NATIONAL_TIMEOUT_MS,
    now,
  })
}
