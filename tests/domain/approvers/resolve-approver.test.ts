import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noApproverWords } from '@/lib/domain/approvers/approver-words'
import regulation from '@/lib/domain/approvers/regulation-rules.json'
import { type Approvable, type ApproverUnit, resolveApprover } from '@/lib/domain/approvers/resolve-approver'
import { APPROVER_PLACES, type ApproverRule, isRuleOn } from '@/lib/domain/approvers/rule'
import { enter } from '../../support/sample-persons/enter'
import { LE_VAN_SAU } from '../../support/sample-persons/le-van-sau'
import { NGUYEN_THI_THUY_LINH } from '../../support/sample-persons/nguyen-thi-thuy-linh'
import { NGUYEN_VAN_TU } from '../../support/sample-persons/nguyen-van-tu'
import { PHAM_THI_HONG } from '../../support/sample-persons/pham-thi-hong'
import type { SamplePerson } from '../../support/sample-persons/sample-person'
import { THACH_THI_SO_PHIA } from '../../support/sample-persons/thach-thi-so-phia'
import { TRAN_MINH_KHOA } from '../../support/sample-persons/tran-minh-khoa'

const TODAY = '2026-11-27'
const BEFORE = '2025-06-30'
const RULES = regulation.map((rule, index) => ({ ...rule, id: String(index) })) as ApproverRule[]

const TREE: [code: string, type: string, parent: string | null][] = [
  ['dt', 'UBND_TINH', null],
  ['snv', 'CQCM_TINH', 'dt'],
  ['sgddt', 'CQCM_TINH', 'dt'],
  ['thpt', 'DVSN_NGANH', 'sgddt'],
  ['cc', 'CHI_CUC', 'sgddt'],
  ['vp', 'VP_DDBQH_HDND', 'dt'],
  ['cdcd', 'DVSN_UBND_TINH', 'dt'],
  ['huyen', 'UBND_HUYEN', 'dt'],
  ['phong', 'PHONG_HUYEN', 'huyen'],
  ['thcs', 'DVSN_HUYEN', 'huyen'],
  ['xa-cu', 'UBND_XA', 'huyen'],
  ['xa', 'UBND_XA', 'dt'],
  ['phong-xa', 'PHONG_XA', 'xa'],
  ['tieu-hoc', 'DVSN_XA', 'xa'],
  ['hoi', 'HOI_TINH', 'dt'],
  ['mttq', 'MTTQ', null],
]
const UNITS = new Map<string, ApproverUnit>(
  TREE.map(([code, typeCode, parentId]) => [code, { id: code, code, name: code, typeCode, parentId }]),
)
const CATEGORIES = ['CAN_BO', 'CONG_CHUC', 'VIEN_CHUC', 'NGUOI_LAM_VIEC_HOI', 'LAO_DONG_HOP_DONG']

const somebody = (unitId: string, personCategory: string, rest: Partial<Approvable> = {}): Approvable => ({
  ...{ unitId, personCategory, managed: false, heads: [] },
  ...rest,
})
/** The unit whose head approves, or why nobody does. */
function approver(person: Approvable, day = TODAY, rules = RULES) {
  const found = resolveApprover(person, rules, UNITS, day)
  return 'unit' in found ? found.unit.id : found.missing
}
const clause = (person: Approvable, day = TODAY) => resolveApprover(person, RULES, UNITS, day).rule?.basis

