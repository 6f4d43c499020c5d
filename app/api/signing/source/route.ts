import { Refusal } from '@/lib/domain/refusal'
import { now } from '@/lib/server/clock'
import { lookAtSource, takeSource } from '@/lib/server/signing/one-time-door'

/** Where a signing tool fetches the paper, once. It has no cookie: the token in the address is all. */
export async function GET(request: Request) {
  try {
    const { pdf, name } = await takeSource(tokenOf(request), now())
    return new Response(new Uint8Array(pdf), { headers: headersOf(name) })
  } catch (error) {
    return spent(error)
  }
}

/** Some tools ask first whether there is something. */
export async function HEAD(request: Request) {
  try {
    await lookAtSource(tokenOf(request), now())
    return new Response(null, { headers: headersOf('van-ban.pdf') })
  } catch (error) {
    return spent(error)
  }
}

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('t') ?? ''

const headersOf = (name: string) => ({
  'content-type': 'application/pdf',
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'private, no-store',
})

function spent(error: unknown) {
  if (!(error instanceof Refusal)) throw error
  return new Response('Không tìm thấy tệp này.', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
