import type { Known } from './known-province'
import { PAPER_ACTIONS } from './paper-actions'
import { SIGNING_ACTIONS } from './signing-actions'

export type Done = {
  /** The page it is sent from. */
  from: string
  /** Good input, about what is not the visitor's. */
  with: (known: Known) => unknown[]
  /** The refusal, where it is none of those that say “not yours”. */
  code?: string
  /** It answers nothing at all. */
  silent?: true
}
/** Speaks of nobody but the account that sends it; nobody signed in is led to the door. */
export type Own = { own: string }
/** Stands before the door, for everybody. */
type Open = { open: string }

const REASON = 'Kiểm tra lối vào'
const MANAGED = '/administration'
const TREE = '/administration/units'
/** One unit, as base64. */
const LIST = btoa('Ten don vi\nSo La')
const mine = (own: string): Own => ({ own })
const person = (unitId: string) => ({
  ...{ citizenId: '087199000017', fullName: 'Người Lạ', dateOfBirth: '1999', unitId, from: '01/09/2026' },
  ...{ personCategory: 'VIEN_CHUC', employmentStatus: 'DANG_LAM_VIEC', managedByStandingCommittee: false },
  account: null,
})
const closing = (unitId: string) => ({ kind: 'close', day: '2026-11-27', basis: REASON, unitId, peopleTo: null })
const unit = (parentId: string) => ({
  ...{ code: 'don-vi-la', name: 'Đơn vị lạ', typeCode: 'DVSN_NGANH', parentId, agencyCode: null },
  ...{ validFrom: '2026-01-01', basis: 'QĐ 1' },
})

