import { notFound } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { now } from '@/lib/server/clock'
import { env } from '@/lib/server/env'
import { metricsText } from '@/lib/server/exchange/metrics'
import { isSameSecret } from '@/lib/server/same-secret'

/** For the province's monitoring, with the token it was given; for everybody else there is nothing here. */
export async function GET(request: NextRequest) {
  const token = env.METRICS_TOKEN
  if (!token || !isSameSecret(`Bearer ${token}`, request.headers.get('authorization') ?? '')) notFound()
  return new Response(await metricsText(now()), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  })
}
