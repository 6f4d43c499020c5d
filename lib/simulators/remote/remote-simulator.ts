import { constants, type KeyObject, privateEncrypt, randomInt, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerHtml, answerJson, readJson } from '../http-exchange'

/** A key the service holds for an account. */
export type HeldKey = { key: KeyObject; chain: Uint8Array[] }
type Request = {
  account: string
  hash: Buffer
  code: string
  state: 'waiting' | 'confirmed' | 'refused'
  until: number
}
export type RemoteFault = 'down' | 'html' | 'unauthorised' | 'wrongSignature'

export type RemoteSimulator = {
  url: string
  /** What the signer does with the newest request on the telephone. */
  phone(does: 'confirm' | 'refuse'): void
  fail(fault: RemoteFault | null): void
  /** What the telephone shows. */
  shown(): { code: string; title: string } | null
  close(): Promise<void>
}

/**
 * A counterpart for signing services of the Cloud Signature Consortium's manner: it holds keys, shows a request on a telephone that tests
 * press, and signs the hash when it is confirmed. It stands for no real service.
 */
export async function startRemoteSimulator(keys: Map<string, HeldKey>, secret: string): Promise<RemoteSimulator> {
  const requests = new Map<string, Request>()
  const tokens = new Set<string>()
  let shown: { code: string; title: string } | null = null
  let newest = ''
  let fault: RemoteFault | null = null

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const body = (await readJson(request)) ?? {}
    if (fault === 'down') return response.destroy()
    if (fault === 'html') return answerHtml(response)
    if (request.url === '/oauth2/token') {
      if (body.client_secret !== secret) return answerJson(response, 401, { error: 'invalid_client' })
      const token = randomUUID()
      tokens.add(token)
      return answerJson(response, 200, { access_token: token, expires_in: 3600, token_type: 'Bearer' })
    }
    const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
    if (fault === 'unauthorised' || !tokens.has(token)) return answerJson(response, 401, { error: 'invalid_token' })
    switch (request.url) {
      case '/credentials/list':
        if (!keys.has(String(body.userID))) return answerJson(response, 400, { error: 'invalid_request' })
        return answerJson(response, 200, { credentialIDs: [`c-${body.userID}`] })
      case '/credentials/info': {
        const held = keys.get(String(body.credentialID).slice(2))
        if (!held) return answerJson(response, 400, { error: 'invalid_request' })
        const certificates = held.chain.map((one) => Buffer.from(one).toString('base64'))
        return answerJson(response, 200, { cert: { status: 'valid', certificates } })
      }
      case '/signatures/signHash': {
        newest = randomUUID()
        const [hash] = body.hashes as string[]
        const code = String(randomInt(1000, 10_000))
        const until = Date.now() + Number(body.validity_period)
        const account = String(body.credentialID).slice(2)
        requests.set(newest, { account, hash: Buffer.from(hash ?? '', 'base64'), code, state: 'waiting', until })
        shown = { code, title: String(body.description) }
        return answerJson(response, 200, { responseID: newest, code })
      }
      case '/signatures/signPolling':
        return poll(requests.get(String(body.responseID)), response)
      default:
        return answerJson(response, 404, {})
    }
  }

  function poll(asked: Request | undefined, response: ServerResponse) {
    if (!asked || asked.until < Date.now()) return answerJson(response, 400, { error: 'expired_token' })
    if (asked.state === 'refused') return answerJson(response, 400, { error: 'access_denied' })
    if (asked.state === 'waiting') return answerJson(response, 202, {})
    const held = keys.get(asked.account)
    const hash = fault === 'wrongSignature' ? Buffer.alloc(32, 7) : asked.hash
    return answerJson(response, 200, { signatures: held ? [signHash(hash, held.key).toString('base64')] : [] })
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    phone: (does) => {
      const asked = requests.get(newest)
      if (asked) asked.state = does === 'confirm' ? 'confirmed' : 'refused'
    },
    fail: (next) => {
      fault = next
    },
    shown: () => shown,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** DER of DigestInfo for SHA-256, before the hash itself (RFC 8017, 9.2). */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** Signs what is a hash already, with RSA (PKCS #1 v1.5): that is what encrypting the block with the private key is. */
const signHash = (hash: Buffer, key: KeyObject): Buffer =>
  privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([DIGEST_INFO, hash]))
