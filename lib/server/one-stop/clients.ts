import 'server-only'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Reference } from '@/lib/domain/exchange/connection-profile'
import { env, surroundings } from '../env'
import { secretReader } from '../national/secrets'
import { isSameSecret } from '../same-secret'
import { seal, unseal } from '../sealed'

/** A system that may ask whether somebody is on the staff: a portal of public services, a one-stop office. */
const Client = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** In Vietnamese: it stands in the log. */
  title: z.string().min(1).max(120),
  secret: Reference,
})
export type Client = z.output<typeof Client>

export const TOKEN_SECONDS = 600
const CONTEXT = 'token of a one-stop client'
const Token = z.object({ client: z.string(), until: z.number() })

/** Those who may ask, as `API_CLIENTS` names them; nobody where it is not set. */
function clients(): Client[] {
  return env.API_CLIENTS ? z.array(Client).parse(JSON.parse(readFileSync(env.API_CLIENTS, 'utf8'))) : []
}

/** False: nobody was ever let in here, and there is no such place. */
export const hasClients = () => Boolean(env.API_CLIENTS)

/** A token of ten minutes; null for a stranger or a wrong secret. */
export function grantToken(id: string, secret: string, now: Date): string | null {
  const client = clients().find((one) => one.id === id)
  if (!client || !isSameSecret(secretReader(surroundings)(client.secret), secret)) return null
  const token = { client: client.id, until: now.getTime() + TOKEN_SECONDS * 1000 }
  return seal(Buffer.from(JSON.stringify(token)), CONTEXT)
}

/** Whose token it is; null once it has run out, or its client is taken off the list. */
export function clientOf(authorization: string | null, now: Date): Client | null {
  const opened = unseal(authorization?.replace(/^Bearer /, '') ?? '', CONTEXT)
  if (!opened) return null
  const { client, until } = Token.parse(JSON.parse(opened.toString()))
  return until > now.getTime() ? (clients().find(({ id }) => id === client) ?? null) : null
}