describe('the five cases of Điều 11', () => {
  test('R52: the table decides, and each row says where it stands', () => {
    for (const { basis, from } of RULES) {
      expect(basis).toMatch(/Điều 11/)
      expect(from >= '2024-01-01').toBe(true)
    }
    expect(RULES.filter(({ basis }) => /^Quy chế, Điều 11 khoản [1-5]$/.test(basis))).toHaveLength(5)
  })

  test.each(['CONG_CHUC', 'VIEN_CHUC', 'LAO_DONG_HOP_DONG'])(
    'R53: the head of a sở approves its %s, those of a chi cục too',
    (category) => {
      expect(approver(somebody('sgddt', category))).toBe('sgddt')
      expect(approver(somebody('cc', category))).toBe('sgddt')
      expect(approver(somebody('vp', category))).toBe('vp')
      expect(clause(somebody('cc', category))).toBe('Quy chế, Điều 11 khoản 1')
    },
  )

  test('R54: the head of a service unit of the province approves its viên chức and người lao động, no công chức', () => {
    expect(approver(somebody('cdcd', 'VIEN_CHUC'))).toBe('cdcd')
    expect(approver(somebody('cdcd', 'LAO_DONG_HOP_DONG'))).toBe('cdcd')
    expect(approver(somebody('cdcd', 'CONG_CHUC'))).toBe('noRule')
  })

  test('R55: the head of a service unit of a sở approves, not the director of the sở', () => {
    expect(approver(somebody('thpt', 'VIEN_CHUC'))).toBe('thpt')
    expect(approver(somebody('thpt', 'LAO_DONG_HOP_DONG'))).toBe('thpt')
    expect(clause(somebody('thpt', 'VIEN_CHUC'))).toBe('Quy chế, Điều 11 khoản 3')
  })

  test('R56: the chair of a district approved for it, its divisions and its communes, until 30/06/2025', () => {
    for (const unit of ['huyen', 'phong', 'xa-cu']) {
      expect(approver(somebody(unit, 'CONG_CHUC'), BEFORE)).toBe('huyen')
      expect(approver(somebody(unit, 'CAN_BO'), BEFORE)).toBe('huyen')
    }
    expect(approver(somebody('phong', 'CONG_CHUC'), '2025-07-01')).toBe('noRule')
  })

  test('R57: the flag goes before every other case, also for the chair of the province', () => {
    for (const [unit, category] of [
      ['sgddt', 'CONG_CHUC'],
      ['thpt', 'VIEN_CHUC'],
      ['xa', 'CAN_BO'],
      ['dt', 'CAN_BO'],
    ] as const) {
      expect(approver(somebody(unit, category, { managed: true, heads: [unit] }))).toBe('snv')
    }
    expect(approver(somebody('phong', 'CAN_BO', { managed: true }), BEFORE)).toBe('snv')
    // Contract staff are not of that circle.
    expect(approver(somebody('sgddt', 'LAO_DONG_HOP_DONG', { managed: true }))).toBe('sgddt')
  })
})

describe('what Điều 11 leaves open', () => {
  test('G3: nobody of a Hội has an approver until the table names one', () => {
    expect(approver(somebody('hoi', 'NGUOI_LAM_VIEC_HOI'))).toBe('noRule')
    const added: ApproverRule = {
      ...{ id: 'new', rank: 60, unitTypes: ['HOI_TINH'], categories: [], managed: null, ownRecord: false },
      ...{ place: 'ownUnit', unitCode: null, basis: 'QĐ 12/QĐ-UBND', from: '2026-11-27', until: null },
    }
    expect(approver(somebody('hoi', 'NGUOI_LAM_VIEC_HOI'), TODAY, [...RULES, added])).toBe('hoi')
    expect(approver(somebody('hoi', 'NGUOI_LAM_VIEC_HOI'), '2026-11-26', [...RULES, added])).toBe('noRule')
  })

  test('G3: a head’s own record goes to the unit above; that of the director of Sở Nội vụ to the chair of the province', () => {
    expect(approver(somebody('thpt', 'VIEN_CHUC', { heads: ['thpt'] }))).toBe('sgddt')
    expect(approver(somebody('snv', 'CONG_CHUC', { managed: true, heads: ['snv'] }))).toBe('dt')
    expect(approver(somebody('mttq', 'CAN_BO', { heads: ['mttq'] }))).toBe('noRule')
  })

  test('G3: who heads both their unit and the one above has nobody, unless the table says who', () => {
    expect(approver(somebody('thpt', 'VIEN_CHUC', { heads: ['thpt', 'sgddt'] }))).toBe('onlyThemself')
  })

  test('G4: viên chức of a district’s service unit: khoản 3 goes before khoản 4', () => {
    expect(approver(somebody('thcs', 'VIEN_CHUC'), BEFORE)).toBe('thcs')
    expect(clause(somebody('thcs', 'VIEN_CHUC'), BEFORE)).toBe('Quy chế, Điều 11 khoản 3')
    expect(approver(somebody('thcs', 'CONG_CHUC'), BEFORE)).toBe('huyen')
  })

  test('G5: since there are no districts, the commune’s chair and the school’s head approve, by configuration', () => {
    expect(approver(somebody('xa', 'CONG_CHUC'), '2025-07-01')).toBe('xa')
    expect(approver(somebody('phong-xa', 'CONG_CHUC'))).toBe('xa')
    expect(approver(somebody('tieu-hoc', 'VIEN_CHUC'))).toBe('tieu-hoc')
    expect(approver(somebody('xa', 'CONG_CHUC'), BEFORE)).toBe('placeMissing')
    for (const { from, until, place, basis } of RULES) {
      expect(basis.startsWith('Cấu hình') && from >= '2025-07-01').toBe(place === 'commune' || from === '2025-07-01')
      if (place === 'district') expect(until).toBe(BEFORE)
    }
  })

  test('a row whose place is not there is not passed over for another', () => {
    const away = new Map([...UNITS].filter(([code]) => code !== 'snv'))
    const found = resolveApprover(somebody('sgddt', 'CONG_CHUC', { managed: true }), RULES, away, TODAY)
    expect(found).toMatchObject({ missing: 'placeMissing', rule: { rank: 10 } })
  })
})

