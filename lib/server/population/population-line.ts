import 'server-only'
import { createHash } from 'node:crypto'
import type { PopulationProfile } from '@/lib/domain/population/population-profile'
import { type HttpAnswer, NoAnswer, openRoad, post, type Road } from '../national/http'
import type { SecretReader } from '../national/secrets'
import { type Question, questionXml, readAnswer } from './soap'

/** `exists` or why there is no answer. After `noAnswer` and `garbled` it may be asked again; the others need somebody, or another day. */
export type PopulationAnswer =
  | { kind: 'answer'; exists: boolean }
  | { kind: 'trouble'; cause: 'noAnswer' | 'garbled' | 'refused' | 'quota' }

/** The road to the population database, for the one question whether three values belong to somebody. */
export class PopulationLine {
  readonly #road: Road
  readonly #headers: Record<string, string>

  /** Throws `SecretMissing` where the profile names what is not there. */
  constructor(
    readonly profile: PopulationProfile,
    private readonly secret: SecretReader,
    private readonly clock: () => number = Date.now,
  ) {
    const { certificate, key, authority, serverName } = profile.tls ?? {}
    const tls = {
      ...(certificate && { cert: secret(certificate) }),
      ...(key && { key: secret(key) }),
      ...(authority && { ca: secret(authority) }),
      ...(serverName && { servername: serverName }),
    }
    this.#road = openRoad(profile.url, tls, profile.pace)
    this.#headers = Object.fromEntries(
      Object.entries(profile.headers).map(([name, value]) => [
        name,
        'text' in value ? value.text : secret(value.secret),
      ]),
    )
  }

  async ask(question: Question): Promise<PopulationAnswer> {
    try {
      const headers = {
        'content-type': 'text/xml; charset=utf-8',
        soapaction: '""',
        ...this.#headers,
        ...this.#proof(),
      }
      return meaningOf(await post(new URL(this.profile.url), questionXml(question, this.profile), headers, this.#road))
    } catch (error) {
      if (error instanceof NoAnswer) return { kind: 'trouble', cause: 'noAnswer' }
      throw error
    }
  }

  #proof(): Record<string, string> {
    const { digest } = this.profile
    if (!digest) return {}
    const now = this.clock()
    const time = String(digest.unit === 'ms' ? now : Math.floor(now / 1000))
    const proof = createHash('sha256')
      .update(digest.url + digest.user + time + this.secret(digest.secret))
      .digest('hex')
    return {
      [digest.timeHeader]: time,
      authorization: `Basic ${Buffer.from(`${digest.user}:${proof}`).toString('base64')}`,
    }
  }
}

function meaningOf({ status, text }: HttpAnswer): PopulationAnswer {
  const trouble = (cause: 'noAnswer' | 'garbled' | 'refused' | 'quota') => ({ kind: 'trouble' as const, cause })
  if (status === 429) return trouble('quota')
  if (status >= 300 && status < 500) return trouble('refused')
  const heard = readAnswer(text)
  if (heard.kind === 'answer') return status < 300 ? heard : trouble('noAnswer')
  if (heard.kind === 'quota') return trouble('quota')
  if (heard.kind === 'fault') return trouble('refused')
  return trouble(status >= 500 ? 'noAnswer' : 'garbled')
}
