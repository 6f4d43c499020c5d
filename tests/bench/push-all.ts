/**
 * Started by main.ts beside the portal: so many changed records go to the simulated ministry over a bad line, its worker
 * killed three times; against a bare client with prepared bodies over the same line. Fails when a goal is missed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { db } from '@/lib/server/db'
import { DEMO_ACCOUNT } from '@/lib/simulators/login-desk'
import { startNationalSimulator } from '@/lib/simulators/national-simulator'
import { sitDown } from './desk'
import { approveAgain, enqueueAll, preparedBodies } from './outbox'
import { get } from './weigh'

const [, , portal = '', pushes = '2000', folder = ''] = process.argv
const COUNT = Number(pushes)
const CONNECTIONS = 4
const WEATHER = { latencyMs: 50, errors: 0.05, lost: 0.01, seed: 20261122 }
const LEAST_RATE = 0.6
const MOST_SLOWER = 2
const { username, password, orgCode } = DEMO_ACCOUNT

/** Of the run under way. */
const pages: number[] = []
const simulator = await startNationalSimulator({ port: 0 })
const tell = (path: string, method: string, body: object) =>
  fetch(`${simulator.url}/__sim/${path}`, { method, body: JSON.stringify(body) })
const desk = await sitDown()
console.log(`\nApproving ${COUNT.toLocaleString('en')} records anew …`)
const ids = await approveAgain(COUNT)

const bodies = await preparedBodies(orgCode, Math.min(COUNT, 4_000))
await tell('weather', 'PUT', WEATHER)
const bareRate = await bareClient()
const idle = await pageTimes(() => pages.length < 40)
await tell('reset', 'POST', {})
await tell('weather', 'PUT', WEATHER)

await db.connectionApproval.create({
  data: {
    ...{ profileId: 'bench', level: 3, documentNo: '1', documentDate: new Date('2026-01-05') },
    ...{ byUserId: desk.actor.userId, byName: 'Bench', at: new Date() },
  },
})
await enqueueAll(ids)
const worked = await drain()
const known = await report()
const wrong = await db.delivery.findMany({
  where: { revisionId: { in: ids } },
  select: { personKey: true, payloadSha256: true, state: true },
})
const arrived = wrong.filter(
  ({ personKey, payloadSha256, state }) => state === 'accepted' && known.get(personKey) === payloadSha256,
)
const rate = COUNT / worked.seconds
const ratio = rate / bareRate
const kept = {
  once: arrived.length === COUNT && known.size === COUNT,
  rate: ratio >= LEAST_RATE,
  pages: worked.p95 <= MOST_SLOWER * idle,
}
const say = (good: boolean) => (good ? 'kept' : 'MISSED')
console.log(`
send ${COUNT.toLocaleString('en')} records: 50 ms, 5 % errors, 1 % lost answers, worker killed ${worked.kills} times
  arrived once, as approved    ${arrived.length} of ${COUNT}, ${known.size} held    ${say(kept.once)}
  bare client, 4 connections   ${bareRate.toFixed(1)} records/s
  portal                       ${rate.toFixed(1)} records/s, ${(ratio * 100).toFixed(0)} % (goal ≥ 60 %)    ${say(kept.rate)}
  page p95                     ${worked.p95.toFixed(0)} ms, idle ${idle.toFixed(0)} ms (goal ≤ 2 ×)    ${say(kept.pages)}
  without a worker in between  ${worked.without.toFixed(1)} s, not counted`)
await simulator.close()
await desk.rise()
process.exit(Object.values(kept).every(Boolean) ? 0 : 1)

/** Records a second over so many open connections, each body once, whatever is answered. */
async function bareClient(): Promise<number> {
  const answer = await fetch(`${simulator.url}/apiauth/oauth/login`, {
    method: 'POST',
    body: JSON.stringify({ username, password }),
  })
  const { access_token } = (await answer.json()) as { access_token: string }
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${access_token}` }
  const send = (body: string) =>
    new Promise<void>((done) => {
      const call = request(
        `${simulator.url}/apisyncmsg/syncmsg/servicem0001`,
        { method: 'POST', agent, headers },
        (heard) => {
          heard.resume()
          heard.once('close', done)
        },
      )
      call.once('error', () => done())
      call.end(body)
    })
  const began = performance.now()
  let at = 0
  const line = async () => {
    for (let one = bodies[at++]; one; one = bodies[at++]) await send(one.body)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, line))
  agent.destroy()
  return bodies.length / ((performance.now() - began) / 1000)
}

/** Opens records one after the other; the time below which 95 of 100 stay, in milliseconds. */
async function pageTimes(goesOn: () => boolean): Promise<number> {
  pages.length = 0
  while (goesOn()) {
    const began = performance.now()
    await get(`${portal}/records/${desk.nextRecord()}`, desk.cookie)
    pages.push(performance.now() - began)
    await pause(150)
  }
  return pages.toSorted((one, other) => one - other)[Math.ceil(pages.length * 0.95) - 1] ?? 0
}

/** Workers one after the other, each killed at a quarter of the way more. */
async function drain() {
  const env = { ...process.env, NATIONAL_PROFILE: writeProfile(), NATIONAL_PASSWORD: password }
  const args = ['--conditions=react-server', '--import', 'tsx', 'lib/server/worker.ts']
  const hire = () => spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const left = () => db.delivery.count({ where: { state: { in: ['waiting', 'sending'] } } })
  let open = COUNT
  let without = 0
  let kills = 0
  const slow = pageTimes(() => open > 0)
  const untilBegun = async (worker: ChildProcess) => {
    const began = performance.now()
    const before = await left()
    while ((await left()) === before && worker.exitCode === null) await pause(50)
    without += (performance.now() - began) / 1000
    return worker
  }
  const began = performance.now()
  let worker = await untilBegun(hire())
  for (open = await left(); open > 0; open = await left()) {
    if (kills < 3 && open < COUNT * (1 - (kills + 1) / 4)) {
      worker.kill('SIGKILL')
      await once(worker, 'exit')
      kills += 1
      worker = await untilBegun(hire())
    }
    await pause(200)
  }
  const seconds = (performance.now() - began) / 1000 - without
  const p95 = await slow
  worker.kill('SIGTERM')
  await once(worker, 'exit')
  return { seconds, without, kills, p95 }
}

function writeProfile(): string {
  const path = join(folder, 'national-profile.json')
  const entrance = { kind: 'login', username, password: 'env:NATIONAL_PASSWORD' }
  const pace = { connections: CONNECTIONS, perSecond: null }
  writeFileSync(path, JSON.stringify({ id: 'bench', title: 'Bench', baseUrl: simulator.url, orgCode, entrance, pace }))
  return path
}

/** Everybody the ministry holds, by what the file is known by. */
async function report(): Promise<Map<string, string>> {
  await tell('weather', 'PUT', {})
  const login = await fetch(`${simulator.url}/apiauth/oauth/login`, {
    method: 'POST',
    body: JSON.stringify({ username, password }),
  })
  const { access_token } = (await login.json()) as { access_token: string }
  const held = new Map<string, string>()
  for (let after: string | null = ''; after !== null; ) {
    const answer = await fetch(`${simulator.url}/apisyncmsg/syncmsg/report`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}` },
      body: JSON.stringify({ after }),
    })
    const page = (await answer.json()) as {
      files: { SoHieuCBCCVC_BNDP: string; sha256: string }[]
      next: string | null
    }
    for (const { SoHieuCBCCVC_BNDP, sha256 } of page.files) held.set(SoHieuCBCCVC_BNDP, sha256)
    after = page.next
  }
  return held
}
