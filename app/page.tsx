import { redirect } from 'next/navigation'
import { inRole, menuFor } from '@/lib/domain/menu'
import { requireActor } from '@/lib/server/session'
import { chosenRole } from './portal-shell'

/** The first door of the role one works in. */
export default async function HomePage() {
  const { actor } = inRole(await requireActor(), await chosenRole())
  redirect(menuFor(actor)[0]?.href ?? '/help')
}
