import type { NextRequest } from 'next/server'
import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { noteRefusal } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { requireFresh } from '@/lib/server/fresh'
import { exportNamed } from '@/lib/server/lists/exports'
import { listWorkbook } from '@/lib/server/lists/list-workbook'
import { requireActor } from '@/lib/server/session'

type Context = { params: Promise<{ list: string }> }

/** A list as a workbook, asked for with the same words as its page: `/api/lists/people?q=linh&sort=-missing`. */
export async function GET(request: NextRequest, { params }: Context) {
  const actor = await requireActor()
  const { list } = await params
  const source = exportNamed(list)
  if (!source) return new Response(null, { status: 404 })
  try {
    await requireFresh({ actor, now: now() })
    const { name, bytes } = await listWorkbook(source, actor, Object.fromEntries(request.nextUrl.searchParams), now())
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code !== 'notFound') return said(messageOf(error))
    await noteRefusal(actor, request.nextUrl.pathname)
    return new Response(null, { status: 404 })
  }
}

const said = (sentence: string) =>
  new Response(sentence, { status: 422, headers: { 'content-type': 'text/plain; charset=utf-8' } })
