import { generateKeyPairSync } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NationalGateway } from '@/lib/server/national/gateway'
import { SecretMissing } from '@/lib/server/national/secrets'
import { DEMO_PASS } from '@/lib/simulators/gateway-desk'
import { type Simulator, startNationalSimulator } from '@/lib/simulators/national-simulator'
import { DEMO_MEMBER, DEMO_SERVICE } from '@/lib/simulators/x-road-face'
import { issueCertificate } from '@/lib/start/issue-certificate'
import { aFile, post, recordsOf } from '@/tests/simulators/wire'
import { aProfile, aSecret, SECRETS } from '@/tests/support/national-profile'

let simulator: Simulator
beforeEach(async () => {
  simulator = await startNationalSimulator({ port: 0 })
})
afterEach(() => simulator.close())

const fault = (kind: string) => post(`${simulator.url}/__sim/faults`, { kind, times: 1 })
const push = (over: object, secret = aSecret) =>
  new NationalGateway({ profile: aProfile(simulator.url, over), secret }).push(aFile('1'), 'ADD')
const short = { pace: { callMs: 5_000, perSecond: null } }

const throughGateway = () => ({
  entrance: { kind: 'clientCredentials', url: `${simulator.url}/token` },
  headers: { lgspaccesstoken: { base64json: { ...textsOf(DEMO_PASS), SecretKey: 'env:PASS' } } },
})
const textsOf = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { text }]))
const throughXRoad = { entrance: { kind: 'none' }, xRoad: { client: DEMO_MEMBER, service: DEMO_SERVICE } }

describe('R171: through the gateway of the province', () => {
  test('the static header is the client; token and header go with the message', async () => {
    expect((await push(throughGateway())).outcome).toMatchObject({ kind: 'accepted' })
    expect(await recordsOf(simulator)).toHaveLength(1)
  })

  test('a wrong secret blocks the channel and sends nothing', async () => {
    const { outcome } = await push(throughGateway(), () => 'sai')
    expect(outcome).toEqual({ kind: 'blocked', cause: 'auth' })
    expect(await recordsOf(simulator)).toEqual([])
  })

  test('a token that runs out in the middle is renewed once', async () => {
    const gateway = new NationalGateway({ profile: aProfile(simulator.url, throughGateway()), secret: aSecret })
    await gateway.push(aFile('1'), 'ADD')
    await fault('unauthorized')
    expect((await gateway.push(aFile('2'), 'ADD')).outcome.kind).toBe('accepted')
  })
})

describe('R138: through NDXP, which speaks X-Road', () => {
  test('the call goes to /r1/ under our name, and arrives', async () => {
    expect((await push(throughXRoad)).outcome).toMatchObject({ kind: 'accepted' })
    expect(await recordsOf(simulator)).toHaveLength(1)
  })

  test.each([
    ['xRoadClient', { kind: 'blocked', cause: 'config' }],
    ['xRoadOurs', { kind: 'retry', cause: 'busy' }],
    ['xRoadTheirs', { kind: 'retry', cause: 'busy' }],
    ['failed', { kind: 'unknown', cause: 'serverError' }],
  ])('%s → %j: the exchange’s own faults are told from the ministry’s', async (kind, outcome) => {
    await fault(kind)
    expect((await push(throughXRoad)).outcome).toEqual(outcome)
  })

  test('a stranger’s name is not let through', async () => {
    const stranger = { ...throughXRoad, xRoad: { client: 'VN/GOV/H43/HOSO', service: DEMO_SERVICE } }
    expect((await push(stranger)).outcome).toEqual({ kind: 'retry', cause: 'busy' })
    expect(await recordsOf(simulator)).toEqual([])
  })
})

