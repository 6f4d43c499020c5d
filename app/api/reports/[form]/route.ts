import type { NextRequest } from 'next/server'
import { readAsk } from '@/lib/domain/lists/list-spec'
import { REPORT_PEOPLE } from '@/lib/domain/lists/report-people-spec'
import { yearBefore } from '@/lib/domain/reports/staff-forms'
import { answerFile, asAttachment, XLSX } from '@/lib/server/answer-file'
import { now } from '@/lib/server/clock'
import { requireFresh } from '@/lib/server/fresh'
import { reportWorkbook } from '@/lib/server/reports/report-workbook'
import { reportDay } from '@/lib/server/reports/staff-report'

type Context = { params: Promise<{ form: string }> }

/** A form of statistics as a workbook, of a day: `/api/reports/bm01?on=2025-12-31`. */
export async function GET(request: NextRequest, { params }: Context) {
  const { form } = await params
  const { unit = null, on = null } = readAsk(REPORT_PEOPLE, Object.fromEntries(request.nextUrl.searchParams)).filters
  return answerFile(request, async (actor) => {
    await requireFresh({ actor, now: now() })
    const day = reportDay(on, actor.today, yearBefore(actor.today))
    const { name, bytes } = await reportWorkbook(actor, form, day, unit, now())
    return { content: bytes, type: XLSX, disposition: asAttachment(name) }
  })
}
