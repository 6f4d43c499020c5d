import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ConnectionProfile, HeaderSource } from '@/lib/domain/exchange/connection-profile'
import { type HttpAnswer, openRoad, post, type Road } from './http'
import type { SecretReader } from './secrets'

/** The profile's address with its headers, keys and pace: what every call of ours has in common. */
export class Line {
  readonly #road: Road
  readonly #headers: Record<string, string>

  /** Throws `SecretMissing` where the profile names what is not there. */
  constructor(
    readonly profile: ConnectionProfile,
    readonly secret: SecretReader,
  ) {
    const { certificate, key, authority, serverName } = profile.tls ?? {}
    const tls = {
      ...(certificate && { cert: secret(certificate) }),
      ...(key && { key: secret(key) }),
      ...(authority && { ca: secret(authority) }),
      ...(serverName && { servername: serverName }),
    }
    this.#road = openRoad(profile.baseUrl, tls, profile.pace)
    this.#headers = Object.fromEntries(
      Object.entries(profile.headers).map(([name, source]) => [name, headerValue(source, secret)]),
    )
  }

  post(url: URL, body: string, headers: Record<string, string>): Promise<HttpAnswer> {
    return post(url, body, { accept: 'application/json', ...this.#headers, ...headers }, this.#road)
  }

  postJson(url: URL, body: unknown, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return this.post(url, JSON.stringify(body), { 'content-type': 'application/json; charset=utf-8', ...headers })
  }

  /** Where messages go, or another call of the same service, and what X-Road wants to know of each. */
  messageCall(path = this.profile.messagePath): { url: URL; headers: Record<string, string> } {
    const { baseUrl, xRoad } = this.profile
    if (!xRoad) return { url: new URL(path, baseUrl), headers: {} }
    const { client, service, userId, representedParty } = xRoad
    return {
      url: new URL(`/r1/${encoded(service)}${path}`, baseUrl),
      headers: {
        'x-road-client': encoded(client),
        'x-road-id': randomUUID(),
        ...(userId && { 'x-road-userid': userId }),
        ...(representedParty && { 'x-road-represented-party': encoded(representedParty) }),
      },
    }
  }
}

/** Each part by itself; the slash parts them. */
const encoded = (name: string) => name.split('/').map(encodeURIComponent).join('/')

function headerValue(source: HeaderSource, secret: SecretReader): string {
  if ('text' in source) return source.text
  if ('secret' in source) return secret(source.secret)
  const parts = Object.entries(source.base64json).map(([name, part]) => [
    name,
    typeof part === 'string' ? secret(part) : part.text,
  ])
  return Buffer.from(JSON.stringify(Object.fromEntries(parts))).toString('base64')
}
