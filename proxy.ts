import { type NextRequest, NextResponse } from 'next/server'
import { installedWays } from '@/lib/server/signing/installed-ways'

/**
 * Headers of every page: a policy for scripts with a nonce of its own, and what keeps browsers from guessing or framing.
 * The policy stands on the request too, because Next reads the nonce for its own scripts there.
 * Who may do what is not decided here.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const framed = isPaper(request.nextUrl.pathname)
  const policy = contentPolicy(nonce, framed ? "'self'" : "'none'")

  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  // Where one was, for the way back after signing in; layouts are not told.
  headers.set('x-page', request.nextUrl.pathname + request.nextUrl.search)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value)
  if (framed) response.headers.set('x-frame-options', 'SAMEORIGIN')
  return response
}

/** A paper is looked at beside the value it stands for: our own pages may frame it, and it holds no program. */
const isPaper = (path: string) => path.startsWith('/api/documents/evidence/')

const SECURITY_HEADERS = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

function contentPolicy(nonce: string, framedBy: string) {
  // `next dev` alone runs changed modules through eval and writes styles into the page.
  // NODE_ENV is put in by the compiler here; a production build holds neither.
  const developing = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // The signing tool on the signer's own machine, and only where this installation has it.
    `connect-src ${["'self'", ...signingTool()].join(' ')}`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy}`,
  ].join('; ')
}

function signingTool() {
  const { ways, tool } = installedWays()
  return ways.includes('vgca') ? [tool] : []
}

export const config = {
  // Built files carry no page; everything else does, answers of the API included.
  matcher: '/((?!_next/static|_next/image|icon.svg).*)',
}
