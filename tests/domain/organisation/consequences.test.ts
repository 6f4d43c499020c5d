import { expect, test } from 'vitest'
import { consequencesOf, peopleOf } from '@/lib/domain/organisation/consequences'
import { overBy, QUOTA_KINDS, quotaKindOf, usedOf } from '@/lib/domain/organisation/headcount'
import { rehearse } from '@/lib/domain/organisation/rehearse'
import { reverseOf } from '@/lib/domain/organisation/reverse-operation'
import { apply } from '@/lib/domain/organisation/row-change'
import { beforeTheReform, counter, mergeOfCommunes, NO_CIRCUMSTANCES } from './an-organisation'

const organisation = beforeTheReform()
const { changes } = rehearse(organisation, mergeOfCommunes, NO_CIRCUMSTANCES, counter())
const commune = apply(organisation, changes).unit.find(({ code }) => code === 'xa-moi')!.id
const said = (circumstances: Partial<Parameters<typeof consequencesOf>[1]>) =>
  consequencesOf({ organisation, operation: mergeOfCommunes, changes }, { ...NO_CIRCUMSTANCES, ...circumstances })

test('what people have under way goes with them, and is counted', () => {
  const people = new Map([
    ['xa-1-1', { submitted: true, toSend: true, oldPlace: true }],
    ['xa-2-1', { submitted: true, toSend: false, oldPlace: false }],
    ['snv-1', { submitted: true, toSend: true, oldPlace: true }],
  ])
  const count = (code: string) => said({ people }).find((finding) => finding.code === code)?.count
  expect([count('submissionsFollow'), count('deliveriesFollow'), count('placesEnded')]).toEqual([2, 1, 1])
  expect(count('recordsRestated')).toBe(6)
})

test('a batch in the middle of signing keeps its unit as it is', () => {
  const openBatches = [
    { unitId: 'xa-2', label: 'đợt tháng 11/2026' },
    { unitId: 'snv', label: 'đợt tháng 11/2026' },
  ]
  expect(said({ openBatches }).filter(({ severity }) => severity === 'block')).toEqual([
    { severity: 'block', code: 'batchOpen', unitIds: ['xa-2'], word: 'đợt tháng 11/2026' },
  ])
})

test('R156: more people than were allotted is a warning, kind by kind', () => {
  const categories = new Map(organisation.posting.map(({ personId }) => [personId, 'CONG_CHUC']))
  const quotas = [{ unitId: commune, kind: 'payroll', count: 4 } as const]
  expect(said({ categories, quotas })).toContainEqual(
    expect.objectContaining({ code: 'overQuota', count: 2, word: 'payroll' }),
  )
  expect(said({ categories }).some(({ code }) => code === 'overQuota')).toBe(false)
  expect(usedOf(['CONG_CHUC', 'VIEN_CHUC', 'VIEN_CHUC'], [{ kind: 'assigned', count: 1 }])).toEqual([
    { kind: 'payroll', used: 1, allotted: null },
    { kind: 'assigned', used: 2, allotted: 1 },
  ])
  expect(overBy({ kind: 'assigned', used: 2, allotted: 1 })).toBe(1)
  expect(['CAN_BO', 'VIEN_CHUC_QUAN_LY', 'NGUOI_LAM_VIEC_HOI', 'LAO_DONG_HOP_DONG'].map(quotaKindOf)).toEqual([
    'payroll',
    'assigned',
    'assigned',
    'contract',
  ])
  expect(QUOTA_KINDS).toHaveLength(3)
})

test('R112: a unit without a code is named: nothing of it can be sent', () => {
  expect(said({})).toContainEqual(expect.objectContaining({ code: 'noAgencyCode', unitIds: [commune] }))
})

test('what can no longer be undone has a way back, dated today and under new codes', () => {
  const after = apply(organisation, changes)
  const back = reverseOf(after, mergeOfCommunes, [commune], '2026-11-27')
  expect(back).toMatchObject({ kind: 'split', unitId: commune, closes: true, day: '2026-11-27' })
  expect(back.kind === 'split' && back.shares[0]).toMatchObject({
    into: { unit: { code: 'xa-1-2', name: 'Đơn vị xa-1', agencyCode: null } },
    personIds: ['xa-1-1', 'xa-1-2'],
  })
  const close = { kind: 'close', day: '2026-01-01', basis: '', unitId: 'thpt', peopleTo: 'sgddt' } as const
  expect(reverseOf(after, close, [], '2026-11-27')).toMatchObject({ kind: 'create', unit: { code: 'thpt-2' } })
})

test('people of a unit are those whose posting reaches the day', () => {
  expect(peopleOf(organisation, ['xa-1'], '2025-07-01')).toEqual(['xa-1-1', 'xa-1-2'])
})
