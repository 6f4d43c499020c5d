import { answerFile, asAttachment, asInline, PDF } from '@/lib/server/answer-file'
import { batchPaper } from '@/lib/server/approvals/batch-paper'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'

/** The paper of a batch as PDF, for those who may read the batch; the log keeps who took it. */
export async function GET(request: Request, { params }: { params: Promise<{ batchId: string }> }) {
  const input = await params
  return answerFile(request, async (actor) => {
    const { pdf, name, isSigned } = await batchPaper({ transact, actor, input, now: now() })
    return { content: pdf, type: PDF, disposition: isSigned ? asAttachment(name) : asInline(name) }
  })
}