/** Every server action of the build, as `file#name`, and what strangers are answered. One without a line here fails the walk. */
export const ACTIONS: Record<string, Done | Own | Open> = {
  'account#chooseRole': mine('the roles of one’s own session'),
  'account#signOut': mine('one’s own session'),
  'account#signOutElsewhere': mine('one’s own sessions'),
  'account#setPassword': mine('one’s own password'),
  'account/second-factor#enrol': mine('one’s own second factor'),
  'account/second-factor#renewOrGiveUp': mine('one’s own second factor'),
  'account/terms#accept': mine('one’s own consent'),
  'account/email#claim': mine('one’s own address'),
  'account/email#confirm': mine('one’s own address'),
  'account/email#remove': mine('one’s own address'),
  'forgot-password#ask': { open: 'it answers everybody alike' },
  'reset-password/[token]#setAnew': { open: 'it asks for a link of a letter' },
  'unlock#askFresh': mine('one’s own session'),
  'unlock#unlock': mine('one’s own session'),
  'unlock#prove': mine('one’s own session'),
  'list-actions.ts#saveView': {
    from: '/jobs',
    with: ({ unitId }) => [{ list: 'people', name: REASON, query: '', unitId, isDefault: false }],
  },
  'list-actions.ts#removeView': { from: '/jobs', with: ({ viewId }) => [{ id: viewId }] },
  'list-actions.ts#chooseView': { from: '/jobs', with: ({ viewId }) => [{ list: 'people', id: viewId }] },
  'approvals/mandates#give': {
    from: '/approvals',
    with: ({ unitId }) => [
      {
        ...{ unitId, mandatary: 'nhanvien', kind: 'KT', documentNo: REASON, from: '2026-11-27', until: '2026-12-31' },
        ...{ monthly: true, adHoc: true },
      },
    ],
  },
  'approvals/mandates#revoke': {
    from: '/approvals',
    with: ({ nothing }) => [{ mandateId: nothing, reason: REASON }],
  },
  'movements#writeMovement': {
    from: '/movements',
    with: ({ personId }) => [
      {
        personId,
        kind: 'retire',
        day: '2026-12-01',
        basis: REASON,
        decidedOn: '2026-11-20',
        destination: '',
        reason: '',
      },
    ],
  },
  'raises#giveRaises': {
    from: '/raises',
    with: ({ personId }) => [
      {
        ...{ documentNo: REASON, decidedOn: '2026-11-20' },
        people: [{ personId, kind: 'regular', effectiveOn: '2026-11-27' }],
      },
    ],
    code: 'raiseListChanged',
  },
  'raises#dropRaise': { from: '/raises', with: ({ nothing }) => [{ raiseId: nothing, reason: REASON }] },
  'movements#takeBack': { from: '/movements', with: ({ movementId }) => [{ movementId }] },
  'movements#report': {
    from: '/movements',
    with: ({ movementId }) => [{ movementId, documentNo: REASON, sentOn: '2026-11-27' }],
  },
  'movements#makeHandover': { from: '/movements', with: ({ movementId }) => [{ movementId }] },
  'movements#writeReceipt': {
    from: '/movements',
    with: ({ handoverId }) => [{ handoverId, documentNo: REASON, receivedOn: '2026-11-27', receivedBy: REASON }],
  },
  'movements/receive#check': { from: '/movements', with: ({ unitId }) => [{ unitId, package: LIST }] },
  'movements/receive#receive': {
    from: '/movements',
    with: ({ unitId }) => [{ unitId, package: LIST, from: '2026-11-27', basis: REASON, decidedOn: '2026-11-20' }],
  },
  'movements#writeDay': {
    from: '/movements/calendar',
    with: () => [{ day: '2027-03-01', works: false, name: REASON, basis: REASON }],
  },
  'movements#removeDay': { from: '/movements/calendar', with: () => [{ day: '2026-01-01', reason: REASON }] },
  'jobs#startJob': {
    from: '/jobs',
    with: ({ unitId }) => [{ kind: 'cv.archive', input: { unitId, own: false, on: '2026-11-26' } }],
  },
  'jobs#stopJob': { from: '/jobs', with: ({ jobId }) => [{ id: jobId }] },
  'jobs#watchJob': { from: '/jobs', with: ({ jobId }) => [jobId], silent: true },
  'my-record#saveAnswers': {
    from: '/my-record',
    with: ({ recordId }) => [
      { recordId, section: 'identity' },
      { version: 0, answers: { phone: '0912345678' } },
    ],
  },
  'my-record#judgeRows': {
    from: '/my-record',
    with: ({ recordId }) => [{ recordId, section: 'work' }, 'workHistory', [{ id: 'a' }]],
  },
  'my-record#submitRecord': { from: '/my-record', with: ({ recordId }) => [recordId, true, []] },
  'my-record#withdrawSubmission': { from: '/my-record', with: ({ recordId }) => [recordId] },
  'my-record#confirmMonth': { from: '/my-record', with: ({ recordId }) => [recordId, 1] },
  'my-record#askCorrection': {
    from: '/my-record',
    with: ({ recordId }) => [
      { recordId, section: 'salary' },
      { code: 'rank', wrong: REASON, proposed: REASON },
    ],
  },
  'my-record#withdrawCorrection': { from: '/my-record', with: ({ correctionId }) => [correctionId] },
  'my-record/views#ask': { from: '/my-record/views', with: () => [{ eventId: '1', question: REASON }] },
  'records/[id]/purpose#sayWhatFor': {
    from: '/my-record',
    with: ({ recordId }) => [{ recordId, purpose: 'inspection', matter: REASON, sensitive: true }],
  },
  'records/[id]/restore#restore': {
    from: '/my-record',
    with: ({ recordId }) => [
      { recordId, section: 'identity', from: { version: 1, before: true }, sectionVersion: 0, chosen: ['phone'] },
    ],
  },
  'records/questions#answer': {
    from: '/records/questions',
    with: ({ questionId }) => [{ questionId, answer: REASON }],
  },
  'records/corrections#answer': {
    from: '/records/corrections',
    with: ({ correctionId }) => [{ correctionId, verdict: 'refused', answer: REASON }],
  },
  'imports#tryList': {
    from: '/imports',
    with: ({ importId }) => [
      {
        ...{ importId, keys: [], repairs: [], personCategory: '', employmentStatus: '', from: '2026-11-27' },
        takeFile: false,
      },
    ],
  },
  'imports#writeList': { from: '/imports', with: ({ importId }) => [{ importId }] },
  'imports#removeList': { from: '/imports', with: ({ importId }) => [{ importId }] },
  'imports#decide': { from: '/imports', with: ({ importId }) => [{ importId, issueId: '1', take: 'file' }] },
  // Nobody waits for this word, and no list has that code.
  'imports#mapWaiting': { from: '/imports', with: () => [{ list: 'dan-toc', words: REASON, code: '' }] },
  'imports#explain': { from: '/imports', with: () => [{ list: 'dan-toc', words: REASON, code: 'KHONG-CO' }] },
  'records/evidence#reuse': {
    from: '/jobs',
    with: ({ evidenceId }) => [{ evidenceId, section: 'identity', code: 'phone', row: '', page: null }],
  },
  'records/evidence#checkAgainstPapers': {
    from: '/jobs',
    with: ({ recordId }) => [
      {
        ...{ recordId, holds: true },
        values: [
          { section: 'identity', code: 'phone', row: '', seen: '0'.repeat(64), evidenceId: null, paper: REASON },
        ],
      },
    ],
  },
  'records/evidence#remove': { from: '/jobs', with: ({ evidenceLinkId }) => [{ linkId: evidenceLinkId }] },
  'records/review#check': { from: '/records/review', with: ({ submissionId }) => [{ submissionId }] },
  'records/review#giveBack': {
    from: '/records/review',
    with: ({ submissionId }) => [
      { submissionId, fields: [{ section: 'identity', code: 'phone', row: null, reason: REASON }] },
    ],
  },
  'quality/duplicates#decide': {
    from: '/quality/duplicates',
    with: ({ nothing }) => [{ caseId: nothing, verdict: 'different', reason: REASON }],
  },
  'approvals#prepareBatch': {
    from: '/approvals',
    with: ({ unitId }) => [{ unitId, kind: 'adHoc', reason: REASON }],
  },
  ...SIGNING_ACTIONS,
  ...PAPER_ACTIONS,
  'quality/population#askAboutUnit': {
    from: '/quality/population',
    with: ({ unitId }) => [{ unitId, purpose: 'keepRecord', again: false }],
  },
  'quality/population#askAboutOne': {
    from: '/quality/population',
    with: ({ recordId }) => [{ recordId, purpose: 'keepRecord' }],
  },
  'pushes#resendDeliveries': {
    from: '/pushes',
    with: ({ deliveryId }) => [{ id: deliveryId, reason: REASON }],
    // What is out of reach is as if it were not there to be sent.
    code: 'deliveryNotResendable',
  },
  'pushes#repairDeliveries': {
    from: '/pushes',
    with: () => [{ cause: 'E_CATALOG:BacLuong', from: '1', to: '2', reason: REASON }],
  },
  'pushes/messages#writeRow': {
    from: '/pushes',
    with: () => [
      {
        ...{ sentence: 'Mã lạ không đúng', code: 'E_CATALOG', field: '', message: 'Chọn lại.' },
        ...{ validFrom: '2026-11-27', withdrawn: false, reason: REASON },
      },
    ],
  },
  'pushes/connection#approve': {
    from: '/pushes',
    with: () => [{ level: 3, documentNo: REASON, documentDate: '2026-11-27' }],
  },
  'pushes/connection#resendAll': { from: '/pushes', with: () => [{ reason: REASON }] },
  'pushes/reconciliation#resend': { from: '/pushes/reconciliation', with: () => [{ reason: REASON }] },
  'pushes/connection#tryIt': { from: '/pushes', with: () => [{}] },
  'administration/agreements#give': {
    from: '/administration/agreements',
    with: ({ unitId }) => [
      {
        ...{ holder: 'vanthu', unitId, sections: ['identity'], documentNo: '1/CV', purpose: REASON },
        ...{ from: '2026-11-27', until: '2026-12-31' },
      },
    ],
  },
  'administration/agreements#revoke': {
    from: '/administration/agreements',
    with: ({ agreementId }) => [{ agreementId, reason: REASON }],
  },
  'administration/code-lists#change': {
    from: '/approvals',
    with: () => [{ list: 'dan-toc', basis: REASON, edit: { kind: 'rename', code: '01', label: 'Người Việt' } }],
  },
  'administration/code-lists#bring': {
    from: '/approvals',
    with: () => [
      {
        ...{ list: 'dan-toc', file: btoa('Ma,Ten\n01,La'), fileName: 'la.csv', from: '2026-11-27', whole: false },
        ...{ basis: REASON, digest: '' },
      },
    ],
  },
  'administration/code-lists#takeBack': { from: '/approvals', with: () => [{ versionId: 1, basis: REASON }] },
  'administration/code-lists#recount': { from: '/approvals', with: () => [{ list: 'dan-toc' }] },
  'administration/approvers#addRule': {
    from: '/approvals',
    with: () => [
      {
        ...{ rank: 80, unitTypes: ['HOI_TINH'], categories: [], managed: 'either', ownRecord: false, unitId: '' },
        ...{ place: 'ownUnit', basis: REASON, from: '2026-11-27', until: '' },
      },
    ],
  },
  'administration/approvers#endRule': {
    from: '/approvals',
    with: ({ nothing }) => [{ ruleId: nothing, reason: REASON }],
  },
  'administration/approvers#reopen': {
    from: '/approvals',
    with: ({ unitId }) => [
      {
        ...{ unitId, period: '2026-10', documentNo: REASON, reason: REASON },
        ...{ from: '2026-11-27', until: '2026-11-30' },
      },
    ],
  },
  'administration#takeSecondFactor': { from: MANAGED, with: ({ userId }) => [{ userId }] },
  'administration#addUnit': { from: MANAGED, with: ({ unitId }) => [unit(unitId)] },
  'administration#addPerson': { from: MANAGED, with: ({ unitId }) => [person(unitId)] },
  'administration#giveAccount': { from: MANAGED, with: ({ personId }) => [{ personId }] },
  'administration#giveRole': {
    from: MANAGED,
    with: ({ userId, unitId }) => [
      { userId, role: 'recordsOfficer', unitId, from: '2026-11-01', until: null, reason: REASON },
    ],
  },
  'administration#takeRole': {
    from: MANAGED,
    with: ({ userId, grantId }) => [{ userId, grantId, reason: REASON }],
  },
  'administration#changeTerm': {
    from: MANAGED,
    with: ({ userId, grantId }) => [{ userId, grantId, until: '2027-12-31', reason: REASON }],
  },
  'administration#handOverWork': {
    from: MANAGED,
    with: ({ userId }) => [{ userId, holder: 'vanthu', documentNo: '1/CV', day: '2026-11-27', closing: false }],
  },
  'administration#givePassword': { from: MANAGED, with: ({ userId }) => [{ userId }] },
  'administration#closeAccount': { from: MANAGED, with: ({ userId }) => [{ userId, reason: REASON }] },
  'administration#openAccount': { from: MANAGED, with: ({ userId }) => [{ userId, reason: REASON }] },
  'administration#readCertificate': {
    from: MANAGED,
    with: ({ userId, certificate }) => [{ userId, file: certificate }],
  },
  'administration#addCertificate': {
    from: MANAGED,
    with: ({ userId, certificate }) => [{ userId, file: certificate }],
  },
  'administration#takeCertificate': { from: MANAGED, with: ({ certificateId }) => [{ certificateId }] },
  'administration/issue#readList': mine('what stands in the file that was sent'),
  'administration/incidents#report': {
    from: '/administration/incidents',
    with: ({ unitId }) => [{ unitId, own: true, list: '', description: REASON, discoveredOn: '2026-11-27' }],
  },
  'administration/units#tryOperation': { from: TREE, with: ({ unitId }) => [closing(unitId)] },
  'administration/units#carryOutOperation': {
    from: TREE,
    with: ({ unitId }) => [{ operation: closing(unitId), digest: '0'.repeat(64) }],
  },
  'administration/units#takeBackOperation': { from: TREE, with: ({ operationId }) => [{ operationId }] },
  'administration/units#allotHeadcount': {
    from: TREE,
    with: ({ unitId }) => [{ unitId, year: 2026, kind: 'payroll', count: 1, basis: REASON }],
  },
  'administration/units#approvePosition': {
    from: TREE,
    with: ({ unitId }) => [{ unitId, code: 'QL01', count: 1, from: '2026-11-01', basis: REASON }],
  },
  'administration/units#bringTree': {
    from: TREE,
    with: () => [{ file: LIST, fileName: 'cay.csv', day: '2026-11-01', basis: REASON, digest: '' }],
  },
  'administration/units#holdAgainstNational': { from: TREE, with: () => [{ file: LIST }] },
}
