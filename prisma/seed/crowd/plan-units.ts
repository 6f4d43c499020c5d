import { plain } from '@/lib/catalogue/code-list'
import districts from '@/lib/catalogue/code-lists/don-vi-hanh-chinh-dong-thap.json'
import { chanceOf } from '../chance'
import type { Staff } from '../jobs'
import { UNITS, type UnitPlan } from '../units'

/** How many people, and which of the many provinces there could be. */
export type Crowd = {
  people: number
  seed: number
  /** For how many years before they sent a version each year that nobody signed. */
  years?: number
}

/** Communes of today that the demo province has not named already. Some are alike but for their accents. */
const COMMUNES = districts.items
  .filter((item) => item.level === 'XA' && !('validUntil' in item && item.validUntil))
  .map(({ code, labelVi }) => ({ code, name: labelVi.replace(/\s+/g, ' ') }))
  .filter(({ name }) => !UNITS.some((unit) => unit.name.toLowerCase().endsWith(` ${name.toLowerCase()}`)))
  .map(({ code, name }, index, all) => ({
    name,
    slug:
      all.findIndex((one) => slugOf(one.name) === slugOf(name)) === index ? slugOf(name) : `${slugOf(name)}-${code}`,
  }))

type Sort = {
  code: string
  parent: 'commune' | (typeof UNITS)[number]['code']
  typeCode: string
  staff: Staff
  name: string
  /** From – to. */
  size: readonly [number, number]
}

/** What every commune has besides its committee. */
const OF_A_COMMUNE: Sort[] = [
  { code: 'th', parent: 'commune', typeCode: 'DVSN_XA', staff: 'primary', name: 'Trường Tiểu học', size: [28, 64] },
  { code: 'thcs', parent: 'commune', typeCode: 'DVSN_XA', staff: 'middleSchool', name: 'Trường THCS', size: [34, 82] },
  { code: 'mn', parent: 'commune', typeCode: 'DVSN_XA', staff: 'kindergarten', name: 'Trường Mầm non', size: [14, 36] },
]

/** What only some places have, under the department it belongs to. */
const OF_A_DEPARTMENT: Sort[] = [
  { code: 'thpt', parent: 'sgddt', typeCode: 'DVSN_NGANH', staff: 'highSchool', name: 'Trường THPT', size: [55, 130] },
  { code: 'ttyt', parent: 'syt', typeCode: 'DVSN_NGANH', staff: 'hospital', name: 'Trung tâm Y tế', size: [120, 420] },
  {
    code: 'cc',
    parent: 'syt',
    typeCode: 'CHI_CUC',
    staff: 'branch',
    name: 'Chi cục Kiểm dịch y tế khu vực',
    size: [2, 9],
  },
]

/** The few that are very large. */
const LARGE: (Sort & { people: number })[] = [
  { ...large('bv-dong-thap', 'Bệnh viện Đa khoa Đồng Tháp'), people: 4_000 },
  { ...large('bv-tien-giang', 'Bệnh viện Đa khoa Tiền Giang'), people: 2_600 },
  { ...large('bv-hong-ngu', 'Bệnh viện Đa khoa khu vực Hồng Ngự'), people: 1_700 },
  { ...large('bv-cai-lay', 'Bệnh viện Đa khoa khu vực Cai Lậy'), people: 1_200 },
  { ...large('bv-go-cong', 'Bệnh viện Đa khoa khu vực Gò Công'), people: 800 },
]

/**
 * Units beside those of the demo province until `people` have a place: a few of thousands, most of a school’s size, some
 * of two. The largest comes first; each commune stands before what is its own.
 */
export function planUnits({ people, seed }: Crowd): UnitPlan[] {
  const dice = chanceOf(`units ${seed}`)
  const most = Math.max(2, Math.min(4_000, Math.floor(people / 8)))
  const numbers = new Map<string, number>()
  const units: UnitPlan[] = []
  let placed = 0
  const add = (sort: Omit<Sort, 'size'>, code: string, name: string, parent: string, wanted: number) => {
    // Nobody works in a unit of one: somebody heads it, somebody keeps its records.
    const size = Math.min(most, wanted, people - placed)
    if (size < 2) return
    placed += size
    const number = (numbers.get(parent) ?? 100) + 1
    numbers.set(parent, number)
    const above = units.find((unit) => unit.code === parent) ?? UNITS.find((unit) => unit.code === parent)
    const agencyCode = above?.agencyCode ? `${above.agencyCode}.${number}` : null
    units.push({ code, parent, agencyCode, typeCode: sort.typeCode, name, staff: sort.staff, size, refused: 0 })
  }
  for (const { people: wanted, ...sort } of LARGE) add(sort, sort.code, sort.name, sort.parent, wanted)
  for (let round = 1; placed < people - 1; round++) {
    for (const [index, { name: commune, slug: own }] of COMMUNES.entries()) {
      const mark = round === 1 ? '' : `-${round}`
      const called = `${commune.replace(/^(Xã|Phường) /, '')}${round === 1 ? '' : ` ${round}`}`
      if (round === 1) add(COMMITTEE, own, `Ủy ban nhân dân ${lowered(commune)}`, 'dt', dice.whole(...COMMITTEE.size))
      for (const sort of OF_A_COMMUNE)
        add(sort, `${sort.code}-${own}${mark}`, `${sort.name} ${called}`, own, dice.whole(...sort.size))
      const some = OF_A_DEPARTMENT[index % 5]
      if (some) add(some, `${some.code}-${own}${mark}`, `${some.name} ${called}`, some.parent, dice.whole(...some.size))
    }
  }
  return units
}

const COMMITTEE = { code: '', parent: 'dt', typeCode: 'UBND_XA', staff: 'commune', name: '', size: [32, 74] } as const

function large(code: string, name: string): Sort {
  return { code, parent: 'syt', typeCode: 'DVSN_NGANH', staff: 'hospital', name, size: [2, 4_000] }
}

function slugOf(name: string) {
  return plain(name).replace(/[^a-z0-9]+/g, '-')
}
const lowered = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
