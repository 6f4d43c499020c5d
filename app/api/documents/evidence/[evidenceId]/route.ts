import { answerFile, asInline } from '@/lib/server/answer-file'
import { evidenceFile } from '@/lib/server/evidence/evidence-file'

const ENDINGS: Record<string, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }

/** A paper behind a value, to be looked at. For who may not read the value there is none. */
export async function GET(request: Request, { params }: { params: Promise<{ evidenceId: string }> }) {
  const { evidenceId } = await params
  return answerFile(request, async (actor) => {
    const { bytes, type } = await evidenceFile(actor, evidenceId)
    return { content: bytes, type, bytes: bytes.length, disposition: asInline(`minh-chung.${ENDINGS[type]}`) }
  })
}
