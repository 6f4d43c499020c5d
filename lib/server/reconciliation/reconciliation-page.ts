import 'server-only'
import type { Difference } from '@/lib/domain/exchange/differences'
import { ROWS_A_PAGE } from '@/lib/domain/list-query'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { installationProfile } from '../national/installation'
import { sqlWithin } from '../within'

export type DifferenceRow = {
  id: string
  kind: Difference
  personKey: string
  /** Null where nobody here has this number. */
  name: string | null
  unitName: string | null
  receivedAt: Date | null
  resentAt: Date | null
}

type UnitSum = { unitId: string | null; unitName: string | null; kind: Difference; open: number; all: number }
type Ask = { kind: Difference | null; unitId: string | null; page: number }

/** The newest comparison and where it found what, as far as this actor sees. Throws `notFound`. */
export async function reconciliationPage(actor: Actor, ask: Ask) {
  if (!mayAnywhere(actor, 'push.read')) throw new Refusal('notFound', {})
  const profile = installationProfile()
  const runs = await db.reconciliation.findMany({ orderBy: { startedAt: 'desc' }, take: 10 })
  const run = runs.find(({ endedAt, failure }) => endedAt !== null && failure === null) ?? null
  const [sums, list] = run ? await Promise.all([sumsOf(actor, run.id), listOf(actor, run.id, ask)]) : [[], EMPTY]
  return { profile, runs, run, sums, ...list, mayAct: mayAnywhere(actor, 'push.resend') }
}

const EMPTY = { rows: [] as DifferenceRow[], total: 0, resendable: 0 }

/** `x`, the difference, with its `r`ecord, `p`erson and `u`nit where it has them. */
const DIFFERENCES_OF = Prisma.sql`reconciliation_difference x
  LEFT JOIN record r ON r.id = x.record_id LEFT JOIN person p ON p.id = r.person_id LEFT JOIN unit u ON u.id = p.unit_id`

/** Whoever nobody here knows is shown to those who see the whole channel. */
const seen = (actor: Actor) =>
  mayAnywhere(actor, 'exchange.read')
    ? Prisma.sql`(x.record_id IS NULL OR ${sqlWithin(actor, 'push.read')})`
    : Prisma.sql`(x.record_id IS NOT NULL AND ${sqlWithin(actor, 'push.read')})`

const sumsOf = (actor: Actor, runId: string) =>
  db.$queryRaw<UnitSum[]>`
    SELECT u.id AS "unitId", u.name AS "unitName", x.kind::text AS kind, count(*)::int AS all,
      (count(*) FILTER (WHERE x.resent_at IS NULL))::int AS open
    FROM ${DIFFERENCES_OF} WHERE x.run_id = ${runId}::uuid AND ${seen(actor)}
    GROUP BY u.id, u.name, x.kind ORDER BY count(*) DESC, u.name`

async function listOf(actor: Actor, runId: string, { kind, unitId, page }: Ask) {
  const where = Prisma.join(
    [
      Prisma.sql`x.run_id = ${runId}::uuid`,
      seen(actor),
      ...(kind ? [Prisma.sql`x.kind = ${kind}::"DifferenceKind"`] : []),
      ...(unitId ? [Prisma.sql`starts_with(u.path, (SELECT path FROM unit WHERE id = ${unitId}::uuid))`] : []),
    ],
    ' AND ',
  )
  const [rows, sums] = await Promise.all([
    db.$queryRaw<DifferenceRow[]>`
      SELECT x.id::text AS id, x.kind::text AS kind, x.person_key AS "personKey", p.full_name AS name, u.name AS "unitName",
        x.received_at AS "receivedAt", x.resent_at AS "resentAt"
      FROM ${DIFFERENCES_OF} WHERE ${where}
      ORDER BY u.name NULLS FIRST, p.full_name, x.id LIMIT ${ROWS_A_PAGE} OFFSET ${(page - 1) * ROWS_A_PAGE}`,
    db.$queryRaw<{ total: number; resendable: number }[]>`
      SELECT count(*)::int AS total,
        (count(*) FILTER (WHERE x.record_id IS NOT NULL AND x.resent_at IS NULL AND x.kind <> 'unknown'))::int AS resendable
      FROM ${DIFFERENCES_OF} WHERE ${where}`,
  ])
  return { rows, total: sums[0]?.total ?? 0, resendable: sums[0]?.resendable ?? 0 }
}
