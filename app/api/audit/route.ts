import type { NextRequest } from 'next/server'
import { dayOf } from '@/lib/domain/calendar'
import { AUDIT_LIST } from '@/lib/domain/lists/audit-list-spec'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { answerFile, asAttachment } from '@/lib/server/answer-file'
import { exportAudit } from '@/lib/server/audit-export'
import { now } from '@/lib/server/clock'

/** The sealed log of these days, signed: `/api/audit?from=01/11/2026&until=30/11/2026`. For strangers it does not exist. */
export const GET = (request: NextRequest) =>
  answerFile(request, async (actor) => {
    const { from = '', until = '' } = readAsk(AUDIT_LIST, Object.fromEntries(request.nextUrl.searchParams)).filters
    return {
      content: await exportAudit(actor, { from, until }, now()),
      type: 'application/x-ndjson; charset=utf-8',
      disposition: asAttachment(`nhat-ky-${dayOf(now())}.jsonl`),
    }
  })
