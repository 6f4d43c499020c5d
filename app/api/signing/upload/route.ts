import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { now } from '@/lib/server/clock'
import { takeUpload } from '@/lib/server/signing/one-time-door'
import { UploadProblem, uploadedFile } from '@/lib/server/signing/uploaded-file'

/**
 * Where a signing tool brings the signed file, once: a form with one file, `uploadfile`. It is answered in the tool's own words, status
 * 0 for what was taken; a file that was judged and refused is an answer too, so that the tool can show why.
 */
export async function POST(request: Request) {
  try {
    const token = new URL(request.url).searchParams.get('t') ?? ''
    const { bytes, name } = await uploadedFile(request)
    const refusal = await takeUpload(token, bytes, now())
    return answer(200, refusal ? 1 : 0, refusal ? messageOf(refusal) : '', name)
  } catch (error) {
    if (error instanceof UploadProblem) return answer(error.status, 1, error.message)
    if (error instanceof Refusal) return answer(404, 1, messageOf(error))
    throw error
  }
}

const answer = (status: number, code: number, message: string, name = '') =>
  Response.json(
    { Status: code, Message: message, FileName: name, FileServer: '' },
    { status, headers: { 'cache-control': 'no-store' } },
  )
