import 'server-only'
import { env } from '../env'
import { isDemonstration } from '../trust-anchors'

type Question = { body?: Uint8Array; type?: string; now: Date; limit: number }

/**
 * Asks a service of a certification authority and reads its whole answer, up to `limit` bytes. A redirect is no answer: where it
 * leads nobody has configured. Throws when there is none. The simulated authority is told which day the portal plays.
 */
export async function askAuthority(url: string, { body, type, now, limit }: Question): Promise<Uint8Array> {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    redirect: 'error',
    signal: AbortSignal.timeout(env.AUTHORITY_TIMEOUT_MS),
    headers: {
      ...(type && { 'content-type': `application/${type}` }),
      ...(isDemonstration() && { 'demonstration-time': now.toISOString() }),
    },
    ...(body && { body: new Uint8Array(body) }),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > limit) throw new Error(`${url} answers without end`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
