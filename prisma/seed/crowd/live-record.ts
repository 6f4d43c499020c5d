import { randomBytes } from 'node:crypto'
import { emptyRecord, type RecordData, SECTION_IDS } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { recordLeaf } from '@/lib/documents/merkle'
import type { Change } from '@/lib/domain/changes'
import { newPerson } from '@/lib/domain/new-person'
import { submission } from '@/lib/domain/record'
import { findingKey, judgeRecord } from '@/lib/domain/rules/judge-record'
import { shownOnly } from '@/lib/domain/shown'
import { figuresOf } from '@/lib/server/records/write-draft'
import { OWN_SECTIONS, type OwnSection, unitAnswers } from '../answers'
import { typedPerson } from '../draft'
import type { PersonPlan } from '../people'
import type { UnitPlan } from '../units'

/** A record as its stage has it. `sent`: the first version that was sent, and as what it stands. */
export type LivedRecord = {
  draft: RecordData
  /** First day of the posting. */
  from: string
  sectionVersions: Record<string, number>
  filled: number
  missing: number
  sent: {
    state: 'submitted' | 'returned' | 'checked'
    salt: string
    leaf: string
    changes: Change[]
    confirmed: string[]
  } | null
}

const OWN = Object.keys(OWN_SECTIONS) as OwnSection[]

/** What unit and person have written by now, through the form’s own rules: a record they would refuse is an error here. */
export function livedRecord(plan: PersonPlan, above: UnitPlan, recordId: string, today: string): LivedRecord {
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
  if (state === null) return { ...lived, sent: null }
  const findings = judgeRecord({ data: draft, today, lists: codeLists })
  const call = { draft, newest: null, approved: null, declared: true, findings, confirmed: findings.map(findingKey) }
  const { changes, confirmed } = submission(call)
  const salt = randomBytes(16).toString('base64url')
  const leaf = recordLeaf({ recordId, version: 1, salt, data: draft })
  return { ...lived, sent: { state, salt, leaf, changes, confirmed } }
}
