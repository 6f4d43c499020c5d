import { messageOf } from '@/lib/domain/messages'
import { answerFile, asAttachment, plainAnswer } from '@/lib/server/answer-file'
import { purposeFirst } from '@/lib/server/records/purpose-first'
import { recordEvidence } from '@/lib/server/records/record-evidence'

type Context = { params: Promise<{ recordId: string }> }

/** The approved record as a file that proves itself against the signed paper. For strangers it does not exist. */
export async function GET(request: Request, { params }: Context) {
  const { recordId } = await params
  return answerFile(
    request,
    async (actor) => {
      const { name, proof } = await recordEvidence(actor, recordId)
      const content = JSON.stringify(proof, null, 2)
      return { content, type: 'application/json; charset=utf-8', disposition: asAttachment(name) }
    },
    {
      instead: (refusal) =>
        refusal.code === 'revisionAltered' ? plainAnswer(messageOf(refusal), 409) : purposeFirst(refusal, recordId),
    },
  )
}
