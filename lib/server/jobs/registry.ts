import 'server-only'
import { reconcileNow } from '../reconciliation/reconcile-job'
import { cvArchive } from './cv-archive/cv-archive'
import { issueAccounts } from './issue-accounts/issue-accounts'
import type { JobKind } from './job-kind'
import { judgeImport } from './list-import/judge-import'
import { reportImport } from './list-import/report-import'
import { writeImport } from './list-import/write-import'
import { listWorkbookJob } from './list-workbook'
import { recordsWorkbook } from './records-workbook/records-workbook'
import { resetAccounts } from './reset-accounts/reset-accounts'

/** Every kind of work the background does. A test walks it: an entry without a stated expectation fails there. */
export const JOB_KINDS = {
  'cv.archive': cvArchive,
  'records.workbook': recordsWorkbook,
  'import.judge': judgeImport,
  'import.report': reportImport,
  'import.write': writeImport,
  'accounts.issue': issueAccounts,
  'accounts.reset': resetAccounts,
  'exchange.reconcile': reconcileNow,
  'list.people': listWorkbookJob('people'),
  'list.review': listWorkbookJob('review'),
  'list.batches': listWorkbookJob('batches'),
  'list.deliveries': listWorkbookJob('deliveries'),
  'list.exports': listWorkbookJob('exports'),
  'list.movements': listWorkbookJob('movements'),
  'list.raises': listWorkbookJob('raises'),
  'list.salaries': listWorkbookJob('salaries'),
  'list.stuck': listWorkbookJob('stuck'),
  'list.audit': listWorkbookJob('audit'),
} as const satisfies Record<string, unknown>

export type JobName = keyof typeof JOB_KINDS
export const JOB_NAMES = Object.keys(JOB_KINDS) as [JobName, ...JobName[]]

/** The kind of a stored job; null for one that a later version no longer has. */
export const kindNamed = (name: string): JobKind | null =>
  Object.hasOwn(JOB_KINDS, name) ? JOB_KINDS[name as JobName] : null
