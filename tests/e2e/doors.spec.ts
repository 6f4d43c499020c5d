import { readFileSync } from 'node:fs'
import { type APIRequestContext, type Browser, expect, test } from '@playwright/test'
import { unzip } from '../documents/unzip'
import { ACTIONS } from '../support/doors/actions'
import { JOBS } from '../support/doors/jobs'
import { type Known, knownProvince } from '../support/doors/known-province'
import { ROUTES, VISITORS, type Visitor } from '../support/doors/routes'
import { DEMO_PASSWORD, signInAs } from '../support/sign-in'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown
const BUILT_ROUTES = Object.values(read('.next/app-path-routes-manifest.json') as Record<string, string>)
const BUILT_ACTIONS = Object.entries(
  (
    read('.next/server/server-reference-manifest.json') as {
      node: Record<string, { filename: string; exportedName: string }>
    }
  ).node,
).map(([id, { filename, exportedName }]) => ({ id, name: `${folderOf(filename)}#${exportedName}` }))

/** `app/(portal)/my-record/actions.ts` is `my-record`. */
function folderOf(file: string) {
  return file.replace(/^app\/(\(portal\)\/)?/, '').replace(/\/actions\.ts$/, '')
}

const AS_DATA: Record<string, string>[] = [{ RSC: '1' }, { RSC: '1', 'Next-Router-Prefetch': '1' }]
/** Ways out to somebody else’s house, as a browser reads them. */
const OUT = ['https://evil.example', '//evil.example', '/\\evil.example', '/%5Cevil.example', 'javascript:alert(1)']

/** Refusals that say: this is not yours to do. */
const NOT_YOURS = ['notFound', 'outsideYourUnits', 'roleNotYours', 'accountAboveYou']

async function visit(browser: Browser, visitor: Visitor): Promise<APIRequestContext> {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, VISITORS[visitor], { to: '/help' })
  // What asks for the password again is asked after it was given: it must refuse for the other reason.
  const prove = BUILT_ACTIONS.find(({ name }) => name === 'unlock#prove')
  await send(page.request, '/account', prove?.id ?? '', [DEMO_PASSWORD])
  return page.request
}

