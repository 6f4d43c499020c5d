import 'server-only'
import { dayOf, fromDateColumn } from '@/lib/domain/calendar'
import { passwordAge } from '@/lib/domain/password-age'
import { now } from './clock'
import { countUsedElsewhere } from './own-sessions'
import { accountFacts, currentSession, dutiesIn } from './session'

/** What the frame of every page says about the account of who is signed in. */
export async function accountNotes() {
  const session = await currentSession()
  if (!session) return { ends: null, spared: null, elsewhere: 0 }
  const { spared } = dutiesIn(session)
  const { passwordSetOn, grants } = accountFacts(session.user)
  const { remind, expires } = passwordAge(passwordSetOn, grants, dayOf(now()))
  const { exemptUntil, exemptReason } = session.user
  return {
    ends: remind === null ? null : { days: remind, on: expires },
    spared:
      spared.length > 0 && exemptUntil
        ? { duties: spared, until: fromDateColumn(exemptUntil), reason: exemptReason ?? '' }
        : null,
    elsewhere: await countUsedElsewhere(session, now()),
  }
}
