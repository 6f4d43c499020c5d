import 'server-only'
import { z } from 'zod'
import type { Call } from '../call'
import { countUsage } from './count-usage'
import { requireList } from './write-version'

export const RecountUsage = z.object({ list: z.string().max(60) })

/** Counts anew where the codes of a list are used. */
export async function recountUsage({ actor, input, now }: Call<z.output<typeof RecountUsage>>) {
  requireList(actor, input.list)
  await countUsage(input.list, now)
  return {}
}
