import { randomBytes } from 'node:crypto'
import { emptyRecord, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { recordLeaf } from '@/lib/documents/merkle'
import type { Change } from '@/lib/domain/changes'
import { figuresOf } from '@/lib/domain/completeness'
import { newPerson } from '@/lib/domain/new-person'
import { submission } from '@/lib/domain/record'
import { findingKey, judgeRecord } from '@/lib/domain/rules/judge-record'
import { shownOnly } from '@/lib/domain/shown'
import { OWN_SECTIONS, type OwnSection, unitAnswers } from '../answers'
import { typedPerson } from '../draft'
import type { PersonPlan } from '../people'
import type { Profile } from '../profile'
import type { UnitPlan } from '../units'

/** A record as its stage has it. */
export type LivedRecord = {
  draft: RecordData
  /** First day of the posting. */
  from: string
  sectionVersions: Record<string, number>
  filled: number
  missing: number
  /** The newest version that was sent, and as what it stands. */
  sent: (Version & { state: 'submitted' | 'returned' | 'checked' }) | null
  /** What was sent in the years before and nobody signed, the oldest first; each was superseded by the next. */
  earlier: (Version & { data: RecordData; yearsAgo: number })[]
}

type Version = { version: number; salt: string; leaf: string; changes: Change[]; confirmed: string[] }

type Living = {
  above: UnitPlan
  recordId: string
  /** The day the newest version was sent. */
  today: string
  /** For how many years a version was sent each year before. */
  years: number
}

const OWN = Object.keys(OWN_SECTIONS) as OwnSection[]

/** What unit and person have written by now, through the form’s own rules: a record they would refuse is an error here. */
export function livedRecord(plan: PersonPlan, { above, recordId, today, years }: Living): LivedRecord {
  const { profile, stage } = plan
  const { draft: begun, from } = newPerson(typedPerson(profile), profile.unit, above, codeLists)
  const written =
    stage === 'neverSignedIn' ? [] : stage === 'draftHalf' ? OWN.slice(0, profile.chance('half').whole(3, 8)) : OWN
  const own = Object.fromEntries(written.map((section) => [section, OWN_SECTIONS[section](profile)]))
  const draft = shownOnly({
    ...emptyRecord(),
    ...begun,
    ...own,
    agency: { ...begun.agency, ...unitAnswers(profile) },
  } as RecordData)
  const sections = SECTION_IDS.filter((section) => section === 'agency' || (written as string[]).includes(section))
  const lived = {
    draft,
    from,
    sectionVersions: Object.fromEntries(sections.map((one) => [one, 1])),
    ...figuresOf(draft),
  }
  const state = stage === 'submitted' || stage === 'returned' ? stage : written === OWN ? ('checked' as const) : null
  if (state === null) return { ...lived, sent: null, earlier: [] }
  const earlier = Array.from({ length: years }, (_, index) => {
    const yearsAgo = years - index
    const data = asOfYearsAgo(draft, profile, yearsAgo)
    return { ...versionOf(data, recordId, index + 1, today), data, yearsAgo }
  })
  return { ...lived, sent: { ...versionOf(draft, recordId, years + 1, today), state }, earlier }
}

function versionOf(data: RecordData, recordId: string, version: number, today: string): Version {
  const findings = judgeRecord({ data, today, lists: codeLists })
  const call = {
    draft: data,
    newest: null,
    approved: null,
    declared: true,
    findings,
    confirmed: findings.map(findingKey),
  }
  const { changes, confirmed } = submission(call)
  const salt = randomBytes(16).toString('base64url')
  return { version, changes, confirmed, salt, leaf: recordLeaf({ recordId, version, salt, data }) }
}

/** What changes from year to year: the telephone, and what is weighed. */
function asOfYearsAgo(draft: RecordData, profile: Profile, years: number): RecordData {
  const dice = profile.chance(`${years} years ago`)
  const phone = `0${dice.one(['90', '93', '89', '76'])}${dice.digits(7)}`
  return {
    ...draft,
    identity: { ...draft.identity, phone: dice.happens(40) ? phone : draft.identity.phone },
    health: { ...draft.health, weight_kg: String(dice.whole(46, 79)) },
  }
}
