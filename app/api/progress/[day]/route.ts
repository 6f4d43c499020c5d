import type { NextRequest } from 'next/server'
import { isRealDay } from '@/lib/catalogue/days'
import { Refusal } from '@/lib/domain/refusal'
import { answerFile, asAttachment, PDF, XLSX } from '@/lib/server/answer-file'
import { now } from '@/lib/server/clock'
import { progressFile } from '@/lib/server/exchange/progress-file'

type Context = { params: Promise<{ day: string }> }

/** The table of progress as a file: `/api/progress/now?format=pdf`, `/api/progress/2026-11-27?format=xlsx`. */
export async function GET(request: NextRequest, { params }: Context) {
  const { day } = await params
  const format = request.nextUrl.searchParams.get('format') === 'pdf' ? 'pdf' : 'xlsx'
  return answerFile(request, async (actor) => {
    if (day !== 'now' && !isRealDay(day)) throw new Refusal('notFound', {})
    const { name, bytes } = await progressFile(actor, day === 'now' ? null : day, format, now())
    return { content: bytes, type: format === 'pdf' ? PDF : XLSX, disposition: asAttachment(name) }
  })
}
