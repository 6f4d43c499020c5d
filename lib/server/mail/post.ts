import 'server-only'
import { now } from '../clock'
import { answerResetRequests } from '../self-reset/answer-requests'
import { carryLetters } from './carry-letters'
import { mailServer } from './mail-server'

/** The worker's post: looks up whose passwords were forgotten, and carries letters. Null where no mail server is named. */
export function openPost(log: (what: string, error?: unknown) => void) {
  const server = mailServer()
  if (!server) return null
  let busy = false
  const round = async (stop: AbortSignal) => {
    if (busy) return
    busy = true
    try {
      await answerResetRequests(now())
      await carryLetters(server.deliver, now, stop)
    } catch (error) {
      log('Letters are not carried', error)
    } finally {
      busy = false
    }
  }
  return { round, close: server.close }
}
