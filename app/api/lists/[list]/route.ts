import type { NextRequest } from 'next/server'
import { Refusal } from '@/lib/domain/refusal'
import { answerFile, asAttachment, XLSX } from '@/lib/server/answer-file'
import { now } from '@/lib/server/clock'
import { requireFresh } from '@/lib/server/fresh'
import { exportNamed } from '@/lib/server/lists/exports'
import { listWorkbook } from '@/lib/server/lists/list-workbook'

type Context = { params: Promise<{ list: string }> }

/** A list as a workbook, asked for with the same words as its page: `/api/lists/people?q=linh&sort=-missing`. */
export async function GET(request: NextRequest, { params }: Context) {
  const source = exportNamed((await params).list)
  return answerFile(request, async (actor) => {
    if (!source) throw new Refusal('notFound', {})
    await requireFresh({ actor, now: now() })
    const { name, bytes } = await listWorkbook(source, actor, Object.fromEntries(request.nextUrl.searchParams), now())
    return { content: bytes, type: XLSX, disposition: asAttachment(name) }
  })
}
