import { answerFile, asAttachment, PDF } from '@/lib/server/answer-file'
import { transact } from '@/lib/server/call'
import { now } from '@/lib/server/clock'
import { decisionFile } from '@/lib/server/movements/movement-page'

/** The decision of a movement as it was given in; the log keeps who took it. */
export async function GET(request: Request, { params }: { params: Promise<{ movementId: string }> }) {
  const input = await params
  return answerFile(request, async (actor) => {
    const { bytes, name } = await decisionFile({ transact, actor, input, now: now() })
    // Somebody else's file: never shown inside the portal.
    return { content: bytes, type: PDF, disposition: asAttachment('quyet-dinh.pdf', name) }
  })
}
