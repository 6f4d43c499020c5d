import { expect, test } from 'vitest'
import { emptyRecord } from '@/lib/catalogue'
import { codeLists } from '@/lib/catalogue/code-lists'
import { sayChanges } from '@/lib/domain/change-words'
import { diff } from '@/lib/domain/changes'
import { completeness } from '@/lib/domain/completeness'
import { standingWords } from '@/lib/domain/standing-words'
import { taskWords } from '@/lib/domain/task-words'

const trainingRow = (id: string, kind: string, institution: string) => ({
  ...{ id, kind, training_period: { from: '2020', to: null }, training_institution: institution },
  ...{ training_major: null, training_mode: null, training_credential: null, training_language: null },
  ...{ training_score: null, credential_no: null, issued_on: null },
})

test('changes are said with item, label, and both values; rows by their number within their kind', () => {
  const [before, after] = [emptyRecord(), emptyRecord()]
  before.identity.gender = '1'
  after.identity.gender = '2'
  before.training.trainings = [trainingRow('a', 'TIN_HOC', 'Trung tâm A')]
  after.training.trainings = [...before.training.trainings, trainingRow('b', 'TIN_HOC', 'Trung tâm B')]
  const said = sayChanges(diff(before, after), before, after, codeLists)
  expect(said).toMatchObject([
    { item: '1', label: 'Giới tính', before: 'Nam', after: 'Nữ' },
    { item: '32.5', label: 'Quá trình đào tạo, bồi dưỡng, Tin học: dòng 2', before: null, row: 'b' },
  ])
  expect(said[1]?.after).toContain('Trung tâm B')
  const back = sayChanges(diff(after, before), after, before, codeLists)
  expect(back[1]).toMatchObject({ label: 'Quá trình đào tạo, bồi dưỡng, Tin học: dòng 2', after: null })
})

const window = { from: '2026-11-26', to: '2026-11-30' }
const nothing = { submission: null, unsent: 0, missing: { own: 0, unit: 0 }, approved: true, confirmedAt: null, window }
const submittedAt = new Date('2026-11-24T10:58:00+07:00')

test.each([
  [{ missing: { own: 2, unit: 1 } }, 'fill', 'Còn 2 trường bắt buộc chưa ghi'],
  [{ missing: { own: 0, unit: 1 }, unsent: 4 }, 'none', 'Đơn vị còn 1 trường chưa ghi'],
  [{ unsent: 3 }, 'send', '3 thay đổi chưa gửi'],
  [{ submission: { state: 'submitted', submittedAt, decidedBy: null } }, 'withdraw', 'Đã gửi lúc 10:58, 24/11'],
  [
    { submission: { state: 'returned', submittedAt, decidedBy: 'Võ Thị Kim Ngân' }, unsent: 1 },
    'send',
    'Võ Thị Kim Ngân đã trả lại hồ sơ',
  ],
  [{ submission: { state: 'frozen', submittedAt, decidedBy: null } }, 'none', 'Hồ sơ đang trong đợt ký'],
  [{}, 'confirm', 'Hồ sơ đã duyệt, chưa có thay đổi nào'],
  [{ confirmedAt: submittedAt }, 'none', 'Đã xác nhận không có gì thay đổi lúc 10:58, 24/11'],
  [{ confirmedAt: submittedAt, unsent: 2 }, 'send', '2 thay đổi chưa gửi'],
  // Everything returned was taken back: there is nothing to send, only to confirm.
  [
    { submission: { state: 'returned', submittedAt, decidedBy: 'Võ Thị Kim Ngân' }, unsent: 0 },
    'confirm',
    'Hồ sơ đã duyệt, chưa có thay đổi nào',
  ],
] as const)('of %j the person reads what to do: %s', (standing, act, title) => {
  expect(standingWords({ ...nothing, ...standing })).toMatchObject({ act, title })
})

test('a section says first what was returned, then what is missing, then what is unsent', () => {
  const section = completeness(emptyRecord()).find((one) => one.section === 'health')!
  const returned = [{ section: 'health', code: 'blood_type', reason: 'Ghi theo sổ khám' }]
  const one = { section, unsent: [], approved: true }
  expect(taskWords({ ...one, stage: 'returned', returned })).toBe('Nhóm máu: Ghi theo sổ khám')
  expect(taskWords({ ...one, stage: 'missing', returned: [] })).toBe('Thiếu 1 trường: tình trạng sức khỏe')
  const full = { ...section, missing: [] }
  const unsent = [{ section: 'health' as const, code: 'height_cm', row: null, before: 160, after: 161 }]
  expect(taskWords({ ...one, section: full, stage: 'draft', unsent, returned: [] })).toBe(
    '1 thay đổi chưa gửi: chiều cao',
  )
  expect(taskWords({ ...one, section: full, stage: 'draft', unsent, returned: [], approved: false })).toBeNull()
})
