import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** What the demonstration's gateway knows its only client by. It opens nothing but this simulator. */
export const DEMO_PASS = {
  AccessKey: 'mo-phong',
  SecretKey: 'mo-phong',
  AppName: 'HoSoCCVC',
  PartnerCode: 'H20',
  PartnerCodeCus: 'H20',
}

const PASS = Buffer.from(JSON.stringify(DEMO_PASS)).toString('base64')

type Ticket = { until: number }

/** A provincial gateway: the static header is the client, the token opens the door, and every call shows both. */
export class GatewayDesk {
  readonly #tickets = new Map<string, Ticket>()

  constructor(
    private readonly orgCode: string,
    private readonly seconds: number,
  ) {}

  /** The answer of the token call with its status. */
  grant(form: URLSearchParams, headers: IncomingHttpHeaders, now: Date): { status: number; body: object } {
    if (headers.lgspaccesstoken !== PASS) return { status: 401, body: { error: 'invalid_client' } }
    if (form.get('grant_type') !== 'client_credentials')
      return { status: 400, body: { error: 'unsupported_grant_type' } }
    const token = randomUUID()
    this.#tickets.set(token, { until: now.getTime() + this.seconds * 1000 })
    return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: this.seconds } }
  }

  /** The agency a call may speak for; null where its token or its header is not ours. */
  agencyOf({ authorization, lgspaccesstoken }: IncomingHttpHeaders, now: Date): string | null {
    const ticket = this.#tickets.get(authorization?.replace(/^Bearer /, '') ?? '')
    return ticket && ticket.until > now.getTime() && lgspaccesstoken === PASS ? this.orgCode : null
  }
}
