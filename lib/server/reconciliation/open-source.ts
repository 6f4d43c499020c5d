import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '@/lib/domain/refusal'
import { surroundings } from '../env'
import { installationProfile } from '../national/installation'
import { type ReportPage, ReportReader } from '../national/report'
import { secretReader } from '../national/secrets'
import { ReportUnavailable, ServiceCall } from '../national/service-call'
import { ownVersions } from './own-versions'

export type Source = {
  profileId: string
  kind: 'report' | 'own'
  /** The part after this place; null for the first. Throws `ReportUnavailable`. */
  page(after: string | null): Promise<ReportPage>
}

/** What the outbox is compared with: the other side's report where the profile names one, else our own approved versions. Throws `connectionNotConfigured`. */
export function openSource(): Source {
  const profile = installationProfile()
  if (!profile) throw new Refusal('connectionNotConfigured', {})
  const { wire } = profile
  if (!profile.reportPath)
    return { profileId: profile.id, kind: 'own', page: (after) => ownVersions(wire.unitCode, after) }
  const reader = new ReportReader(new ServiceCall(profile, secretReader(surroundings)), profile.reportPath)
  return { profileId: profile.id, kind: 'report', page: (after) => patiently(() => reader.after(after)) }
}

const TRIES = 3
const BETWEEN_MS = 1_000

/** A line that is cut for a moment does not undo an hour of reading. */
async function patiently(read: () => Promise<ReportPage>): Promise<ReportPage> {
  for (let tries = 1; ; tries++) {
    try {
      return await read()
    } catch (error) {
      if (!(error instanceof ReportUnavailable) || tries === TRIES) throw error
      await pause(BETWEEN_MS)
    }
  }
}
