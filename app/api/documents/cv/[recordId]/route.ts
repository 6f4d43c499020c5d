import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { isRealDay } from '@/lib/catalogue/days'
import { sayDay } from '@/lib/domain/calendar'
import { Refusal } from '@/lib/domain/refusal'
import { noteRefusal } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { exportForm } from '@/lib/server/records/export-form'
import { purposeHref } from '@/lib/server/records/open-record'
import { requireActor } from '@/lib/server/session'

type Context = { params: Promise<{ recordId: string }> }

const asked = z.object({
  recordId: z.uuid(),
  format: z.enum(['pdf', 'docx']).default('pdf'),
  of: z.enum(['approved', 'draft']).default('approved'),
  on: z.string().refine(isRealDay).nullable().default(null),
})

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** The Sơ yếu lý lịch of a record: `?format=pdf|docx&of=approved|draft&on=2026-06-30`. For strangers it does not exist. */
export async function GET(request: NextRequest, { params }: Context) {
  const actor = await requireActor()
  const { recordId } = await params
  const read = asked.safeParse({ ...Object.fromEntries(request.nextUrl.searchParams), recordId })
  if (!read.success) return new Response(null, { status: 404 })
  const { format, of, on } = read.data
  try {
    const file = await exportForm(actor, recordId, { format, of, on }, now())
    if (file === null) return nothingApproved(on)
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'content-type': TYPES[format],
        'content-disposition': `attachment; filename="${file.name}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'purposeMissing') return askFirst(recordId)
    if (error.code !== 'notFound') throw error
    await noteRefusal(actor, request.nextUrl.pathname)
    return new Response(null, { status: 404 })
  }
}

/** A reader off duty says what for on a page; the file is asked for again from the form. */
const askFirst = (recordId: string) =>
  new Response(null, { status: 303, headers: { location: purposeHref(recordId, `/records/${recordId}/form`) } })

const nothingApproved = (on: string | null) =>
  new Response(`Chưa có bản nào được duyệt${on === null ? '' : ` đến hết ngày ${sayDay(on)}`}.`, {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
