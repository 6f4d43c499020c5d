import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Operation } from '@/lib/domain/organisation/operation'
import { db } from '@/lib/server/db'
import { rehearseOperation } from '@/lib/server/organisation/rehearse-operation'
import { runOperation } from '@/lib/server/organisation/run-operation'
import { undoOperation } from '@/lib/server/organisation/undo-operation'
import { anActor, aPerson, as, FOUNDER, NOW, unit } from './small-province'

const dt = await unit('dt', 'UBND tỉnh Đồng Tháp', 'UBND_TINH', null, 'H20')
const sgd = await unit('sgd', 'Sở Giáo dục và Đào tạo', 'CQCM_TINH', dt, 'H20.05')
const holder = await anActor('unitHead', sgd)
const other = await anActor('recordsOfficer', sgd)

let serial = 0
/** Two offices become one. */
async function aMerger() {
  serial += 1
  const sources = [
    await unit(`a-${serial}`, `Phòng A${serial}`, 'CHI_CUC', sgd),
    await unit(`b-${serial}`, `Phòng B${serial}`, 'CHI_CUC', sgd),
  ]
  for (const source of sources) await aPerson(source)
  const operation: Operation = {
    ...{ kind: 'merge', day: '2026-11-01', basis: 'QĐ 9', unitIds: sources.map(({ id }) => id) },
    into: {
      unit: {
        ...{ code: `ab-${serial}`, name: `Phòng AB${serial}`, typeCode: 'CHI_CUC', parentId: sgd.id },
        ...{ agencyCode: null, legacyCode: null, nationalCode: null },
      },
    },
  }
  const { digest } = await as(FOUNDER)(rehearseOperation, operation)
  const { operationId, founded } = await as(FOUNDER)(runOperation, { operation, digest })
  return { operationId, unitId: founded[0]! }
}

const day = new Date('2026-11-10')
const by = { givenById: FOUNDER.userId, givenBy: 'Người cho', givenAt: NOW }
const doc = { documentNo: '5/QĐ', validFrom: day }

/** What may come to hang on a unit, besides people, roles and other operations. */
const HANGING: [string, (unitId: string) => Promise<unknown>][] = [
  [
    'văn bản giao ký',
    (unitId) =>
      db.mandate.create({
        data: {
          ...{ unitId, mandatorId: holder.userId, mandataryId: other.userId, kind: 'KT' },
          ...{ ...doc, ...by, monthly: true, adHoc: false },
        },
      }),
  ],
  [
    'văn bản đồng ý cho xem hồ sơ',
    (unitId) =>
      db.readAgreement.create({
        data: { unitId, userId: other.userId, places: ['training'], purpose: 'x', ...doc, validUntil: day, ...by },
      }),
  ],
  [
    'lần mở lại tháng',
    (unitId) =>
      db.monthOpening.create({
        data: {
          ...{ unitId, period: '2026-10', reason: 'x', ...doc, validUntil: day },
          ...{ byUserId: FOUNDER.userId, byName: 'x', at: NOW },
        },
      }),
  ],
  [
    'đợt ký đã hủy',
    (unitId) =>
      db.approvalBatch.create({
        data: {
          ...{ unitId, kind: 'adHoc', period: '2026-11', number: 1, state: 'cancelled', manifest: '{}' },
          ...{ manifestSha256: '', root: '', count: 1, preparedById: randomUUID(), frozenAt: NOW },
        },
      }),
  ],
]

test.each(HANGING)('a merger is not undone while the new unit has %s; the answer says so', async (what, hang) => {
  const { operationId, unitId } = await aMerger()
  await hang(unitId)
  await expect(as(FOUNDER)(undoOperation, { operationId })).rejects.toMatchObject({
    code: 'operationReferred',
    details: { what: [expect.stringContaining(what)] },
  })
})

test('a filter that was shared with the new unit does not keep the merger: it goes back to who made it', async () => {
  const { operationId, unitId } = await aMerger()
  const data = { userId: other.userId, list: 'people', name: 'Sắp nghỉ hưu', query: '', unitId, createdAt: NOW }
  const { id } = await db.savedView.create({ data })
  await as(FOUNDER)(undoOperation, { operationId })
  expect((await db.savedView.findUniqueOrThrow({ where: { id } })).unitId).toBeNull()
})

test('nothing in the database can refer to a unit without the undoing of its founding knowing it', async () => {
  const rows = await db.$queryRaw<{ table: string; rule: string }[]>`
    SELECT conrelid::regclass::text AS "table", confdeltype::text AS rule FROM pg_constraint
    WHERE contype = 'f' AND confrelid = 'unit'::regclass`
  const holding = rows.filter(({ rule }) => rule === 'r').map(({ table }) => table)
  expect([...new Set(holding)].sort()).toEqual([
    'approval_batch',
    'certificate_enrolment',
    'headcount_quota',
    'legal_export',
    'mandate',
    'month_opening',
    'movement',
    'person',
    'posting',
    'raise',
    'read_agreement',
    'role_grant',
    'signature_picture',
    'signer_certificate',
    'unit_job_position',
    'unit_link',
    'unit_version',
  ])
})
