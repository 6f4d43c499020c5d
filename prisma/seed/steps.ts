import type { SectionId } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { dayOf } from '@/lib/domain/calendar'
import { findingKey, judgeRecord } from '@/lib/domain/rules/judge-record'
import type { Tx } from '@/lib/server/db'
import { completed } from '@/lib/server/records/completed'
import { checkSubmission, type ReturnedField, returnSubmission } from '@/lib/server/records/review'
import { saveSection } from '@/lib/server/records/save-section'
import { submitRecord } from '@/lib/server/records/submit-record'
import { OWN_SECTIONS, type OwnSection } from './answers'
import { asks, type Member } from './roster'

export const SECTIONS_TO_WRITE = Object.keys(OWN_SECTIONS) as OwnSection[]

/** The person fills in these sections, one after the other. */
export async function write(tx: Tx, member: Member, sections: readonly OwnSection[], at: (share: number) => Date) {
  for (const [index, section] of sections.entries()) {
    await save(tx, member, section, OWN_SECTIONS[section](member.plan.profile), at(index / sections.length))
  }
}

export async function save(tx: Tx, member: Member, section: SectionId, answers: Record<string, unknown>, at: Date) {
  const version = member.versions[section] ?? 0
  const saved = await saveSection(asks(tx, member, at, { recordId: member.recordId, section, version, answers }))
  const [wrong] = Object.entries(saved.errors)
  if (wrong) throw new Error(`${member.plan.profile.key}: ${section}.${wrong.join(': ')}`)
  member.versions[section] = saved.version
}

/** The person sends what is written, standing by what the rules find unusual. */
export async function submit(tx: Tx, member: Member, at: Date) {
  const { draft } = await tx.record.findUniqueOrThrow({ where: { id: member.recordId }, select: { draft: true } })
  const findings = judgeRecord({ data: completed(draft), today: dayOf(at), lists: codeLists })
  const confirmed = findings.map(findingKey)
  return submitRecord(asks(tx, member, at, { recordId: member.recordId, declared: true, confirmed }))
}

export async function check(tx: Tx, reviewer: Member, member: Member, at: Date) {
  await checkSubmission(asks(tx, reviewer, at, { submissionId: await waitingSubmission(tx, member) }))
}

export async function giveBack(tx: Tx, reviewer: Member, member: Member, fields: ReturnedField[], at: Date) {
  await returnSubmission(asks(tx, reviewer, at, { submissionId: await waitingSubmission(tx, member), fields }))
}

async function waitingSubmission(tx: Tx, { recordId }: Member) {
  const { id } = await tx.submission.findFirstOrThrow({ where: { recordId, state: 'submitted' }, select: { id: true } })
  return id
}
