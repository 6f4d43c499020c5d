import { randomUUID } from 'node:crypto'

export type Account = { username: string; password: string; orgCode: string }

/** The account of the demonstration. It opens nothing but this simulator. */
export const DEMO_ACCOUNT: Account = { username: 'dongthap', password: 'mo-phong', orgCode: '000.00.00.H20' }

type Ticket = { orgCode: string; until: number }

/** Hands out tokens, each bound to the agency of its account. */
export class LoginDesk {
  readonly #tickets = new Map<string, Ticket>()

  constructor(
    private readonly accounts: readonly Account[],
    private readonly seconds: number,
  ) {}

  logIn(asked: { username?: unknown; password?: unknown }, now: Date) {
    const account = this.accounts.find((one) => one.username === asked.username && one.password === asked.password)
    if (!account)
      return { access_token: '', err_code: 1, expired_time: '', message: 'Tài khoản hoặc mật khẩu không đúng!' }
    const until = now.getTime() + this.seconds * 1000
    const token = randomUUID()
    this.#tickets.set(token, { orgCode: account.orgCode, until })
    return { access_token: token, err_code: 0, expired_time: clockTime(new Date(until)) }
  }

  /** The agency a request may speak for; null when its token is unknown or has run out. */
  agencyOf(authorization: string | undefined, now: Date): string | null {
    const ticket = this.#tickets.get(authorization?.replace(/^Bearer /, '') ?? '')
    return ticket && ticket.until > now.getTime() ? ticket.orgCode : null
  }
}

/** `HH:mm:ss dd-MM-yyyy` on the wall clock of Viet Nam (UTC+7, no summer time): the service names no zone. */
function clockTime(at: Date): string {
  const [day = '', time = ''] = new Date(at.getTime() + 7 * 3_600_000).toISOString().split('T')
  return `${time.slice(0, 8)} ${day.split('-').reverse().join('-')}`
}