async function send(from: APIRequestContext, page: string, id: string, input: unknown[]) {
  const headers = { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' }
  const answer = await from.post(page, { headers, data: JSON.stringify(input), maxRedirects: 0 })
  return { headers: answer.headers(), text: await answer.text() }
}

/** What an answer says; the files inside a workbook or a document too. */
async function wordsOf(answer: { body(): Promise<Buffer> }): Promise<string> {
  const body = await answer.body()
  if (body.subarray(0, 2).toString() !== 'PK') return body.toString()
  return [...unzip(body).values()].map(String).join('\n')
}

const told = (text: string, { secrets }: Known) => secrets.filter((secret) => text.includes(secret))

test('every route and every action of the build says what strangers meet there @desktop', () => {
  expect(BUILT_ROUTES.filter((route) => !(route in ROUTES))).toEqual([])
  expect(BUILT_ACTIONS.map(({ name }) => name).filter((name) => !(name in ACTIONS))).toEqual([])
  // A line for what is gone would be believed.
  expect(Object.keys(ROUTES).filter((route) => !BUILT_ROUTES.includes(route))).toEqual([])
  expect(Object.keys(ACTIONS).filter((name) => !BUILT_ACTIONS.some((built) => built.name === name))).toEqual([])
})

test('on no route does another unit’s officer, its head, a person without office or nobody find anything @desktop', async ({
  browser,
  request,
}) => {
  test.slow()
  const known = await knownProvince()
  expect(known.secrets.length).toBeGreaterThan(20)
  const faults: string[] = []
  const look = async (who: string, from: APIRequestContext, address: string, met: number) => {
    const answer = await from.get(address, { maxRedirects: 0 })
    const leaks = told(await wordsOf(answer), known)
    if (answer.status() !== met) faults.push(`${who} ${address}: ${answer.status()}, not ${met}`)
    if (leaks.length > 0) faults.push(`${who} ${address} tells ${leaks.length} things`)
    // The same page as data, which is what a click fetches, and as a browser asks ahead of one.
    for (const asked of address.startsWith('/api/') ? [] : AS_DATA) {
      const data = await from.get(address, { maxRedirects: 0, headers: asked })
      const more = told(await data.text(), known)
      if (more.length > 0) faults.push(`${who} ${address} as data tells ${more.length} things`)
    }
    return answer
  }
  for (const seen of Object.values(ROUTES).flat()) {
    for (const address of seen.at(known)) {
      const answer = await look('nobody', request, address, seen.nobody ?? 307)
      if (seen.nobody === undefined && !answer.headers().location?.includes('/sign-in'))
        faults.push(`${address}: no door`)
    }
  }
  for (const visitor of Object.keys(VISITORS) as Visitor[]) {
    const from = await visit(browser, visitor)
    for (const seen of Object.values(ROUTES).flat()) {
      const met = typeof seen.met === 'number' ? seen.met : seen.met[visitor]
      for (const address of seen.at(known)) await look(visitor, from, address, met)
    }
  }
  expect(faults).toEqual([])
})

test('no action does anything for them @desktop', async ({ browser, request }) => {
  test.slow()
  const known = await knownProvince()
  const faults: string[] = []
  for (const { id, name } of BUILT_ACTIONS) {
    const action = ACTIONS[name]
    if (!action || 'silent' in action) continue
    const [page, input] = 'from' in action ? [action.from, action.with(known)] : ['/account', []]
    const { headers, text } = await send(request, page, id, input)
    const door = headers['x-action-redirect'] ?? headers.location ?? ''
    if (!('open' in action) && !door.includes('/sign-in')) faults.push(`nobody ${name}: ${text.slice(0, 200)}`)
    if (told(text, known).length > 0) faults.push(`nobody ${name} is told things`)
  }
  for (const visitor of Object.keys(VISITORS) as Visitor[]) {
    const from = await visit(browser, visitor)
    for (const { id, name } of BUILT_ACTIONS) {
      const action = ACTIONS[name]
      if (!action || !('from' in action)) continue
      const { text } = await send(from, action.from, id, action.with(known))
      const code = /"ok":false,"code":"(\w+)"/.exec(text)?.[1]
      const allowed = action.code === undefined ? NOT_YOURS : [action.code]
      if (!action.silent && !allowed.includes(code ?? ''))
        faults.push(`${visitor} ${name}: ${code ?? text.slice(0, 300)}`)
      if (told(text, known).length > 0) faults.push(`${visitor} ${name} is told things`)
    }
  }
  expect(faults).toEqual([])
})

/** What is no input of ours: nothing at all, and what a program may post in place of a form. */
const NO_INPUT = ['[]', '[{"toString":1},{"get":1}]']

test('what is no form is answered, by every action, and not taken for a fault @desktop', async ({
  browser,
  request,
}) => {
  test.slow()
  const officer = await visit(browser, 'officer')
  const faults: string[] = []
  for (const from of [request, officer]) {
    for (const { id, name } of BUILT_ACTIONS) {
      // It ends the session of the walk.
      if (name === 'account#signOut' || name === 'account#signOutElsewhere') continue
      const action = ACTIONS[name]
      // Before the door only what stands open is read at all.
      if (from === request && !(action && 'open' in action)) continue
      const page = action && 'from' in action ? action.from : '/account'
      const headers = { 'next-action': id, accept: 'text/x-component' }
      const plain = { ...headers, 'content-type': 'text/plain;charset=UTF-8' }
      const sent = [
        ...NO_INPUT.map((data) => ({ headers: plain, data })),
        { headers, multipart: { '1_role': 'x', 0: '["$K1"]' } },
      ]
      for (const post of sent) {
        const answer = await from.post(page, { ...post, maxRedirects: 0 })
        if (answer.status() >= 500) faults.push(`${name} ${JSON.stringify(post)}: ${answer.status()}`)
      }
    }
  }
  expect(faults).toEqual([])
})

test('no kind of job is started over what is not theirs @desktop', async ({ browser, request }) => {
  const known = await knownProvince()
  const start = BUILT_ACTIONS.find(({ name }) => name === 'jobs#startJob')?.id ?? ''
  const faults: string[] = []
  for (const [kind, job] of Object.entries(JOBS)) {
    const { headers } = await send(request, '/jobs', start, [{ kind, input: job.with(known) }])
    if (!(headers['x-action-redirect'] ?? headers.location ?? '').includes('/sign-in')) faults.push(`nobody ${kind}`)
  }
  for (const visitor of Object.keys(VISITORS) as Visitor[]) {
    const from = await visit(browser, visitor)
    for (const [kind, job] of Object.entries(JOBS)) {
      if (job.own?.includes(visitor)) continue
      const { text } = await send(from, '/jobs', start, [{ kind, input: job.with(known) }])
      if (!/"code":"(notFound|outsideYourUnits)"/.test(text)) faults.push(`${visitor} ${kind}: ${text.slice(0, 300)}`)
    }
  }
  expect(faults).toEqual([])
})

test('whoever follows every link meets nothing of another unit, and is led to no other house @desktop', async ({
  browser,
  request,
  baseURL,
}) => {
  test.slow()
  const known = await knownProvince()
  const walk = async (from: APIRequestContext, most: number) => {
    const [seen, ahead, leaks] = [new Set<string>(), ['/', '/sign-in', '/help', '/my-record'], [] as string[]]
    for (let address = ahead.shift(); address !== undefined && seen.size < most; address = ahead.shift()) {
      if (seen.has(address)) continue
      seen.add(address)
      const text = await (await from.get(address)).text()
      if (told(text, known).length > 0) leaks.push(address)
      for (const [, href] of text.matchAll(/href="(\/(?!_next)[^"#]*)/g)) ahead.push(href!.replaceAll('&amp;', '&'))
    }
    expect(leaks).toEqual([])
    return seen.size
  }
  expect(await walk(request, 40)).toBeGreaterThanOrEqual(1)
  const person = await visit(browser, 'person')
  expect(await walk(person, 60)).toBeGreaterThan(15)
  for (const out of OUT.flatMap((address) => [address, encodeURIComponent(address)])) {
    for (const door of [`/sign-in?next=${out}`, `/unlock?next=${out}`, `/api/auth/signin?callbackUrl=${out}`]) {
      const { location = '/' } = (await person.get(door, { maxRedirects: 0 })).headers()
      expect([door, new URL(location, baseURL).origin]).toEqual([door, baseURL])
    }
  }
  expect(await walk(await visit(browser, 'officer'), 90)).toBeGreaterThan(60)
})

test('a session id that was made up opens nothing @desktop', async ({ playwright, baseURL }) => {
  const forged = await playwright.request.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: {
      cookie: 'next-auth.session-token=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAA',
    },
  })
  const answer = await forged.get('/my-record', { maxRedirects: 0 })
  expect([answer.status(), answer.headers().location]).toEqual([307, expect.stringContaining('/sign-in')])
  expect((await forged.get('/api/code-lists/dan-toc')).status()).toBe(404)
})
