import type { Operation } from '@/lib/domain/organisation/operation'
import type { Organisation } from '@/lib/domain/organisation/organisation'

export const TODAY = '2026-11-27'
export const BEGAN = '2004-01-01'

const NO_CODES = { agencyCode: null, legacyCode: null, nationalCode: null }

/** The province before the reform: a district with three communes and a school, a department beside it. */
export function beforeTheReform(): Organisation {
  const units = [
    ['dt', null, 'UBND_TINH'],
    ['snv', 'dt', 'CQCM_TINH'],
    ['sgddt', 'dt', 'CQCM_TINH'],
    ['thpt', 'sgddt', 'DVSN_NGANH'],
    ['huyen', 'dt', 'UBND_HUYEN'],
    ['thcs', 'huyen', 'DVSN_HUYEN'],
    ['xa-1', 'huyen', 'UBND_XA'],
    ['xa-2', 'huyen', 'UBND_XA'],
    ['xa-3', 'huyen', 'UBND_XA'],
  ] as const
  return {
    unit: units.map(([code]) => ({ id: code, code })),
    version: units.map(([code, parentId, typeCode]) => ({
      ...{ id: `v-${code}`, unitId: code, name: `Đơn vị ${code}`, typeCode, parentId, ...NO_CODES },
      ...{ from: BEGAN, until: null, basis: 'QĐ 1' },
    })),
    link: [],
    posting: units.flatMap(([code]) =>
      [1, 2].map((nth) => ({
        ...{ id: `p-${code}-${nth}`, personId: `${code}-${nth}`, unitId: code },
        ...{ from: nth === 1 ? BEGAN : '2020-05-01', until: null },
      })),
    ),
    role: units.flatMap(([code]) =>
      [1, 2].map((nth) => ({
        ...{ id: `r-${code}-${nth}`, userId: `u-${code}-${nth}`, personId: `${code}-${nth}`, unitId: code },
        ...{ role: nth === 1 ? 'unitHead' : 'person', from: '2026-09-01', until: null, reason: null },
      })),
    ),
  }
}

export const newCommune = (code: string, parentId = 'dt') => ({
  ...{ code, name: `Xã mới ${code}`, typeCode: 'UBND_XA', parentId },
  ...NO_CODES,
})

const REFORM = { day: '2025-07-01', basis: 'NQ 1663/NQ-UBTVQH15' }

/** Communes merged; then the district's people and school shared out and the district closed. */
export const mergeOfCommunes: Operation = {
  ...{ kind: 'merge', ...REFORM, unitIds: ['xa-1', 'xa-2', 'xa-3'] },
  into: { unit: newCommune('xa-moi') },
}
export const endOfDistrict = (communeId: string): Operation => ({
  ...{ kind: 'split', ...REFORM, unitId: 'huyen', closes: true },
  shares: [
    { into: { unitId: communeId }, personIds: ['huyen-1'], unitIds: ['thcs'] },
    { into: { unitId: 'snv' }, personIds: ['huyen-2'], unitIds: [] },
  ],
})

export const NO_CIRCUMSTANCES = {
  ...{ today: TODAY, people: new Map(), openBatches: [], quotas: [], categories: new Map() },
}

export function counter() {
  let serial = 0
  return () => {
    serial += 1
    return `new-${serial}`
  }
}
