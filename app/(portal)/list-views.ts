import { redirect } from 'next/navigation'
import type { Query } from '@/lib/domain/list-query'
import type { ListName } from '@/lib/domain/lists/specs'
import type { Actor } from '@/lib/domain/policy'
import { defaultOf, savedViews, sharingUnits } from '@/lib/server/lists/saved-views'
import { chooseView, removeView, saveView } from './list-actions'

/** The saved views of a list, for its page. Asked for without a word, a list leads on to the view it opens with. */
export async function listViews(actor: Actor, list: ListName, query: Query) {
  const views = await savedViews(actor, list)
  const opening = defaultOf(views, query)
  if (opening) redirect(opening)
  return { list, views, units: sharingUnits(actor), save: saveView, remove: removeView, choose: chooseView }
}
