import 'server-only'
import { MOST_UPLOADED_BYTES } from '@/lib/domain/signing/ways'

/** A form that does not carry what it should; the message is for the person. */
export class UploadProblem extends Error {
  constructor(
    readonly status: 400 | 413,
    message: string,
  ) {
    super(message)
  }
}

/** Boundaries and heads of parts. */
const WRAPPING = 64 * 1024
const FIELD = 'uploadfile'

/** The file of a form as signing tools send it, read no further than it may be long. Throws UploadProblem. */
export async function uploadedFile(request: Request): Promise<{ bytes: Uint8Array; name: string }> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data;/i.test(type)) throw new UploadProblem(400, 'Chờ một biểu mẫu có tệp uploadfile.')
  const body = await readUpTo(request, MOST_UPLOADED_BYTES + WRAPPING)
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null)
  const file = form?.get(FIELD)
  if (!(file instanceof File)) throw new UploadProblem(400, 'Biểu mẫu không có tệp uploadfile.')
  if (file.size > MOST_UPLOADED_BYTES) throw tooLarge()
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name.slice(0, 200) }
}

const tooLarge = () => new UploadProblem(413, 'Tệp lớn hơn 20 MB nên không được nhận.')

async function readUpTo(request: Request, most: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  const parts: Buffer[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length
    if (size > most) {
      await reader?.cancel()
      throw tooLarge()
    }
    parts.push(Buffer.from(part.value))
  }
  return Buffer.concat(parts)
}
