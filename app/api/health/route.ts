import { readHealth } from '@/lib/server/pushes/health'

/** For whoever watches over the portal: 200 when all is well, 503 with the failing part named. */
export async function GET() {
  const health = await readHealth()
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
