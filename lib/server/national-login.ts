import 'server-only'
import { z } from 'zod'
import type { Outcome } from '@/lib/domain/push'
import type { GatewaySettings } from './national-gateway'
import { causeOf, postJson } from './national-http'
import { code, transportOutcome } from './national-reply'

const ADDRESS = '/apiauth/oauth/login'
const RENEWED_BEFORE_END_MS = 60_000
/** For a counterpart that does not say when its token runs out. */
const ASSUMED_LIFE_MS = 5 * 60_000

const granted = z.object({
  access_token: z.string().min(1),
  err_code: code.optional(),
  expired_time: z.string().optional(),
})

type Token = { value: string; until: number }

/** Keeps the token of the account: one login at a time, however many messages wait for it. */
export class NationalLogin {
  #token: Token | null = null
  #underWay: Promise<string | Outcome> | null = null

  constructor(private readonly settings: GatewaySettings) {}

  /** A token that is still good, or why there is none. */
  async token(): Promise<string | Outcome> {
    if (this.#token && this.#token.until > Date.now()) return this.#token.value
    this.#underWay ??= this.#logIn().finally(() => {
      this.#underWay = null
    })
    return this.#underWay
  }

  /** Forgets a token that was refused, unless another has already taken its place. */
  drop(refused: string) {
    if (this.#token?.value === refused) this.#token = null
  }

  async #logIn(): Promise<string | Outcome> {
    const { baseUrl, username, password, timeoutMs } = this.settings
    try {
      const answer = await postJson(new URL(ADDRESS, baseUrl), { username, password }, { timeoutMs })
      const failure = transportOutcome(answer)
      // Nothing was asked for yet: whatever went wrong may be tried again.
      if (failure?.kind === 'unknown') return { kind: 'retry', cause: failure.cause }
      if (failure) return failure
      if (answer.status >= 400) return { kind: 'blocked', cause: 'auth' }
      const token = granted.safeParse(JSON.parse(answer.text))
      if (!token.success || (token.data.err_code ?? 0) !== 0) return { kind: 'blocked', cause: 'auth' }
      this.#token = { value: token.data.access_token, until: endOf(token.data.expired_time) - RENEWED_BEFORE_END_MS }
      return this.#token.value
    } catch (error) {
      return { kind: 'retry', cause: causeOf(error) }
    }
  }
}

/** `HH:mm:ss dd-MM-yyyy`, on the wall clock of Viet Nam. */
function endOf(expiredTime: string | undefined): number {
  const [, time, day, month, year] = /^(\d\d:\d\d:\d\d) (\d\d)-(\d\d)-(\d{4})$/.exec(expiredTime ?? '') ?? []
  return time ? Date.parse(`${year}-${month}-${day}T${time}+07:00`) : Date.now() + ASSUMED_LIFE_MS
}
