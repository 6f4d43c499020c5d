import 'server-only'
import { askAgain } from '../approvals/ask-again'
import { askAboutExports } from '../exports/ask-about-exports'
import { askAboutWithdrawals } from '../withdrawals/ask-about-withdrawals'

/** Everything signed that waits for an authority's answer is asked about again; what fails for one kind of paper stops no other. */
export async function askAuthoritiesAgain(now: Date): Promise<void> {
  const done = await Promise.allSettled([askAgain(now), askAboutExports(now), askAboutWithdrawals(now)])
  const failed = done.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}
