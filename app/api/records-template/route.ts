import { mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { answerFile, asAttachment } from '@/lib/server/answer-file'
import { now } from '@/lib/server/clock'
import { templateFile } from '@/lib/server/jobs/records-workbook/template-file'

/** The workbook of records without a record: to be filled in and imported. */
export const GET = (request: Request) =>
  answerFile(request, async (actor) => {
    if (!mayAnywhere(actor, 'record.exportMany')) throw new Refusal('notFound', {})
    const { bytes, name, type } = templateFile(actor, now())
    return { content: bytes, type, disposition: asAttachment(name) }
  })
