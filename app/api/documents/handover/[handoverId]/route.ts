import { answerFile, asAttachment } from '@/lib/server/answer-file'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'
import { handoverFile } from '@/lib/server/handover/package-file'

/** A package made for somebody who left; the log keeps who took it. */
export async function GET(request: Request, { params }: { params: Promise<{ handoverId: string }> }) {
  const input = await params
  return answerFile(request, async (actor) => {
    const { bytes, name } = await handoverFile({ transact, actor, input, now: now() })
    return { content: bytes, type: 'application/zip', disposition: asAttachment('ban-giao.zip', name) }
  })
}
