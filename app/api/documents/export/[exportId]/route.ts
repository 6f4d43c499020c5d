import { answerFile, asAttachment, asInline, PDF } from '@/lib/server/answer-file'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'
import { exportFile } from '@/lib/server/exports/export-page'

/** A document with the value of the paper original, or as it waits for a signature; the log keeps who took it. */
export async function GET(request: Request, { params }: { params: Promise<{ exportId: string }> }) {
  const { exportId } = await params
  const input = { exportId, toSeal: new URL(request.url).searchParams.get('to') === 'seal' }
  return answerFile(request, async (actor) => {
    const { pdf, name, isIssued } = await exportFile({ transact, actor, input, now: now() })
    return { content: pdf, type: PDF, disposition: isIssued ? asAttachment(name) : asInline(name) }
  })
}
