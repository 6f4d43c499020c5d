import 'server-only'
import { sayChannelCause } from '@/lib/domain/exchange/channel-words'
import type { ConnectionProfile } from '@/lib/domain/exchange/connection-profile'
import type { Outcome } from '@/lib/domain/push'
import { Entrance } from './entrance'
import { NoAnswer } from './http'
import { Line } from './line'
import { transportOutcome } from './reply'
import type { SecretReader } from './secrets'

/** What was asked for could not be had; the message says why, in words. */
export class ReportUnavailable extends Error {}

/** Asks the service for what it tells of itself, by the same line and entrance as messages. */
export class ServiceCall {
  readonly #line: Line
  readonly #entrance: Entrance

  /** Throws `SecretMissing` where the profile names what is not there. */
  constructor(profile: ConnectionProfile, secret: SecretReader) {
    this.#line = new Line(profile, secret)
    this.#entrance = new Entrance(this.#line)
  }

  /** The answer, which is JSON. Throws `ReportUnavailable`. */
  async ask(path: string, body: object): Promise<unknown> {
    const token = await this.#entrance.token()
    if (typeof token !== 'string') throw unavailable(token)
    const { url, headers } = this.#line.messageCall(path)
    try {
      const answer = await this.#line.postJson(
        url,
        { org_Code: this.#line.profile.orgCode, ...body },
        { ...headers, ...(token !== '' && { authorization: `Bearer ${token}` }) },
      )
      if (answer.status === 401) this.#entrance.drop(token)
      const failure = transportOutcome(answer)
      if (failure) throw unavailable(failure)
      return JSON.parse(answer.text)
    } catch (error) {
      if (error instanceof NoAnswer) throw unavailable({ kind: 'retry', cause: error.reason })
      throw error
    }
  }
}

const unavailable = (outcome: Outcome) =>
  new ReportUnavailable(sayChannelCause('cause' in outcome ? `${outcome.kind}:${outcome.cause}` : null))