describe('what comes back wrong', () => {
  test.each([
    ['bom', { kind: 'accepted' }],
    ['textCode', { kind: 'accepted' }],
    ['unknownFields', { kind: 'accepted' }],
    ['busy', { kind: 'retry', cause: 'busy', afterMs: 2000 }],
    ['busyUntil', { kind: 'retry', cause: 'busy', afterMs: expect.any(Number) }],
    ['maintenance', { kind: 'retry', cause: 'busy' }],
    ['forbidden', { kind: 'blocked', cause: 'auth' }],
    ['redirect', { kind: 'blocked', cause: 'config' }],
    ['tooLong', { kind: 'unknown', cause: 'notJson' }],
    ['packed', { kind: 'unknown', cause: 'notJson' }],
    ['wrongCharset', { kind: 'unknown', cause: 'notJson' }],
  ])('%s → %j', async (kind, outcome) => {
    await fault(kind)
    expect((await push(short)).outcome).toMatchObject(outcome)
  })
})

describe('R111: keys and certificates of the line', () => {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = (der: Uint8Array) =>
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`
  const issuer = { subject: { commonName: 'Trial root' }, ...keys }
  const certificate = (commonName: string, authority: boolean, until = Date.now() + 86_400_000) =>
    pem(
      issueCertificate({
        ...{ subject: { commonName }, publicKey: keys.publicKey, issuer },
        ...{ notBefore: new Date(Date.now() - 2 * 86_400_000), notAfter: new Date(until) },
        authority: authority ? { pathLength: 1 } : null,
      }),
    )
  const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const ca = certificate('Trial root', true)
  const held: Record<string, string> = {
    ...SECRETS,
    ...{ 'env:CERT': certificate('Our own', false), 'env:KEY': key, 'env:CA': ca },
  }
  const secret = (reference: string) => held[reference] ?? ''
  const mutual = { certificate: 'env:CERT', key: 'env:KEY', authority: 'env:CA', serverName: 'server.test' }

  let seen: { peer: string | null; headers: IncomingHttpHeaders }[] = []
  let closing: () => void = () => {}
  afterEach(() => closing())

  async function aTlsCounterpart(cert: string) {
    seen = []
    const options = { key, cert, ca, requestCert: true, rejectUnauthorized: true }
    const server = createServer(options, (request, response) => {
      const { subject } = (request.socket as TLSSocket).getPeerCertificate()
      seen.push({ peer: String(subject?.CN ?? ''), headers: request.headers })
      request.resume()
      response.end(JSON.stringify({ access_token: 'a', err_code: 0, message: 'ok' }))
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    closing = () => {
      server.closeAllConnections()
      server.close()
    }
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const through = async (url: string, tls: object) =>
    (await new NationalGateway({ profile: aProfile(url, { tls }), secret }).push(aFile('1'), 'ADD')).outcome

  test('we show our certificate, and take theirs from the authority named', async () => {
    const url = await aTlsCounterpart(certificate('server.test', false))
    expect(await through(url, mutual)).toMatchObject({ kind: 'accepted' })
    expect(seen.map(({ peer }) => peer)).toEqual(['Our own', 'Our own'])
  })

  test('a certificate run out, of another name, of no known authority: nothing is sent', async () => {
    const outcome = { kind: 'retry', cause: 'network' }
    expect(await through(await aTlsCounterpart(certificate('server.test', false, Date.now() - 1000)), mutual)).toEqual(
      outcome,
    )
    closing()
    expect(await through(await aTlsCounterpart(certificate('Somebody else', false)), mutual)).toEqual(outcome)
    closing()
    const { authority: _, ...trusting } = mutual
    expect(await through(await aTlsCounterpart(certificate('server.test', false)), trusting)).toEqual(outcome)
    expect(seen).toEqual([])
  })

  test('a secret that is not there is named, and its value nowhere', () => {
    const missing = () => {
      throw new SecretMissing('env:CERT')
    }
    expect(() => new NationalGateway({ profile: aProfile('https://x.vn', { tls: mutual }), secret: missing })).toThrow(
      'env:CERT',
    )
  })
})
