import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NationalGateway } from '@/lib/server/national/gateway'
import type { Simulator, SimulatorSettings } from '@/lib/simulators/national-simulator'
import { startNationalSimulator } from '@/lib/simulators/national-simulator'
import { aFile, post, recordsOf } from '@/tests/simulators/wire'
import { aProfile, aSecret } from '@/tests/support/national-profile'

let logins = 0
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const gatewayTo = (baseUrl: string, over: object = {}, secret = aSecret) =>
  new NationalGateway({ profile: aProfile(baseUrl, over), secret })
const withCallMs = (callMs: number) => ({ pace: { callMs, perSecond: null } })

async function aSimulator(settings: Partial<SimulatorSettings> = {}): Promise<Simulator> {
  const simulator = await startNationalSimulator({ port: 0, ...settings })
  closing.push(simulator.close)
  return simulator
}

/** A counterpart that answers as told, for what the simulator never does. */
async function aCounterpart(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer((request, response) => {
    request.resume()
    if (!request.url?.includes('login')) return answer(request, response)
    logins += 1
    return response.end(JSON.stringify({ access_token: 'a', err_code: '0' }))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closing.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('against the simulator', () => {
  let simulator: Simulator
  let gateway: NationalGateway
  const fault = (asked: object) => post(`${simulator.url}/__sim/faults`, asked)
  beforeEach(async () => {
    simulator = await aSimulator()
    gateway = gatewayTo(simulator.url)
  })

  test('a file is added, and keeps the number of its transaction', async () => {
    const { outcome, calls } = await gateway.push(aFile('1'), 'ADD')
    expect(outcome).toEqual({ kind: 'accepted', remoteId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(calls).toMatchObject([
      { action: 'ADD', httpStatus: 200, outcome: 'accepted', answer: expect.stringMatching(/err_code/) },
    ])
  })

  test('"it exists" leads to EDIT, "it does not" to ADD, both calls are kept', async () => {
    await gateway.push(aFile('1'), 'ADD')
    const again = await gateway.push(aFile('1', { HoVaTen: 'Lê Văn Tám' }), 'ADD')
    expect([again.outcome.kind, again.calls.map(({ action }) => action)]).toEqual(['accepted', ['ADD', 'EDIT']])
    const first = await gateway.push(aFile('2'), 'EDIT')
    expect([first.outcome.kind, first.calls.map(({ action }) => action)]).toEqual(['accepted', ['EDIT', 'ADD']])
    expect((await recordsOf(simulator)).map(({ body }) => body)).toEqual([
      aFile('1', { HoVaTen: 'Lê Văn Tám' }),
      aFile('2'),
    ])
  })

  test('a refusal names the field', async () => {
    const { outcome } = await gateway.push(aFile('1', { DanToc: '99' }), 'ADD')
    expect(outcome).toMatchObject({ kind: 'refused', errors: [{ code: 'E_CATALOG', field: 'DanToc' }] })
  })

  test.each([
    ['down', { kind: 'unknown', cause: 'reset' }],
    ['lostAnswer', { kind: 'unknown', cause: 'reset' }],
    ['truncated', { kind: 'unknown', cause: 'reset' }],
    ['slow', { kind: 'unknown', cause: 'timeout' }],
    ['html', { kind: 'unknown', cause: 'notJson' }],
    ['reject', { kind: 'refused' }],
  ])('%s → %j', async (kind, outcome) => {
    await fault({ kind, times: 1 })
    const patience = kind === 'slow' ? withCallMs(300) : {}
    expect((await gatewayTo(simulator.url, patience).push(aFile('1'), 'ADD')).outcome).toMatchObject(outcome)
  })

  test.each([
    ['down', { kind: 'retry', cause: 'reset' }],
    ['slow', { kind: 'retry', cause: 'timeout' }],
    ['html', { kind: 'retry', cause: 'notJson' }],
  ])('%s at the login: nothing was sent, so it may be tried again', async (kind, outcome) => {
    await fault({ kind, times: 1, at: 'login' })
    const patience = kind === 'slow' ? withCallMs(300) : {}
    expect((await gatewayTo(simulator.url, patience).push(aFile('1'), 'ADD')).outcome).toEqual(outcome)
  })

  test('a wrong password blocks the channel', async () => {
    const { outcome } = await gatewayTo(simulator.url, {}, () => 'sai').push(aFile('1'), 'ADD')
    expect(outcome).toEqual({ kind: 'blocked', cause: 'auth' })
  })

  test('a token that the counterpart forgot is renewed; one that is never taken blocks', async () => {
    await gateway.push(aFile('1'), 'ADD')
    const { port } = new URL(simulator.url)
    await simulator.close()
    simulator = await aSimulator({ port: Number(port) })
    // The first call may meet the connection that the restart cut.
    const { outcome } = await gateway.push(aFile('1'), 'ADD')
    expect(['accepted', 'unknown']).toContain(outcome.kind)
    expect((await gateway.push(aFile('1'), 'EDIT')).outcome.kind).toBe('accepted')
    const brief = await aSimulator({ tokenSeconds: 0 })
    expect((await gatewayTo(brief.url).push(aFile('1'), 'ADD')).outcome).toEqual({ kind: 'blocked', cause: 'auth' })
  })
})

test('messages that start together share one login', async () => {
  logins = 0
  const url = await aCounterpart((_request, response) => response.end('{"err_code":0}'))
  const gateway = gatewayTo(url)
  const pushes = await Promise.all(['1', '2', '3', '4'].map((number) => gateway.push(aFile(number), 'ADD')))
  expect(pushes.map(({ outcome }) => outcome.kind)).toEqual(Array(4).fill('accepted'))
  expect(logins).toBe(1)
})

test('where nobody listens, nothing can have arrived', async () => {
  const simulator = await startNationalSimulator({ port: 0 })
  await simulator.close()
  expect((await gatewayTo(simulator.url).push(aFile('1'), 'ADD')).outcome).toEqual({ kind: 'retry', cause: 'network' })
})

test.each<[number, Record<string, string>, string, object]>([
  [200, {}, '{"err_code":"0","message":"ok","more":1}', { kind: 'accepted', remoteId: null }],
  [200, {}, '{"err_code":null}', { kind: 'unknown', cause: 'notJson' }],
  [302, { location: 'http://127.0.0.1:1/' }, '', { kind: 'blocked', cause: 'config' }],
  [400, {}, '{"message":"Họ và tên không được để trống!","err_code":1}', { kind: 'refused' }],
  [403, {}, '', { kind: 'blocked', cause: 'auth' }],
  [404, {}, '{"message":"url not found","err_code":1}', { kind: 'blocked', cause: 'config' }],
  [429, { 'retry-after': '7' }, '', { kind: 'retry', cause: 'busy', afterMs: 7000 }],
  [503, {}, '', { kind: 'retry', cause: 'busy' }],
  [500, {}, '', { kind: 'unknown', cause: 'serverError' }],
  [500, { 'x-road-error': 'Server.ServerProxy.NetworkError' }, '{}', { kind: 'retry', cause: 'busy' }],
  [500, { 'x-road-error': 'Client.ServiceNotFound' }, '{}', { kind: 'blocked', cause: 'config' }],
])('%i %j %s → %j', async (status, headers, body, outcome) => {
  const url = await aCounterpart((_request, response) => response.writeHead(status, headers).end(body))
  expect((await gatewayTo(url).push(aFile('1'), 'ADD')).outcome).toMatchObject(outcome)
})

test('an answer of more than 10 MiB is not read', async () => {
  const url = await aCounterpart((_request, response) => {
    response.writeHead(200)
    const part = Buffer.alloc(1024 * 1024, ' ')
    for (let sent = 0; sent < 12; sent++) response.write(part)
    response.end('{"err_code":0}')
  })
  expect((await gatewayTo(url, withCallMs(5000)).push(aFile('1'), 'ADD')).outcome).toEqual({
    kind: 'unknown',
    cause: 'notJson',
  })
})
