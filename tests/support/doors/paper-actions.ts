import type { Done } from './actions'

const REASON = 'Kiểm tra lối vào'

/** What is done with papers that are signed, documents and proofs: see `ACTIONS`. */
export const PAPER_ACTIONS: Record<string, Done> = {
  'approvals#cancelBatch': { from: '/approvals', with: ({ batchId }) => [{ batchId }] },
  'administration/incidents#closeProof': {
    from: '/administration',
    with: ({ nothing }) => [{ incidentId: nothing, reason: REASON }],
  },
  'exports#requestExport': {
    from: '/exports',
    with: ({ recordId }) => [{ kind: 'cv', recordId, purpose: REASON, replaces: null }],
  },
  'exports#startExport': {
    from: '/exports',
    with: ({ nothing }) => [{ exportId: nothing, certificate: 'MIIB', intermediates: [] }],
  },
  'exports#completeExport': { from: '/exports', with: ({ nothing }) => [{ exportId: nothing, signature: 'MIIB' }] },
  'exports#startSeal': {
    from: '/exports',
    with: ({ nothing }) => [{ exportId: nothing, certificate: 'MIIB', intermediates: [] }],
  },
  'exports#completeSeal': { from: '/exports', with: ({ nothing }) => [{ exportId: nothing, signature: 'MIIB' }] },
  'exports#refuseExport': { from: '/exports', with: ({ nothing }) => [{ exportId: nothing, reason: REASON }] },
  'exports#cancelExport': { from: '/exports', with: ({ nothing }) => [{ exportId: nothing }] },
  'exports#addAgencyCertificate': {
    from: '/exports',
    with: ({ unitId, certificate }) => [{ unitId, file: certificate }],
  },
}
