import type { Done, Own } from './actions'

/** The actions of signing and of registering certificates. */
export const SIGNING_ACTIONS: Record<string, Done | Own> = {
  'approvals#startSignature': {
    from: '/approvals',
    with: ({ batchId }) => [{ batchId, certificate: 'MIIB', intermediates: [] }],
  },
  'approvals#completeBatch': { from: '/approvals', with: ({ batchId }) => [{ batchId, signature: 'MIIB' }] },
  'approvals#recheckBatch': { from: '/approvals', with: ({ batchId }) => [{ batchId }] },
  'approvals/[batch]/withdraw#openWithdrawal': {
    from: '/approvals',
    with: ({ batchId, recordId }) => [{ batchId, recordIds: [recordId], reason: 'Thử', documentNo: '' }],
  },
  'approvals/[batch]/withdraw#startWithdrawal': {
    from: '/approvals',
    with: ({ nothing }) => [{ id: nothing, certificate: 'MIIB', intermediates: [] }],
  },
  'approvals/[batch]/withdraw#completeWithdrawal': {
    from: '/approvals',
    with: ({ nothing }) => [{ id: nothing, signature: 'MIIB' }],
  },
  'approvals/[batch]/withdraw#cancelWithdrawal': { from: '/approvals', with: ({ nothing }) => [{ id: nothing }] },
  'signing#setPicture': { from: '/exports', with: ({ unitId }) => [{ unitId, file: null }] },
  'signing/certificates#openEnrolment': { own: 'one’s own sheet' },
  'signing/certificates#startEnrolment': {
    from: '/approvals',
    with: ({ nothing }) => [{ id: nothing, certificate: 'MIIB', intermediates: [] }],
  },
  'signing/certificates#completeEnrolment': {
    from: '/approvals',
    with: ({ nothing }) => [{ id: nothing, signature: 'MIIB' }],
  },
  'signing/certificates#cancelEnrolment': {
    from: '/approvals',
    with: ({ nothing }) => [{ id: nothing }],
    code: 'enrolmentOver',
  },
  'signing/certificates#giveUp': {
    from: '/approvals',
    with: ({ certificateId }) => [{ certificateId, why: 'lost' }],
  },
  'administration/certificates#confirmEnrolment': {
    from: '/administration',
    with: ({ nothing }) => [{ enrolmentId: nothing }],
  },
  'administration/certificates#refuseEnrolment': {
    from: '/administration',
    with: ({ nothing }) => [{ enrolmentId: nothing, reason: 'Kiểm tra lối vào' }],
  },
  'signing#openSession': {
    from: '/approvals',
    with: ({ batchId }) => [{ subject: 'batch', subjectId: batchId, way: 'upload' }],
  },
  'signing#openRemote': {
    from: '/approvals',
    with: ({ batchId }) => [{ subject: 'batch', subjectId: batchId, account: null }],
    code: 'signingWayClosed',
  },
  'signing#signingOutcome': { from: '/approvals', with: ({ nothing }) => [{ sessionId: nothing }] },
  'signing#closeSession': { from: '/approvals', with: ({ nothing }) => [{ sessionId: nothing }] },
}
