/** The salary tables of NĐ 204/2004: groups, steps, coefficients, and the group each rank belongs to. */
import scale from './code-lists/bang-luong-204.json'
import titles from './code-lists/chuc-danh-nghe-nghiep.json'
import ranks from './code-lists/ngach-cong-chuc.json'

export type SalaryGroup = {
  code: string
  label: string
  maxStep: number
  /** Months on a step before the next; also before the first over-scale allowance. */
  monthsPerStep: number
  /** By step, from 1; as written in the table, two decimals. */
  coefficients: readonly string[]
  hasOverScale: boolean
}

const GROUPS = new Map<string, SalaryGroup>(
  scale.items.map((item) => [
    item.code,
    {
      code: item.code,
      label: item.labelVi,
      maxStep: item.maxStep,
      monthsPerStep: item.monthsPerStep,
      coefficients: item.coefficients.map(({ coefficient }) => coefficient.toFixed(2)),
      hasOverScale: item.overScaleGroup !== null,
    },
  ]),
)

const GROUP_OF_RANK = new Map<string, string | null>(
  [...ranks.items, ...titles.items].map(({ code, salaryGroup }) => [code, salaryGroup]),
)

const FORMER = new Set([...ranks.items, ...titles.items].flatMap(({ code, legacy }) => (legacy ? code : [])))

/** Kept for old papers; nobody is newly appointed to it. */
export const isFormerRankCode = (code: string) => FORMER.has(code)

export const isRankCode = (code: string) => GROUP_OF_RANK.has(code)

/** The salary group of a rank or professional title; undefined for a code that is unknown or has none. */
export const groupOfRank = (code: string): SalaryGroup | undefined => GROUPS.get(GROUP_OF_RANK.get(code) ?? '')
