import type { NextRequest } from 'next/server'
import { dayOf } from '@/lib/domain/calendar'
import { AUDIT_LIST } from '@/lib/domain/lists/audit-list-spec'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { noteRefusal } from '@/lib/server/access'
import { exportAudit } from '@/lib/server/audit-export'
import { now } from '@/lib/server/clock'
import { requireActor } from '@/lib/server/session'

/** The sealed log of these days, signed: `/api/audit?from=01/11/2026&until=30/11/2026`. For strangers it does not exist. */
export async function GET(request: NextRequest) {
  const actor = await requireActor()
  const { from = '', until = '' } = readAsk(AUDIT_LIST, Object.fromEntries(request.nextUrl.searchParams)).filters
  try {
    const lines = await exportAudit(actor, { from, until }, now())
    return new Response(lines, {
      headers: {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'content-disposition': `attachment; filename="nhat-ky-${dayOf(now())}.jsonl"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code !== 'notFound') return new Response(messageOf(error), { status: 422, headers: PLAIN })
    await noteRefusal(actor, '/api/audit')
    return new Response(null, { status: 404 })
  }
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' }
