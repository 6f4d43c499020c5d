import { now } from '@/lib/server/clock'
import { grantToken, hasClients, TOKEN_SECONDS } from '@/lib/server/one-stop/clients'
import { slowedDown } from '@/lib/server/one-stop/slowed-down'
import { originOf } from '@/lib/server/origin'

/** OAuth 2.0 client credentials (RFC 6749 §4.4); the client shows itself by Basic or in the form. */
export async function POST(request: Request) {
  if (!hasClients()) return new Response(null, { status: 404 })
  const slowed = await slowedDown(originOf((name) => request.headers.get(name)).address, 'upload', now())
  if (slowed) return slowed
  const form = new URLSearchParams((await request.text()).slice(0, 4_000))
  if (form.get('grant_type') !== 'client_credentials') return answer(400, { error: 'unsupported_grant_type' })
  const [id, secret] = basic(request.headers.get('authorization')) ?? [form.get('client_id'), form.get('client_secret')]
  const token = grantToken(id ?? '', secret ?? '', now())
  if (!token) return answer(401, { error: 'invalid_client' })
  return answer(200, { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS })
}

function basic(authorization: string | null): [string, string] | null {
  if (!authorization?.startsWith('Basic ')) return null
  const [id = '', ...rest] = Buffer.from(authorization.slice(6), 'base64').toString('utf8').split(':')
  return [id, rest.join(':')]
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