describe('the six sample persons', () => {
  const whose = (person: SamplePerson, unitId: string, heads: string[] = []) => {
    const { agency } = enter(person).data
    return {
      ...{ unitId, heads, personCategory: String(agency.person_category) },
      managed: agency.managed_by_standing_committee === true,
    }
  }
  test.each([
    ['Lê Văn Sáu, before 07/2025', whose(LE_VAN_SAU, 'xa-cu'), BEFORE, 'huyen'],
    ['Lê Văn Sáu, today', whose(LE_VAN_SAU, 'xa'), TODAY, 'xa'],
    ['Thạch Thị Sô Phia', whose(THACH_THI_SO_PHIA, 'thcs'), BEFORE, 'thcs'],
    ['Thạch Thị Sô Phia, today', whose(THACH_THI_SO_PHIA, 'tieu-hoc'), TODAY, 'tieu-hoc'],
    ['Trần Minh Khoa', whose(TRAN_MINH_KHOA, 'hoi'), TODAY, 'noRule'],
    ['Nguyễn Văn Tư', whose(NGUYEN_VAN_TU, 'sgddt'), TODAY, 'sgddt'],
    ['Phạm Thị Hồng, director of a sở', whose(PHAM_THI_HONG, 'sgddt', ['sgddt']), TODAY, 'snv'],
    ['Phạm Thị Hồng, were she of Sở Nội vụ', whose(PHAM_THI_HONG, 'snv', ['snv']), TODAY, 'dt'],
    ['Nguyễn Thị Thùy Linh', whose(NGUYEN_THI_THUY_LINH, 'thpt'), TODAY, 'thpt'],
    ['the head of her school', whose(NGUYEN_THI_THUY_LINH, 'thpt', ['thpt']), TODAY, 'sgddt'],
  ])('%s', (_, person, day, expected) => {
    expect(approver(person, day)).toBe(expected)
  })
})

describe('whatever the table says', () => {
  const day = fc.constantFrom('2024-06-01', BEFORE, '2025-07-01', TODAY)
  const rule: fc.Arbitrary<ApproverRule> = fc.record({
    id: fc.uuid(),
    rank: fc.integer({ min: 1, max: 5 }),
    unitTypes: fc.subarray(['UBND_TINH', 'CQCM_TINH', 'DVSN_NGANH', 'UBND_XA', 'HOI_TINH']),
    categories: fc.subarray(CATEGORIES),
    managed: fc.constantFrom(null, true, false),
    ownRecord: fc.boolean(),
    place: fc.constantFrom(...APPROVER_PLACES),
    unitCode: fc.constantFrom(null, 'snv', 'dt', 'không có'),
    basis: fc.constant('QĐ 1'),
    from: day,
    until: fc.option(day),
  })
  const table = fc.array(rule, { maxLength: 8 })
  const person: fc.Arbitrary<Approvable> = fc.record({
    unitId: fc.constantFrom(...UNITS.keys()),
    personCategory: fc.constantFrom(...CATEGORIES),
    managed: fc.boolean(),
    heads: fc.subarray([...UNITS.keys()], { maxLength: 4 }),
  })

  test('R58: there is exactly one approver, or none and a sentence why; the order of rows does not matter', () => {
    fc.assert(
      fc.property(person, table, day, (who, rules, on) => {
        const found = resolveApprover(who, rules, UNITS, on)
        expect('unit' in found).toBe(!('missing' in found))
        if ('missing' in found) expect(noApproverWords(found.missing, found.rule)).not.toBe('')
        const again = resolveApprover(who, rules.toReversed(), UNITS, on)
        expect(again).toEqual(found)
      }),
    )
  })

  test('R58: nobody ever approves their own record', () => {
    fc.assert(
      fc.property(person, table, day, (who, rules, on) => {
        expect(who.heads).not.toContain(approver(who, on, rules))
      }),
    )
  })

  test('the day decides: a rule not in force that day changes nothing', () => {
    fc.assert(
      fc.property(person, table, day, (who, rules, on) => {
        const found = resolveApprover(who, rules, UNITS, on)
        const inForce = rules.filter((one) => isRuleOn(one, on))
        expect(found).toEqual(resolveApprover(who, inForce, UNITS, on))
        if (found.rule) expect(isRuleOn(found.rule, on)).toBe(true)
      }),
    )
  })
})
