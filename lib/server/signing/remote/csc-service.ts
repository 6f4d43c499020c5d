import 'server-only'
import { z } from 'zod'
import { type HashAnswer, type HashSigningService, type RemoteKey, ServiceProblem } from './hash-signing'

type Settings = { name: string; url: string; clientId: string; secret: () => string; timeoutMs?: number }

const SHA256 = '2.16.840.1.101.3.4.2.1'
const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().default(60) })
const Listed = z.object({ credentialIDs: z.array(z.string().min(1)) })
const Credential = z.object({ cert: z.object({ certificates: z.array(z.base64()).min(1) }) })
const Asked = z.object({ responseID: z.string().min(1), code: z.string().max(12).nullish() })
const Answered = z.object({ signatures: z.array(z.base64()).min(1) })
const Problem = z.object({ error: z.string() })

/**
 * A signing service that speaks the way of the Cloud Signature Consortium: token by client credentials, credentials/list and /info,
 * signatures/signHash asked asynchronously, signatures/signPolling for its end. A service that differs gets an adapter of its own
 * beside this one.
 */
export function cscService({ name, url, clientId, secret, timeoutMs = 10_000 }: Settings): HashSigningService {
  let token: { value: string; until: number } | null = null

  async function post(path: string, body: object, authorization?: string): Promise<Response> {
    const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) }
    const address = `${url.replace(/\/$/, '')}/${path}`
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      return await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), signal, redirect: 'error' })
    } catch {
      throw new ServiceProblem('unreachable')
    }
  }

  async function accessToken(): Promise<string> {
    if (token && token.until > Date.now()) return token.value
    const grant = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret() }
    const response = await post('oauth2/token', grant)
    if (!response.ok) throw new ServiceProblem(response.status < 500 ? 'unauthorised' : 'unreachable')
    const { access_token, expires_in } = await read(response, Token)
    // Renewed a little early: a token must not end under way.
    token = { value: access_token, until: Date.now() + (expires_in - 10) * 1000 }
    return access_token
  }

  async function call(path: string, body: object): Promise<Response> {
    const response = await post(path, body, `Bearer ${await accessToken()}`)
    if (response.status !== 401) return response
    token = null
    const again = await post(path, body, `Bearer ${await accessToken()}`)
    if (again.status === 401) throw new ServiceProblem('unauthorised')
    return again
  }

  return {
    name,
    certificateOf: async (account): Promise<RemoteKey> => {
      const listed = await call('credentials/list', { userID: account })
      if (listed.status === 400 || listed.status === 404) throw new ServiceProblem('accountUnknown')
      const { credentialIDs } = await read(expectOk(listed), Listed)
      const [credential] = credentialIDs
      if (!credential) throw new ServiceProblem('accountUnknown')
      const info = await call('credentials/info', { credentialID: credential, certificates: 'chain' })
      const { cert } = await read(expectOk(info), Credential)
      const [certificate = Buffer.alloc(0), ...intermediates] = cert.certificates.map((one) =>
        Buffer.from(one, 'base64'),
      )
      return { credential, certificate, intermediates }
    },
    ask: async ({ credential, sha256, title, validSeconds }) => {
      const response = await call('signatures/signHash', {
        credentialID: credential,
        hashes: [Buffer.from(sha256).toString('base64')],
        hashAlgorithmOID: SHA256,
        operationMode: 'A',
        validity_period: validSeconds * 1000,
        description: title,
      })
      const { responseID, code } = await read(expectOk(response), Asked)
      return { transaction: responseID, code: code ?? null }
    },
    answer: async (transaction): Promise<HashAnswer> => {
      const response = await call('signatures/signPolling', { responseID: transaction })
      if (response.status === 202) return { state: 'waiting' }
      if (response.status === 400) {
        const { error } = await read(response, Problem)
        return { state: error === 'access_denied' ? 'refused' : 'expired' }
      }
      const { signatures } = await read(expectOk(response), Answered)
      return { state: 'signed', signature: Buffer.from(signatures[0] ?? '', 'base64') }
    },
  }
}

function expectOk(response: Response): Response {
  if (response.ok) return response
  throw new ServiceProblem(response.status >= 500 ? 'unreachable' : 'garbled')
}

async function read<T>(response: Response, shape: z.ZodType<T>): Promise<T> {
  const value = shape.safeParse(await response.json().catch(() => null))
  if (!value.success) throw new ServiceProblem('garbled')
  return value.data
}
