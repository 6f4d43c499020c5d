import 'server-only'
import { mappedNames } from '@/lib/documents/national-mapping'
import { messageTable } from '@/lib/domain/exchange/message-table'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'
import { writtenMessages } from './written-messages'

type Unknown = { raw: string; records: number; last: Date | null }

/** The table of messages as it is today, who wrote what, and the sentences that no row knows. Throws `notFound` to who has no business with the channel. */
export async function messagesPage(actor: Actor) {
  if (!mayAnywhere(actor, 'exchange.read')) throw new Refusal('notFound', {})
  const [written, unknown] = await Promise.all([
    writtenMessages(db),
    db.$queryRaw<Unknown[]>`
      SELECT errors #>> '{0,raw}' AS raw, count(*)::int AS records, max(settled_at) AS last FROM delivery
      WHERE state = 'refused' AND errors #>> '{0,code}' = 'E_UNMAPPED' AND errors #>> '{0,raw}' <> ''
      GROUP BY 1 ORDER BY records DESC, raw LIMIT 50`,
  ])
  return {
    rows: messageTable(written, actor.today).map((row) => ({
      ...row,
      by: written.findLast(({ key, validFrom }) => key === row.key && validFrom <= actor.today) ?? null,
    })),
    later: written.filter(({ validFrom }) => validFrom > actor.today),
    history: written.toReversed(),
    unknown,
    names: nationalNames(),
    mayManage: mayAnywhere(actor, 'exchange.manage'),
  }
}

/** The fields a sentence may speak of, by their national names, in the order of the form. */
function nationalNames() {
  const names = new Map<string, string>()
  for (const { field, list, name } of mappedNames()) {
    const value = list === null ? name : `${list}.${name}`
    if (!names.has(value)) names.set(value, `Mục ${field.item}, ${field.label} (${value})`)
  }
  return [...names].map(([value, label]) => ({ value, label }))
}
