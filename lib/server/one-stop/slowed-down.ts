import 'server-only'
import { Refusal } from '@/lib/domain/refusal'
import { admitVisit } from '../check/admit-visit'

/** Counts a question; the answer 429 once there were too many of them in this minute. */
export async function slowedDown(
  who: string,
  kind: Parameters<typeof admitVisit>[1],
  now: Date,
): Promise<Response | null> {
  try {
    await admitVisit(who, kind, now)
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return Response.json({ error: 'too_many_requests' }, { status: 429, headers: { 'retry-after': '60' } })
  }
}
