import { Refusal } from '@/lib/domain/refusal'
import { isUuid } from '@/lib/domain/uuid'
import { answerFile, asAttachment, PDF } from '@/lib/server/answer-file'
import { withdrawalFile } from '@/lib/server/withdrawals/withdrawal-page'

/** The paper that takes approvals back, to be signed elsewhere or kept. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return answerFile(request, async (actor) => {
    if (!isUuid(id)) throw new Refusal('notFound', {})
    const { pdf, name } = await withdrawalFile(actor, id)
    return { content: pdf, type: PDF, disposition: asAttachment(name) }
  })
}
