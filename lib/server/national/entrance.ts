import 'server-only'
import { z } from 'zod'
import type { Outcome } from '@/lib/domain/push'
import { type HttpAnswer, NoAnswer } from './http'
import type { Line } from './line'
import { code, transportOutcome } from './reply'

const RENEWED_BEFORE_END_MS = 60_000
/** For a counterpart that does not say when its token runs out. */
const ASSUMED_LIFE_MS = 5 * 60_000

const granted = z.object({
  access_token: z.string().min(1),
  err_code: code.optional(),
  /** `HH:mm:ss dd-MM-yyyy`, on the wall clock of Viet Nam: the ministry's own login. */
  expired_time: z.string().optional(),
  /** Seconds: RFC 6749. */
  expires_in: code.optional(),
})

type Token = { value: string; until: number }

/** The token of the channel: one call for it at a time, however many messages wait. */
export class Entrance {
  #token: Token | null = null
  #underWay: Promise<string | Outcome> | null = null

  constructor(private readonly line: Line) {}

  /** A token that is still good, or why there is none; empty where the channel wants none. */
  async token(): Promise<string | Outcome> {
    if (this.line.profile.entrance.kind === 'none') return ''
    if (this.#token && this.#token.until > Date.now()) return this.#token.value
    this.#underWay ??= this.#enter().finally(() => {
      this.#underWay = null
    })
    return this.#underWay
  }

  /** Forgets a token that was refused, unless another has already taken its place. */
  drop(refused: string) {
    if (this.#token?.value === refused) this.#token = null
  }

  async #enter(): Promise<string | Outcome> {
    try {
      const answer = await this.#ask()
      const failure = transportOutcome(answer)
      // Nothing was asked for yet: whatever went wrong may be tried again.
      if (failure?.kind === 'unknown') return { kind: 'retry', cause: failure.cause }
      if (failure) return failure
      if (answer.status >= 400) return { kind: 'blocked', cause: 'auth' }
      const token = granted.safeParse(JSON.parse(answer.text))
      if (!token.success || (token.data.err_code ?? 0) !== 0) return { kind: 'blocked', cause: 'auth' }
      this.#token = { value: token.data.access_token, until: endOf(token.data) - RENEWED_BEFORE_END_MS }
      return this.#token.value
    } catch (error) {
      if (error instanceof NoAnswer) return { kind: 'retry', cause: error.reason }
      throw error
    }
  }

  #ask(): Promise<HttpAnswer> {
    const { line } = this
    const { entrance, baseUrl } = line.profile
    if (entrance.kind === 'none') throw new Error('unreachable: no token is asked for')
    if (entrance.kind === 'login') {
      const { username, password } = entrance
      return line.postJson(new URL(entrance.path, baseUrl), { username, password: line.secret(password) })
    }
    const { client, scope } = entrance
    const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) })
    const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' }
    if (client) {
      const secret = line.secret(client.secret)
      if (client.as === 'form') form.append('client_id', client.id)
      if (client.as === 'form') form.append('client_secret', secret)
      else headers.authorization = `Basic ${Buffer.from(`${client.id}:${secret}`).toString('base64')}`
    }
    return line.post(new URL(entrance.url), form.toString(), headers)
  }
}

function endOf({ expired_time, expires_in }: z.output<typeof granted>): number {
  if (expires_in !== undefined) return Date.now() + expires_in * 1000
  const [, time, day, month, year] = /^(\d\d:\d\d:\d\d) (\d\d)-(\d\d)-(\d{4})$/.exec(expired_time ?? '') ?? []
  return time ? Date.parse(`${year}-${month}-${day}T${time}+07:00`) : Date.now() + ASSUMED_LIFE_MS
}
