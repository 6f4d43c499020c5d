import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { readSheets } from '@/lib/documents/read-sheet'
import type { Actor } from '@/lib/domain/policy'
import { transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { uploadList } from '@/lib/server/imports/upload-list'
import { aListOf } from '../a-list'
import { copyInto, copyLine } from '../bare-copy'
import type { Desk } from '../desk'
import type { Done, Order } from '../importer'
import type { Case } from '../rounds'

/** What is more takes the machine from the others. */
const MOST_MEMORY = 1_000_000_000
const A_PORTION = 5_000

/**
 * G9 and G10: a list with every answer that stands alone, tried and written by a process of its own. What is written is
 * rolled back, in the floor too. A list of thousands is measured in few rounds.
 */
export async function importList({ actor, bare }: Pick<Desk, 'actor' | 'bare'>, rows: number): Promise<Case[]> {
  const { importId, bytes, lines } = await broughtIn(actor, rows)
  const columns = lines.width.map((at) => `c${at} text`).join(', ')
  await bare.query(`CREATE TEMPORARY TABLE bare_list (${columns})`)
  const importer = fork(resolve('tests/bench/importer.ts'), [], {
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
  })
  // It goes when the measuring goes.
  importer.unref()
  importer.channel?.unref()
  const order = (work: Order['work']) => done(importer, { work, actor, importId })
  await order('try')
  const rounds = rows > 10_000 ? 3 : 99
  return [
    {
      name: `import ${rows} rows, dry run`,
      times: 1,
      rounds,
      floors: [{ name: 'bare streaming read', run: () => readThrough(bytes) }],
      ours: { name: 'portal', run: () => order('try') },
      limit: { ms: (rows / 1_500) * 1_000, memory: MOST_MEMORY },
    },
    {
      name: `import ${rows} rows, commit`,
      times: 1,
      rounds,
      floors: [
        {
          name: 'bare COPY',
          run: async () => {
            await bare.query('BEGIN')
            await copyInto(bare, 'bare_list', lines.all)
            await bare.query('ROLLBACK')
          },
        },
      ],
      ours: { name: 'portal', run: () => order('write') },
      limit: { ms: (rows / 2_000) * 1_000, memory: MOST_MEMORY },
    },
  ]
}

/** The list stored as if it had been uploaded, and its rows as COPY reads them, in portions. */
async function broughtIn(actor: Actor, count: number) {
  const { bytes, rows } = aListOf(count)
  const portions = Array.from({ length: Math.ceil(count / A_PORTION) }, (_, at) =>
    Buffer.from(
      rows
        .slice(at * A_PORTION, (at + 1) * A_PORTION)
        .map(copyLine)
        .join(''),
    ),
  )
  const unit = await db.unit.findFirstOrThrow({
    where: { path: actor.grants[0]?.unitPath ?? '/' },
    select: { id: true },
  })
  const input = { unitId: unit.id, fileName: 'bench.xlsx', bytes: new Uint8Array(bytes) }
  const importId = await uploadList({ transact, actor, input, now: new Date() })
  return { importId, bytes, lines: { all: portions, width: (rows[0] ?? []).map((_, at) => at) } }
}

async function readThrough(bytes: Uint8Array) {
  for (const sheet of await readSheets(bytes, 2_000_000_000)) for await (const _ of sheet.rows());
}

/** Throws what went wrong there; gives the most memory it had. */
async function done(importer: ChildProcess, order: Order): Promise<{ memory: number }> {
  importer.ref()
  importer.channel?.ref()
  importer.send(order)
  const [{ memory, fault }] = (await once(importer, 'message')) as [Done]
  importer.unref()
  importer.channel?.unref()
  if (fault) throw new Error(fault)
  return { memory }
}
