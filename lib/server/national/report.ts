import 'server-only'
import { z } from 'zod'
import { sayChannelCause } from '@/lib/domain/exchange/channel-words'
import type { ConnectionProfile } from '@/lib/domain/exchange/connection-profile'
import type { Outcome } from '@/lib/domain/push'
import { Entrance } from './entrance'
import { NoAnswer } from './http'
import { Line } from './line'
import { code, transportOutcome } from './reply'
import type { SecretReader } from './secrets'

const Page = z.object({
  err_code: code,
  message: z.string().nullish(),
  files: z
    .array(
      z.object({
        SoHieuCBCCVC_BNDP: z.string().min(1).max(60),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        received_at: z.iso.datetime({ offset: true }),
      }),
    )
    .default([]),
  /** Number of the last file here; absent or null on the last page. */
  next: z.string().nullish(),
})

export type ReportLine = { personKey: string; sha256: string; receivedAt: string | null }
export type ReportPage = { lines: ReportLine[]; next: string | null }

/** The report could not be had; the message says why, in words. */
export class ReportUnavailable extends Error {}

/** What the other side says it holds, page by page, in the order of its numbers. */
export class ReportReader {
  readonly #line: Line
  readonly #entrance: Entrance

  /** Throws `SecretMissing` where the profile names what is not there. */
  constructor(
    profile: ConnectionProfile,
    private readonly path: string,
    secret: SecretReader,
  ) {
    this.#line = new Line(profile, secret)
    this.#entrance = new Entrance(this.#line)
  }

  /** The files after this number. Throws `ReportUnavailable`. */
  async after(number: string | null): Promise<ReportPage> {
    const page = Page.safeParse(JSON.parse(await this.#ask(number)))
    if (!page.success) throw new ReportUnavailable('báo cáo của Bộ không đúng dạng')
    const { err_code, message, files, next = null } = page.data
    if (err_code !== 0) throw new ReportUnavailable(message || 'Bộ từ chối cho báo cáo')
    // A report that does not go forward would be read for ever.
    if (next !== null && number !== null && next <= number) throw new ReportUnavailable('báo cáo của Bộ lặp lại')
    return {
      lines: files.map((file) => ({
        personKey: file.SoHieuCBCCVC_BNDP,
        sha256: file.sha256,
        receivedAt: file.received_at,
      })),
      next,
    }
  }

  async #ask(number: string | null): Promise<string> {
    const token = await this.#entrance.token()
    if (typeof token !== 'string') throw unavailable(token)
    const { url, headers } = this.#line.messageCall(this.path)
    try {
      const answer = await this.#line.postJson(
        url,
        { org_Code: this.#line.profile.orgCode, after: number ?? '' },
        { ...headers, ...(token !== '' && { authorization: `Bearer ${token}` }) },
      )
      if (answer.status === 401) this.#entrance.drop(token)
      const failure = transportOutcome(answer)
      if (failure) throw unavailable(failure)
      return answer.text
    } catch (error) {
      if (error instanceof NoAnswer) throw unavailable({ kind: 'retry', cause: error.reason })
      throw error
    }
  }
}

const unavailable = (outcome: Outcome) =>
  new ReportUnavailable(sayChannelCause('cause' in outcome ? `${outcome.kind}:${outcome.cause}` : null))
