import 'server-only'
import type { NationalFile } from '@/lib/documents/national-file'
import type { Outcome, Reply, WireAction } from '@/lib/domain/push'
import { actionAfter, settle } from '@/lib/domain/push'
import { causeOf, postJson } from './national-http'
import { NationalLogin } from './national-login'
import { replyTo } from './national-reply'

export type GatewaySettings = {
  baseUrl: string
  username: string
  password: string
  /** The agency the account is bound to. */
  orgCode: string
  /** Of one call, to the last byte of its answer. */
  timeoutMs: number
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

const SERVICE = '/apisyncmsg/syncmsg/servicem0001'
const KEPT_OF_AN_ANSWER = 4_000

/** The road to the national database. Only the `national-` files of this room know its HTTP. */
export class NationalGateway {
  readonly #login: NationalLogin

  constructor(private readonly settings: GatewaySettings) {
    this.#login = new NationalLogin(settings)
  }

  /** Sends one file, with the other action where the counterpart answers that the file is there, or is not. */
  async push(file: NationalFile, first: WireAction): Promise<{ outcome: Outcome; calls: WireCall[] }> {
    const { now = () => new Date() } = this.settings
    const calls: WireCall[] = []
    const tried: WireAction[] = []
    for (let action: WireAction | null = first; action; ) {
      tried.push(action)
      const startedAt = now()
      const heard = await this.#send(file, action)
      calls.push({ action, startedAt, endedAt: now(), ...heard.kept })
      const next = actionAfter(heard.reply, tried)
      if (!next) return { outcome: settle(heard.reply), calls }
      action = next
    }
    throw new Error('unreachable: every call ends in an outcome')
  }

  /** One call; a token that is no longer taken is renewed once. */
  async #send(file: NationalFile, action: WireAction) {
    for (const lastTry of [false, true]) {
      const token = await this.#login.token()
      if (typeof token !== 'string') return heard(token, null, null)
      const answer = await this.#post(file, action, token)
      if (!('status' in answer)) return heard(answer, null, null)
      if (answer.status !== 401 || lastTry) return heard(replyTo(answer), answer.status, answer.text)
      this.#login.drop(token)
    }
    throw new Error('unreachable: the second try answers')
  }

  async #post(file: NationalFile, action: WireAction, token: string) {
    const { baseUrl, orgCode, timeoutMs } = this.settings
    const content = { Data: { Header: { Sender_Code: orgCode, Action_Type: action }, Body: { HOSO_CBCCVC: file } } }
    const body = { org_Code: orgCode, jsonContent: Buffer.from(JSON.stringify(content)).toString('base64') }
    try {
      return await postJson(new URL(SERVICE, baseUrl), body, { timeoutMs, token })
    } catch (error) {
      const cause = causeOf(error)
      // Where no connection was made nothing can have arrived.
      return { kind: cause === 'network' ? 'retry' : 'unknown', cause } satisfies Outcome
    }
  }
}

const heard = (reply: Reply, httpStatus: number | null, text: string | null) => ({
  reply,
  kept: {
    httpStatus,
    answer: text === null ? null : text.slice(0, KEPT_OF_AN_ANSWER),
    outcome: reply.kind,
    cause: 'cause' in reply ? reply.cause : null,
  },
})
