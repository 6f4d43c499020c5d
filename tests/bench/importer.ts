/**
 * Imports in a process of its own, as the worker does, so that the memory it takes is its own. Told by messages what to
 * do; answers when it is done, with the most memory it ever had, in bytes.
 */
import { resourceUsage } from 'node:process'
import type { Actor } from '@/lib/domain/policy'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { countsOf, withJudged, writeIssues } from '@/lib/server/imports/count-judged'
import { type Judged, judgePeople } from '@/lib/server/imports/judge-people'
import { loadImport } from '@/lib/server/imports/load-import'
import { stageLines } from '@/lib/server/imports/stage-lines'
import { prepareWriting, writePeople } from '@/lib/server/imports/write-people'
import { fileStore, readStored } from '@/lib/server/storage/file-store'

export type Order = { work: 'try' | 'write'; actor: Actor; importId: string }
export type Done = { memory: number; fault?: string }

process.on('message', async ({ work, actor, importId }: Order) => {
  const answer: Done = { memory: 0 }
  try {
    await (work === 'try' ? dryRun(actor, importId) : writing(actor, importId))
  } catch (error) {
    answer.fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  answer.memory = resourceUsage().maxRSS * 1024
  process.send?.(answer)
})
process.on('disconnect', () => void db.$disconnect())

async function dryRun(actor: Actor, importId: string) {
  const list = await loadImport(actor, importId)
  const bytes = await readStored(fileStore('imports'), list.sha256)
  let counts = countsOf(await stageLines(list.id, bytes, list.sheets), list)
  await throughAll(actor, importId, async (judged) => {
    counts = withJudged(counts, judged)
    await transact((tx) => writeIssues(tx, importId, judged))
  })
  if (counts.create !== counts.people) throw new Error(`Not all would be made: ${JSON.stringify(counts)}`)
}

class RollBack extends Error {}

/** What is written is rolled back, so that it can be written once more. */
async function writing(actor: Actor, importId: string) {
  const list = await loadImport(actor, importId)
  await throughAll(actor, importId, async (judged) => {
    const prepared = await prepareWriting(judged, new Date())
    const written = transact(async (tx) => {
      await writePeople(tx, actor, list, prepared, new Date())
      throw new RollBack()
    })
    await written.catch((error) => {
      if (!(error instanceof RollBack)) throw error
    })
  })
}

async function throughAll(actor: Actor, importId: string, each: (judged: Judged[]) => Promise<void>) {
  const list = await loadImport(actor, importId)
  for (let after = 0; ; ) {
    const judged = await judgePeople(list, actor, after)
    const last = judged.at(-1)
    if (!last) return
    await each(judged)
    after = last.number
  }
}
