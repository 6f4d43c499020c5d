import 'server-only'
import { codeLists } from '@/lib/catalogue/code-lists'
import type { Actor } from '@/lib/domain/policy'
import { judgeRecord } from '@/lib/domain/rules/judge-record'
import { db } from '../db'
import type { RecordPage } from './record-page'
import { confirmedBefore } from './submit-record'

/** What the rules find against the draft today, and which of the warnings were stood by before. */
export async function recordFindings(actor: Actor, { record }: Pick<RecordPage, 'record'>) {
  return {
    findings: judgeRecord({ data: record.draft, today: actor.today, lists: codeLists }),
    confirmed: await confirmedBefore(db, record.id),
  }
}
