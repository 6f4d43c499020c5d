import { redirect } from 'next/navigation'
import { homeOf } from '@/lib/domain/menu'
import { requireActor } from '@/lib/server/session'

/** The first door of the role one works in. */
export default async function HomePage() {
  redirect(homeOf(await requireActor()))
}
