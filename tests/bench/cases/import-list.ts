import { readSheets } from '@/lib/documents/read-sheet'
import type { Actor } from '@/lib/domain/policy'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { countsOf, withJudged, writeIssues } from '@/lib/server/imports/count-judged'
import { type Judged, judgePeople } from '@/lib/server/imports/judge-people'
import { loadImport } from '@/lib/server/imports/load-import'
import { stageLines } from '@/lib/server/imports/stage-lines'
import { uploadList } from '@/lib/server/imports/upload-list'
import { prepareWriting, writePeople } from '@/lib/server/imports/write-people'
import { aListOf } from '../a-list'
import { copyInto, copyLine } from '../bare-copy'
import type { Desk } from '../desk'
import type { Case } from '../rounds'

/** G9 and G10: a list with every answer that stands alone, tried and written. What is written is rolled back, in the floor too. */
export async function importList({ actor, bare }: Pick<Desk, 'actor' | 'bare'>, rows: number): Promise<Case[]> {
  const list = aListOf(rows)
  const importId = await broughtIn(actor, list.bytes)
  const lines = list.rows.map((row) => Buffer.from(copyLine(row)))
  const columns = list.rows[0]?.map((_, at) => `c${at} text`).join(', ')
  await bare.query(`CREATE TEMPORARY TABLE bare_list (${columns})`)
  const tryIt = () => dryRun(actor, importId, list.bytes)
  await tryIt()
  return [
    {
      name: `import ${rows} rows, dry run`,
      times: 1,
      floors: [{ name: 'bare streaming read', run: () => readThrough(list.bytes) }],
      ours: { name: 'portal', run: tryIt },
      limit: { ms: (rows / 1_500) * 1_000 },
    },
    {
      name: `import ${rows} rows, commit`,
      times: 1,
      floors: [
        {
          name: 'bare COPY',
          run: async () => {
            await bare.query('BEGIN')
            await copyInto(bare, 'bare_list', lines)
            await bare.query('ROLLBACK')
          },
        },
      ],
      ours: { name: 'portal', run: () => writing(actor, importId) },
      limit: { ms: (rows / 2_000) * 1_000 },
    },
  ]
}

async function broughtIn(actor: Actor, bytes: Uint8Array): Promise<string> {
  const unit = await db.unit.findFirstOrThrow({
    where: { path: actor.grants[0]?.unitPath ?? '/' },
    select: { id: true },
  })
  const input = { unitId: unit.id, fileName: 'bench.xlsx', bytes: new Uint8Array(bytes) }
  return uploadList({ transact, actor, input, now: new Date() })
}

async function readThrough(bytes: Uint8Array) {
  for (const sheet of await readSheets(bytes, 2_000_000_000)) for await (const _ of sheet.rows());
}

async function dryRun(actor: Actor, importId: string, bytes: Uint8Array) {
  const list = await loadImport(actor, importId)
  let counts = countsOf(await stageLines(list.id, bytes, list.sheets), list)
  await throughAll(actor, importId, async (judged) => {
    counts = withJudged(counts, judged)
    await transact((tx) => writeIssues(tx, importId, judged))
  })
  if (counts.create !== counts.people) throw new Error(`Not all would be made: ${JSON.stringify(counts)}`)
}

class RollBack extends Error {}

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
