import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { sayDay } from '@/lib/domain/calendar'
import { Refusal } from '@/lib/domain/refusal'
import { answerFile, asAttachment, PDF, plainAnswer } from '@/lib/server/answer-file'
import { now } from '@/lib/server/clock'
import { exportForm } from '@/lib/server/records/export-form'
import { purposeFirst } from '@/lib/server/records/purpose-first'

type Context = { params: Promise<{ recordId: string }> }

const asked = z.object({
  recordId: z.uuid(),
  format: z.enum(['pdf', 'docx']).default('pdf'),
  of: z.enum(['approved', 'draft']).default('approved'),
  on: z.string().refine(isRealDay).nullable().default(null),
})

const TYPES = {
  pdf: PDF,
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** The Sơ yếu lý lịch of a record: `?format=pdf|docx&of=approved|draft&on=2026-06-30`. For strangers it does not exist. */
export async function GET(request: NextRequest, { params }: Context) {
  const { recordId } = await params
  const read = asked.safeParse({ ...Object.fromEntries(request.nextUrl.searchParams), recordId })
  return answerFile(
    request,
    async (actor) => {
      if (!read.success) throw new Refusal('notFound', {})
      const { format, of, on } = read.data
      const file = await exportForm(actor, recordId, { format, of, on }, now())
      if (file === null) return nothingApproved(on)
      return { content: file.bytes, type: TYPES[format], disposition: asAttachment(file.name) }
    },
    { instead: (refusal) => purposeFirst(refusal, recordId) },
  )
}

const nothingApproved = (on: string | null) =>
  plainAnswer(`Chưa có bản nào được duyệt${on === null ? '' : ` đến hết ngày ${sayDay(on)}`}.`, 404)
