import 'server-only'
import type { SigningWay } from '@/lib/domain/signing/ways'
import { env } from '../env'

/** In which ways one may sign here, and where the tool on the signer's machine listens. */
export type InstalledWays = { ways: readonly SigningWay[]; tool: string }

export const installedWays = (): InstalledWays => ({ ways: env.SIGNING_WAYS, tool: env.VGCA_TOOL_URL })
