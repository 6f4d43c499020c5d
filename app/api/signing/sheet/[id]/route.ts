import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import { answerFile, asAttachment, PDF } from '@/lib/server/answer-file'
import { now } from '@/lib/server/clock'
import { ownSheet } from '@/lib/server/enrolment/sign-enrolment'

/** One's own sheet, to be signed elsewhere. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return answerFile(request, async (actor) => {
    if (!isUuid(id)) throw new Refusal('notFound', {})
    const { pdf, name } = await ownSheet({ actor, input: { id }, now: now() })
    return { content: pdf, type: PDF, disposition: asAttachment(name) }
  })
}
