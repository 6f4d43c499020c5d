import 'server-only'
import { z } from 'zod'
import { code } from './reply'
import { ReportUnavailable, type ServiceCall } from './service-call'

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

/** What the other side says it holds, page by page, in the order of its numbers. */
export class ReportReader {
  constructor(
    private readonly service: ServiceCall,
    private readonly path: string,
  ) {}

  /** The files after this number. Throws `ReportUnavailable`. */
  async after(number: string | null): Promise<ReportPage> {
    const page = Page.safeParse(await this.service.ask(this.path, { after: number ?? '' }))
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
}
