import 'server-only'
import type { NationalFile } from '@/lib/documents/national-file'
import { asWanted } from '@/lib/documents/national-wire'
import type { ConnectionProfile } from '@/lib/domain/exchange/connection-profile'
import type { Outcome, Reply, WireAction } from '@/lib/domain/push'
import { actionAfter, settle } from '@/lib/domain/push'
import { Entrance } from './entrance'
import { type HttpAnswer, NoAnswer } from './http'
import { Line } from './line'
import { replyTo } from './reply'
import type { SecretReader } from './secrets'

export type GatewaySettings = {
  profile: ConnectionProfile
  secret: SecretReader
  /** The portal's time, for the record of calls. */
  now?: () => Date
}

/** One call on the wire, as it is kept for ever: the answer word by word, the message only by what it was. */
export type WireCall = {
  action: WireAction
  startedAt: Date
  endedAt: Date
  httpStatus: number | null
  answer: string | null
  outcome: Reply['kind']
  cause: string | null
}

export type Pushed = {
  outcome: Outcome
  calls: WireCall[]
  /** The last moment of the counterpart's certificate, where the line is encrypted. */
  certificateUntil: Date | null
}

const KEPT_OF_AN_ANSWER = 4_000

/** The road to the national database. Only the files beside this one know its HTTP. */
export class NationalGateway {
  readonly profile: ConnectionProfile
  readonly #line: Line
  readonly #entrance: Entrance
  readonly #now: () => Date

  /** Throws `SecretMissing` where the profile names what is not there. */
  constructor({ profile, secret, now = () => new Date() }: GatewaySettings) {
    this.profile = profile
    this.#line = new Line(profile, secret)
    this.#entrance = new Entrance(this.#line)
    this.#now = now
  }

  /** Sends one file, with the other action where the counterpart answers that the file is there, or is not. */
  async push(file: NationalFile, first: WireAction): Promise<Pushed> {
    const calls: WireCall[] = []
    let certificateUntil: Date | null = null
    const tried: WireAction[] = []
    for (let action: WireAction | null = first; action; ) {
      tried.push(action)
      const startedAt = this.#now()
      const heard = await this.#send(file, action)
      calls.push({ action, startedAt, endedAt: this.#now(), ...heard.kept })
      certificateUntil = heard.certificateUntil ?? certificateUntil
      const next = actionAfter(heard.reply, tried)
      if (!next) return { outcome: settle(heard.reply), calls, certificateUntil }
      action = next
    }
    throw new Error('unreachable: every call ends in an outcome')
  }

  /** One call; a token that is no longer taken is renewed once. */
  async #send(file: NationalFile, action: WireAction) {
    for (const lastTry of [false, true]) {
      const token = await this.#entrance.token()
      if (typeof token !== 'string') return heard(token, null)
      const answer = await this.#post(file, action, token)
      if (!('status' in answer)) return heard(answer, null)
      if (answer.status !== 401 || lastTry || token === '') return heard(replyTo(answer), answer)
      this.#entrance.drop(token)
    }
    throw new Error('unreachable: the second try answers')
  }

  async #post(file: NationalFile, action: WireAction, token: string): Promise<HttpAnswer | Outcome> {
    const { orgCode, wire } = this.profile
    const content = {
      Data: {
        Header: { Sender_Code: orgCode, Action_Type: action },
        Body: { HOSO_CBCCVC: asWanted(file, wire.absent) },
      },
    }
    const body = { org_Code: orgCode, jsonContent: Buffer.from(JSON.stringify(content)).toString('base64') }
    const { url, headers } = this.#line.messageCall()
    try {
      const authorization = token === '' ? {} : { authorization: `Bearer ${token}` }
      return await this.#line.postJson(url, body, { ...headers, ...authorization })
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      // Where no connection was made nothing can have arrived.
      return { kind: error.reason === 'network' ? 'retry' : 'unknown', cause: error.reason }
    }
  }
}

const heard = (reply: Reply, answer: HttpAnswer | null) => ({
  reply,
  certificateUntil: answer?.certificateUntil ?? null,
  kept: {
    httpStatus: answer?.status ?? null,
    answer: answer === null ? null : answer.text.slice(0, KEPT_OF_AN_ANSWER),
    outcome: reply.kind,
    cause: 'cause' in reply ? reply.cause : null,
  },
})
