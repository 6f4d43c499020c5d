import type { Known } from './known-province'

/** Who walks: another unit’s records officer and administrator, another unit’s head, somebody without an office. */
export const VISITORS = { officer: 'hoso', head: 'thutruong', person: 'vanthu' } as const
export type Visitor = keyof typeof VISITORS

type Seen = {
  /** The addresses tried, with ids of what is not the visitor's. */
  at: (known: Known) => string[]
  /** The status each signed-in visitor meets there: one for all, or by visitor. */
  met: number | Record<Visitor, number>
  /** The status nobody signed in meets; left out where the way leads to the door. */
  nobody?: number
}

const here = (address: string, met: Seen['met'], nobody?: number): Seen => ({
  at: () => [address],
  met,
  ...(nobody !== undefined && { nobody }),
})
const others = (at: (known: Known) => string | string[], met: Seen['met'] = 404, nobody?: number): Seen => ({
  at: (known) => [at(known)].flat(),
  met,
  ...(nobody !== undefined && { nobody }),
})
const OFFICES = { officer: 200, head: 200, person: 404 }
const ADMINISTRATION = { officer: 200, head: 404, person: 404 }
const RECORDS = { officer: 200, head: 404, person: 404 }

/** Every route of the build and what strangers meet there. A route without a line here fails the walk. */
export const ROUTES: Record<string, Seen | Seen[]> = {
  '/': here('/', 307),
  '/_not-found': here('/_not-found', 404, 404),
  '/_global-error': here('/_global-error', 500, 500),
  '/icon.svg': here('/icon.svg', 200, 200),
  '/help': here('/help', 200, 200),
  '/exports': here('/exports', 200),
  '/exports/new': others(({ recordId }) => `/exports/new?record=${recordId}`),
  '/exports/[id]': others(({ nothing }) => `/exports/${nothing}`),
  '/api/documents/export/[exportId]': others(({ nothing }) => `/api/documents/export/${nothing}`),
  '/verify': here('/verify', 200, 200),
  '/verify/[code]': here(`/verify/${'0'.repeat(32)}`, 404, 404),
  '/sign-in': here('/sign-in', 307, 200),
  '/unlock': here('/unlock', 307, 307),
  '/account': here('/account', 200),
  '/account/password': here('/account/password', 200),
  '/account/second-factor': here('/account/second-factor', 200),
  '/account/terms': here('/account/terms', 200),
  '/account/email': here('/account/email', 200),
  '/forgot-password': here('/forgot-password', 200, 200),
  '/reset-password/[token]': here('/reset-password/of-no-letter', 200, 200),
  '/account/standing': here('/account/standing', 405, 405),
  '/api/auth/[...nextauth]': here('/api/auth/session', 200, 200),
  '/api/v1/token': here('/api/v1/token', 405, 405),
  '/api/v1/staff/[id]/verify': here('/api/v1/staff/087085001234/verify', 404, 404),
  '/metrics': here('/metrics', 404, 404),
  '/api/health': here('/api/health', 200, 200),
  '/api/audit': here('/api/audit', 404),
  '/api/code-lists/[name]': here('/api/code-lists/dan-toc', 200, 404),
  '/api/verify': here('/api/verify', 405, 405),
  '/api/documents/proof/[recordId]': others(({ recordId }) => `/api/documents/proof/${recordId}`),
  '/api/documents/approval/[batchId]': others(({ batchId }) => `/api/documents/approval/${batchId}`),
  '/api/documents/cv/[recordId]': others(({ recordId }) => [
    `/api/documents/cv/${recordId}`,
    `/api/documents/cv/${recordId}?format=docx&of=draft`,
  ]),
  '/api/records-template': here('/api/records-template', OFFICES),
  '/signing': here('/signing', 200),
  '/signing/certificates': here('/signing/certificates', 200),
  '/administration/certificates': here('/administration/certificates', ADMINISTRATION),
  '/api/signing/sheet/[id]': others(({ nothing }) => `/api/signing/sheet/${nothing}`),
  '/api/signing/source': here('/api/signing/source?t=khong-co', 404, 404),
  '/api/signing/upload': here('/api/signing/upload?t=khong-co', 405, 405),
  '/api/jobs/[id]/file': others(({ jobId }) => `/api/jobs/${jobId}/file`),
  '/api/lists/[list]': [
    here('/api/lists/people', OFFICES),
    others(({ unitId }) => `/api/lists/people?unit=${unitId}`, OFFICES),
    others(({ unitId }) => `/api/lists/review?unit=${unitId}`, RECORDS),
    others(({ unitId }) => `/api/lists/batches?unit=${unitId}`, OFFICES),
    others(({ unitId }) => `/api/lists/deliveries?unit=${unitId}`, OFFICES),
    others(({ unitId }) => `/api/lists/movements?unit=${unitId}`, OFFICES),
    here('/api/lists/audit', 404),
    here('/api/lists/accounts', 404),
  ],
  '/overview': [here('/overview', OFFICES), others(({ unitId }) => `/overview?unit=${unitId}`)],
  '/quality': [here('/quality', OFFICES), others(({ unitId }) => `/quality?unit=${unitId}`)],
  '/quality/duplicates': [
    here('/quality/duplicates', RECORDS),
    others(({ unitId }) => `/quality/duplicates?unit=${unitId}`),
  ],
  '/quality/duplicates/[id]': others(({ nothing }) => `/quality/duplicates/${nothing}`),
  '/my-record': here('/my-record', 200),
  '/my-record/[section]': here('/my-record/identity', 200),
  '/my-record/form': here('/my-record/form', 200),
  '/my-record/review': here('/my-record/review', 200),
  '/my-record/views': here('/my-record/views', 200),
  '/records': [here('/records', OFFICES), others(({ unitId }) => `/records?unit=${unitId}`)],
  '/records/export': here('/records/export', OFFICES),
  '/imports': here('/imports', RECORDS),
  '/imports/unmatched': here('/imports/unmatched', RECORDS),
  '/imports/[id]': others(({ importId }) => `/imports/${importId}`),
  '/api/evidence': here('/api/evidence', 405, 405),
  '/api/documents/evidence/[evidenceId]': others(({ evidenceId }) => `/api/documents/evidence/${evidenceId}`),
  '/api/imports': here('/api/imports', 405, 405),
  '/records/workbook': here('/records/workbook', OFFICES),
  '/records/corrections': here('/records/corrections', RECORDS),
  '/records/questions': here('/records/questions', OFFICES),
  '/records/[id]': others(({ recordId }) => `/records/${recordId}`),
  '/records/[id]/edit/[section]': others(({ recordId }) => `/records/${recordId}/edit/identity`),
  '/records/[id]/form': others(({ recordId }) => `/records/${recordId}/form`),
  '/records/[id]/history': others(({ recordId }) => `/records/${recordId}/history`),
  '/records/[id]/past': others(({ recordId }) => `/records/${recordId}/past`),
  '/records/[id]/purpose': others(({ recordId }) => `/records/${recordId}/purpose`),
  '/records/[id]/restore': others(({ recordId }) => `/records/${recordId}/restore`),
  '/records/review': here('/records/review', RECORDS),
  '/records/review/[submissionId]': others(({ submissionId }) => `/records/review/${submissionId}`),
  '/approvals': [here('/approvals', OFFICES), others(({ unitId }) => `/approvals?unit=${unitId}`)],
  '/approvals/mandates': here('/approvals/mandates', { officer: 200, head: 200, person: 404 }),
  '/approvals/[batch]/withdraw': others(({ batchId }) => `/approvals/${batchId}/withdraw`),
  '/api/documents/withdrawal/[id]': others(({ nothing }) => `/api/documents/withdrawal/${nothing}`),
  '/approvals/[batch]': others(({ batchId }) => `/approvals/${batchId}`),
  '/pushes': [here('/pushes', OFFICES), here('/pushes?state=accepted', OFFICES)],
  '/pushes/[id]': others(({ deliveryId }) => `/pushes/${deliveryId}`),
  '/pushes/messages': here('/pushes/messages', 404),
  '/pushes/reconciliation': here('/pushes/reconciliation', OFFICES),
  '/pushes/connection': here('/pushes/connection', 404),
  '/jobs': here('/jobs', 200),
  '/administration': [
    here('/administration', ADMINISTRATION),
    others(({ unitId }) => `/administration?unit=${unitId}`),
  ],
  '/administration/approvers': here('/administration/approvers', 404),
  '/administration/code-lists': here('/administration/code-lists', 404),
  '/administration/code-lists/[list]': here('/administration/code-lists/dan-toc', 404),
  '/administration/code-lists/[list]/value': here('/administration/code-lists/dan-toc/value?code=01', 404),
  '/administration/code-lists/[list]/import': here('/administration/code-lists/dan-toc/import', 404),
  '/administration/agreements': here('/administration/agreements', ADMINISTRATION),
  '/administration/people/[personId]': others(({ personId }) => `/administration/people/${personId}`),
  '/administration/issue': [
    here('/administration/issue', ADMINISTRATION),
    others(({ unitId }) => `/administration/issue?unit=${unitId}`, ADMINISTRATION),
  ],
  '/administration/people/[personId]/hand-over': others(
    ({ personId }) => `/administration/people/${personId}/hand-over`,
  ),
  '/administration/hand-overs/[handoverId]': others(({ nothing }) => `/administration/hand-overs/${nothing}`),
  '/administration/incidents': here('/administration/incidents', ADMINISTRATION),
  '/administration/people/new': here('/administration/people/new', ADMINISTRATION),
  '/administration/units': here('/administration/units', ADMINISTRATION),
  '/administration/units/[unitId]': others(({ unitId }) => `/administration/units/${unitId}`),
  '/administration/units/new': here('/administration/units/new', 404),
  '/administration/units/operations': here('/administration/units/operations', ADMINISTRATION),
  '/administration/units/operations/[operationId]': others(
    ({ operationId }) => `/administration/units/operations/${operationId}`,
  ),
  '/administration/units/operations/new': others(({ unitId }) => [
    '/administration/units/operations/new?kind=merge',
    `/administration/units/operations/new?kind=close&unit=${unitId}`,
  ]),
  '/administration/units/import': here('/administration/units/import', 404),
  '/administration/units/compare': here('/administration/units/compare', 404),
  '/audit': here('/audit', 404),
  '/movements': here('/movements', OFFICES),
  '/raises': here('/raises', OFFICES),
  '/raises/[decisionId]': others(({ nothing }) => `/raises/${nothing}`),
  '/movements/calendar': here('/movements/calendar', OFFICES),
  '/movements/receive': here('/movements/receive', RECORDS),
  '/movements/[id]': others(({ movementId }) => `/movements/${movementId}`),
  '/movements/[id]/record': others(({ movementId }) => `/movements/${movementId}/record`),
  '/movements/people/[personId]': others(({ personId }) => `/movements/people/${personId}`),
  '/api/documents/handover/[handoverId]': others(({ handoverId }) => `/api/documents/handover/${handoverId}`),
  '/api/documents/package/[movementId]': others(({ movementId }) => `/api/documents/package/${movementId}`),
  '/api/documents/decision/[movementId]': others(({ movementId }) => `/api/documents/decision/${movementId}`),
}
