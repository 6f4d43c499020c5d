import 'server-only'
import type { SigningWay } from '@/lib/domain/signing/ways'
import { env } from '../env'

/** In which ways one may sign here, where the tool on the signer's machine listens, and what the remote service is called. */
export type InstalledWays = { ways: readonly SigningWay[]; tool: string; service: string }

export const installedWays = (): InstalledWays => ({
  ways: env.SIGNING_WAYS,
  tool: env.VGCA_TOOL_URL,
  service: env.REMOTE_SIGNING_NAME ?? '',
})
