import 'server-only'
import { mappingVersion } from '@/lib/documents/mapping-version'
import { nationalFile } from '@/lib/documents/national-message'
import { preflight } from '@/lib/documents/national-preflight'
import { dayOf } from '@/lib/domain/calendar'
import { firstAction, type Outcome, type ReasonCode, verdictOn } from '@/lib/domain/push'
import { now as clock } from '../clock'
import { codeLists, freshCodeLists } from '../code-lists/code-lists'
import { db } from '../db'
import type { NationalGateway, Pushed } from '../national/gateway'
import { completed } from '../records/completed'
import type { Claim } from './claim'
import { fileDigest } from './file-digest'
import { hold } from './hold'
import { settle } from './settle'
import { personKeyOf, unitCodes } from './unit-codes'

type Hand = {
  gateway: NationalGateway
  worker: string
  random: () => number
  /** It is sent to see whether an outage is over. */
  isProbe?: boolean
  /** The portal's time, where it is not the clock's: the demo province is filled with what happened months ago. */
  now?: () => Date
}

/** Sends one delivery and writes what became of it. Null where nothing was sent and nothing is known of the channel. */
export async function deliver(
  claim: Claim,
  { gateway, worker, random, isProbe = false, now = clock }: Hand,
): Promise<Pushed | null> {
  await freshCodeLists()
  const { data, about } = await load(claim)
  const { wire } = gateway.profile
  const agencyCodeOf = await unitCodes(data, wire.unitCode)
  if (!agencyCodeOf) return hold(claim, worker, codeMissing(wire.unitCode, about.hasAgencyCode))
  const personKey = personKeyOf(data, claim.personKey, agencyCodeOf, wire.personKey)
  if (personKey === null) return hold(claim, worker, 'personKeyMissing')
  const faults = preflight(data, { lists: codeLists, day: dayOf(now()), agencyCodeOf })
  if (faults.length > 0) return hold(claim, worker, 'preflightFailed', faults)

  const earlier = await heardBefore(claim, personKey)
  const file = nationalFile(data, { personKey, agencyCodeOf })
  const payloadSha256 = fileDigest(file)
  const finish = (outcome: Outcome, calls: Settled['calls'], before: { tries: number; uncertain: boolean }) =>
    settle({
      claim,
      worker,
      calls,
      outcome,
      verdict: verdictOn(outcome, before, random(), isProbe),
      message: { personKey, payloadSha256, mapping: mappingVersion() },
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

const codeMissing = (style: string, hasAgencyCode: boolean): ReasonCode =>
  !hasAgencyCode
    ? 'unitWithoutAgencyCode'
    : style === 'agencyCode'
      ? 'authorityWithoutAgencyCode'
      : 'unitWithoutWireCode'

type Settled = Parameters<typeof settle>[0]
const CRASHED: Outcome = { kind: 'unknown', cause: 'crashed' }

async function load({ revisionId }: Claim) {
  const revision = await db.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: {
      data: true,
      record: {
        select: { person: { select: { fullName: true, unit: { select: { path: true, agencyCode: true } } } } },
      },
    },
  })
  const { fullName, unit } = revision.record.person
  return {
    data: completed(revision.data),
    about: { name: fullName, unitPath: unit.path, hasAgencyCode: unit.agencyCode !== null },
  }
}

/** What the other side may have under this key from other versions of the record. */
async function heardBefore({ recordId, id }: Claim, personKey: string) {
  const others = { recordId, personKey, id: { not: id } }
  const accepted = await db.delivery.count({ where: { ...others, state: 'accepted' } })
  const uncertain = await db.delivery.count({ where: { ...others, uncertain: true } })
  return { accepted: accepted > 0, uncertain: uncertain > 0 }
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
