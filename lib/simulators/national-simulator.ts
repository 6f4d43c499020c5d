import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type AuthorityKeys, demoAuthority } from './authority/demo-authority'
import { complaintAbout } from './content-rules'
import { controlDoor } from './control-door'
import { FaultQueue, isAppliedFirst } from './fault-queue'
import { respond, respondXml } from './faulty-answer'
import { GatewayDesk } from './gateway-desk'
import { answerJson, readBody, readJson, TooLarge } from './http-exchange'
import type { Account } from './login-desk'
import { DEMO_ACCOUNT, LoginDesk } from './login-desk'
import { MessageDesk } from './message-desk'
import { answerPage, ministryPage } from './ministry-page'
import { NationalRegister } from './national-register'
import { PopulationDesk } from './population-desk'
import { reportOf } from './report-desk'
import { UnitDesk } from './unit-desk'
import { Sky } from './weather'
import { answerProblem, isXRoadCall, markAnswer, throughXRoad } from './x-road-face'

export type SimulatorSettings = {
  /** 0 takes any free port. */
  port: number
  /** A file of lines that keeps the register over a restart; null forgets. */
  file?: string | null
  accounts?: readonly Account[]
  tokenSeconds?: number
  /** What looks like chance follows from it. */
  seed?: string
  /** Keys of the simulated certification authority that stands in the same process; without them it has no services. */
  authority?: () => AuthorityKeys
}
export type Simulator = { url: string; close(): Promise<void> }

const FIVE_HOURS = 5 * 3600
const POPULATION = '/population/xacthuc'
const LOGIN = '/apiauth/oauth/login'
const TOKEN = '/token'
const REPORT = '/apisyncmsg/syncmsg/report'
const UNITS = '/apisyncmsg/syncmsg/units'
const MESSAGES = ['/apisyncmsg/syncmsg/servicem0001', '/apisyncmsg/syncmsg/servicem0001_1']

/**
 * The national database's face to the province: one record a call, HTTP 200 with `err_code`. It stands behind its own login,
 * behind a provincial gateway (`/token` and `lgspaccesstoken`), and behind X-Road (`/r1/…`), all at once. Beside it stands the
 * population database with its one question.
 */
export async function startNationalSimulator(settings: SimulatorSettings): Promise<Simulator> {
  const register = new NationalRegister(settings.file ?? null)
  const faults = new FaultQueue()
  const login = new LoginDesk(settings.accounts ?? [DEMO_ACCOUNT], settings.tokenSeconds ?? FIVE_HOURS)
  const gateway = new GatewayDesk(DEMO_ACCOUNT.orgCode, settings.tokenSeconds ?? FIVE_HOURS)
  const messages = new MessageDesk(register)
  const sky = new Sky()
  const units = new UnitDesk()
  const population = new PopulationDesk(settings.seed ?? '1')
  const authority = demoAuthority(settings.authority ?? (() => ({ stamp: null, responder: null, lists: [] })))
  const control = controlDoor({ register, faults, messages, population, sky, units })

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const path = new URL(request.url ?? '/', 'http://simulator').pathname
    if (path.startsWith('/authority/')) return authority.services(path, request, response)
    if (path === '/__sim/authority' && request.method === 'PUT') return authority.turn(request, response)
    if (path.startsWith('/__sim/')) return control(path, request, response)
    if (request.method === 'GET') {
      const html = ministryPage(register, new URL(request.url ?? '/', 'http://simulator'))
      return html === null ? notFound(response) : answerPage(response, html)
    }
    if (request.method !== 'POST') return notFound(response)
    if (isXRoadCall(path)) {
      const opened = throughXRoad(path, request)
      if (!('path' in opened)) return answerProblem(response, opened)
      markAnswer(response, request)
      return take(opened.path, request, response, () => DEMO_ACCOUNT.orgCode)
    }
    if (path === LOGIN) {
      const asked = (await readJson(request)) ?? {}
      return respond(response, faults.next('login'), () => login.logIn(asked, new Date()))
    }
    if (path === POPULATION) {
      const xml = (await readBody(request)).toString('utf8')
      return respondXml(response, faults.next('population'), () => population.answer(xml, request.headers, new Date()))
    }
    if (path === TOKEN) {
      const form = new URLSearchParams((await readBody(request)).toString('utf8'))
      const { status, body } = gateway.grant(form, request.headers, new Date())
      return status === 200 ? respond(response, faults.next('login'), () => body) : answerJson(response, status, body)
    }
    return take(path, request, response, ({ headers }) =>
      headers.lgspaccesstoken === undefined
        ? login.agencyOf(headers.authorization, new Date())
        : gateway.agencyOf(headers, new Date()),
    )
  }

  /** Takes one message, or tells what is held; `agencyOf` says for whom the caller may speak. */
  async function take(
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
    agencyOf: (request: IncomingMessage) => string | null,
  ) {
    if (path !== REPORT && path !== UNITS && !MESSAGES.includes(path)) return notFound(response)
    const sent = await readJson(request)
    const agency = agencyOf(request)
    if (agency === null) return answerJson(response, 401, { message: 'Unauthorized', err_code: 1 })
    if (path === UNITS) return respond(response, faults.next('report'), () => units.answer())
    if (path === REPORT) return respond(response, faults.next('report'), () => reportOf(register, agency, sent?.after))
    if (typeof sent?.org_Code !== 'string' || typeof sent.jsonContent !== 'string')
      return answerJson(response, 400, { message: 'org_Code, jsonContent: must not be null', err_code: 1 })
    const message = { agency, orgCode: sent.org_Code, jsonContent: sent.jsonContent }
    if (sky.latencyMs > 0) await wait(sky.latencyMs)
    const fault = faults.next('message') ?? sky.next()
    const refusal = fault?.kind === 'reject' ? complaintAbout(fault.field ?? 'DanToc') : null
    if (fault && fault.kind !== 'reject' && !isAppliedFirst(fault.kind)) messages.note(message)
    return respond(response, fault, () => messages.receive(message, refusal))
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (error instanceof TooLarge) answerJson(response, 413, { message: 'Payload too large', err_code: 1 })
      else response.destroy()
    })
  })
  return listening(server, settings.port)
}

const notFound = (response: ServerResponse) => answerJson(response, 404, { message: 'url not found', err_code: 1 })

async function listening(server: Server, port: number): Promise<Simulator> {
  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', ready)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
