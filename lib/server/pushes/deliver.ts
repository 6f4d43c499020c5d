import 'server-only'
import type { RecordData } from '@/lib/catalogue'
import { nationalFile } from '@/lib/documents/national-message'
import { firstAction, type Outcome, type ReasonCode, verdictOn } from '@/lib/domain/push'
import { now as clock } from '../clock'
import { db } from '../db'
import type { NationalGateway, Pushed } from '../national/gateway'
import { completed } from '../records/completed'
import type { Claim } from './claim'
import { fileDigest } from './file-digest'
import { settle } from './settle'

type Hand = {
  gateway: NationalGateway
  worker: string
  random: () => number
  /** The portal's time, where it is not the clock's: the demo province is filled with what happened months ago. */
  now?: () => Date
}

/** Sends one delivery and writes what became of it. Null where nothing was sent and nothing is known of the channel. */
export async function deliver(claim: Claim, { gateway, worker, random, now = clock }: Hand): Promise<Pushed | null> {
  const { revision, earlier, about } = await load(claim)
  const data = completed(revision.data)
  const agencyCodeOf = await agencyCodes(data)
  if (!agencyCodeOf) {
    await hold(claim, worker, about.hasAgencyCode ? 'authorityWithoutAgencyCode' : 'unitWithoutAgencyCode')
    return null
  }
  const file = nationalFile(data, { personKey: claim.personKey, agencyCodeOf })
  const payloadSha256 = fileDigest(file)
  const finish = (outcome: Outcome, calls: Settled['calls'], before: { tries: number; uncertain: boolean }) =>
    settle({
      claim,
      worker,
      calls,
      outcome,
      verdict: verdictOn(outcome, before, random()),
      payloadSha256,
      about,
      now: now(),
    })

  const before = { tries: claim.attempts, uncertain: claim.uncertain }
  const past = claim.died ? [crash(claim, now())] : []
  if (claim.died) {
    const { state, tries, uncertain } = verdictOn(CRASHED, before, 0)
    if (state === 'parked') return finish(CRASHED, past, before).then(() => null)
    Object.assign(before, { tries, uncertain })
  }
  const action = firstAction({ everAccepted: earlier.accepted, uncertain: before.uncertain || earlier.uncertain })
  const pushed = await gateway.push(file, action)
  await finish(pushed.outcome, [...past, ...pushed.calls], before)
  return pushed
}

type Settled = Parameters<typeof settle>[0]
const CRASHED: Outcome = { kind: 'unknown', cause: 'crashed' }

async function load({ revisionId, recordId, personKey, id }: Claim) {
  const revision = await db.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: {
      data: true,
      record: {
        select: { person: { select: { fullName: true, unit: { select: { path: true, agencyCode: true } } } } },
      },
    },
  })
  const others = { recordId, personKey, id: { not: id } }
  const accepted = await db.delivery.count({ where: { ...others, state: 'accepted' } })
  const uncertain = await db.delivery.count({ where: { ...others, uncertain: true } })
  const { fullName, unit } = revision.record.person
  return {
    revision,
    earlier: { accepted: accepted > 0, uncertain: uncertain > 0 },
    about: { name: fullName, unitPath: unit.path, hasAgencyCode: unit.agencyCode !== null },
  }
}

/** The national codes of the record's two units; null where one of them has none. */
async function agencyCodes(data: RecordData) {
  const codes = [data.agency.managing_authority, data.agency.employing_unit].flatMap((unit) => unit?.code ?? [])
  const units = await db.unit.findMany({
    // A version signed before its unit got another code names it by the old one.
    where: {
      OR: [
        { code: { in: codes } },
        { versions: { some: { agencyCode: { in: codes } } } },
        { agencyCode: { in: codes } },
      ],
    },
    select: { code: true, agencyCode: true, versions: { select: { agencyCode: true } } },
  })
  const agencyCodeOf = (code: string) =>
    units.find((unit) => [unit, ...unit.versions].some(({ agencyCode }) => agencyCode === code) || unit.code === code)
      ?.agencyCode ?? null
  return codes.every((code) => agencyCodeOf(code) !== null) ? agencyCodeOf : null
}

async function hold({ id, uncertain, died }: Claim, worker: string, reasonCode: ReasonCode) {
  await db.delivery.updateMany({
    where: { id, state: 'sending', claimedBy: worker },
    data: { state: 'held', reasonCode, uncertain: uncertain || died, claimedBy: null, claimedAt: null },
  })
}

/** The call of a worker that died: whether it was made, nobody knows. */
const crash = ({ diedAt }: Claim, now: Date) => ({
  action: '',
  startedAt: diedAt ?? now,
  endedAt: now,
  httpStatus: null,
  answer: null,
  outcome: 'unknown' as const,
  cause: 'crashed',
})
