import type { SessionActions } from '@/components/signing/use-whole-file'
import { closeSession, openRemote, openSession, signingOutcome } from './actions'

/** How every page that has something signed opens and follows a session. */
export const SESSIONS: SessionActions = {
  open: openSession,
  remote: openRemote,
  outcome: signingOutcome,
  close: closeSession,
}
