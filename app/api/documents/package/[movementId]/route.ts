import { answerFile, asAttachment } from '@/lib/server/answer-file'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'
import { receivedFile } from '@/lib/server/handover/package-file'

/** The package somebody was taken in with, as it came; the log keeps who took it. */
export async function GET(request: Request, { params }: { params: Promise<{ movementId: string }> }) {
  const input = await params
  return answerFile(request, async (actor) => {
    const { bytes, name } = await receivedFile({ transact, actor, input, now: now() })
    // Somebody else's file: never shown inside the portal.
    return { content: bytes, type: 'application/zip', disposition: asAttachment('goi-da-nhan.zip', name) }
  })
}
