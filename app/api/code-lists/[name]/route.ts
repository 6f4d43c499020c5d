import type { NextRequest } from 'next/server'
import { CODE_LIST_NAMES } from '@/lib/catalogue/code-lists'
import { offer } from '@/lib/domain/option'
import { today } from '@/lib/server/clock'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { currentActor } from '@/lib/server/session'

type Context = { params: Promise<{ name: string }> }

/** A long code list, for whoever is signed in. The address carries the list's version, so a browser keeps it for good. */
export async function GET(request: NextRequest, { params }: Context) {
  if (!(await currentActor())) return new Response(null, { status: 404 })
  const { name } = await params
  if (!name.split(' + ').every((part) => CODE_LIST_NAMES.includes(part))) return new Response(null, { status: 404 })
  const places = request.nextUrl.searchParams.has('places')
  const keep = request.nextUrl.searchParams.has('v') ? 'private, max-age=31536000, immutable' : 'private, no-cache'
  return Response.json(offer(codeLists(name), today(), places), { headers: { 'cache-control': keep } })
}
