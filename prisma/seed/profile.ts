import type { Address } from '@/lib/catalogue/kinds/address'
import { type Chance, chanceOf } from './chance'
import type { Job } from './jobs'
import { dayIn, firstDay, monthOf, monthsAfter, yearOf, yearsAfter } from './months'
import { type Gender, nameOf } from './names'
import { careerPay, type Pay } from './pay'
import { newPlace, oldPlace } from './places'
import type { UnitPlan } from './units'

/** What everything else about a person follows from. */
export type Profile = {
  /** `thpt-binh-hang/7`: names their dice. */
  key: string
  /** Counted through the province. */
  serial: number
  unit: UnitPlan
  job: Job
  /** The month the demo province begins in; nothing that a record says is later. */
  today: string
  fullName: string
  gender: Gender
  /** YYYY[-MM[-DD]]. */
  dateOfBirth: string
  birthplace: Address
  home: Address
  citizenId: string
  ethnicity: string
  religion: string
  employmentStatus: string
  managed: boolean
  graduatedMonth: string
  recruitedOn: string
  joinedUnitOn: string
  appointedOn: string | null
  partyJoinedOn: string | null
  married: boolean
  served: { from: string; to: string; rank: string } | null
  /** Null for a contract paid by agreement. */
  pay: Pay | null
  agreedPay: number | null
  chance(about: string): Chance
}

export type Given = Partial<Omit<Profile, 'key' | 'serial' | 'unit' | 'chance' | 'today'>>

/** A person of this unit in this job; what is `given` is so, the rest falls as the dice fall. */
export function profileOf(
  place: { unit: UnitPlan; index: number; serial: number; job: Job; today: string; seed?: number },
  given: Given,
): Profile {
  const { unit, serial, today } = place
  const job = given.job ?? place.job
  // A crowd of another seed throws other dice.
  const key = [...(place.seed === undefined ? [] : [place.seed]), unit.code, place.index].join('/')
  const chance = chanceOf(key)
  const gender = given.gender ?? (chance.happens(unit.staff === 'kindergarten' ? 3 : 55) ? '2' : '1')
  const ethnicity = given.ethnicity ?? ethnicityOf(chance)
  const served = chance.whole(...job.service)
  const recruitedOn = given.recruitedOn ?? recruitment(chance, yearOf(today) - served)
  const birthYear = given.dateOfBirth ? yearOf(given.dateOfBirth) : yearOf(recruitedOn) - chance.whole(23, 26)
  const dateOfBirth = given.dateOfBirth ?? dayIn(birthYear, chance.whole(1, 12), chance.whole(1, 28))
  const birthplace = oldPlace(chance)
  const joinedUnitOn =
    given.joinedUnitOn ??
    (served > 8 && chance.happens(45)
      ? firstDay(monthsAfter(monthOf(recruitedOn), 12 * chance.whole(4, served - 3)))
      : recruitedOn)
  const recruitedMonth = monthOf(recruitedOn)
  return {
    ...{ key, serial, unit, job, today, gender, ethnicity, recruitedOn, joinedUnitOn, dateOfBirth },
    fullName: nameOf(chance, gender, { ethnicity }),
    birthplace: birthplace.address,
    home: newPlace(chance),
    citizenId: citizenId(birthplace.province, gender, birthYear, serial),
    religion: religionOf(chance, ethnicity),
    employmentStatus:
      job.category === 'VIEN_CHUC' && job.position === null ? statusOf(chance, gender) : 'DANG_LAM_VIEC',
    managed: job.position !== null && MANAGED.has(job.position),
    graduatedMonth: `${Math.min(birthYear + 22, yearOf(recruitedOn) - 1)}-07`,
    appointedOn: job.position === null ? null : appointment(chance, joinedUnitOn, today),
    partyJoinedOn: joinsParty(chance, job)
      ? yearsAfter(recruitedOn, chance.whole(1, Math.max(1, Math.min(6, served - 2))))
      : null,
    married: yearOf(today) - birthYear > 27 && chance.happens(85),
    served:
      gender === '1' && served > 4 && chance.happens(8)
        ? { from: `${birthYear + 18}-09`, to: `${birthYear + 20}-01`, rank: 'HSQ2' }
        : null,
    pay: job.ranks.length === 0 ? null : careerPay(job.ranks, recruitedMonth, monthOf(today)),
    agreedPay: job.ranks.length === 0 ? chance.whole(58, 82) * 100_000 : null,
    ...given,
    chance: (about) => chanceOf(`${key}/${about}`),
  }
}

/** Century and sex in one digit (NĐ 137/2015, Điều 7). */
function citizenId(province: string, gender: Gender, birthYear: number, serial: number) {
  const digit = (birthYear >= 2000 ? 2 : 0) + (gender === '2' ? 1 : 0)
  return `0${province}${digit}${String(birthYear).slice(2)}${String((10_007 + serial * 331) % 1_000_000).padStart(6, '0')}`
}

const recruitment = (chance: Chance, year: number) => dayIn(year, chance.one([1, 3, 8]), 1)

function ethnicityOf(chance: Chance) {
  if (chance.happens(94)) return '01'
  return chance.one(['05', '05', '06', '06', '14'])
}

function religionOf(chance: Chance, ethnicity: string) {
  if (ethnicity === '05') return '01'
  if (ethnicity === '14') return '04'
  return chance.happens(82) ? '99' : chance.one(['01', '01', '03', '03', '02', '05', '08'])
}

function statusOf(chance: Chance, gender: Gender) {
  if (chance.happens(93)) return 'DANG_LAM_VIEC'
  return gender === '2' ? chance.one(['THAI_SAN', 'DI_HOC', 'THAI_SAN']) : chance.one(['DI_HOC', 'BIET_PHAI_DI'])
}

/** Before this year, after at least half the time in the unit. */
function appointment(chance: Chance, joinedOn: string, today: string) {
  const [from, to] = [yearOf(joinedOn) + 1, yearOf(today) - 1]
  return dayIn(chance.whole(Math.min(Math.floor((from + to) / 2), to), to), chance.one([1, 4, 9, 11]), 1)
}

const joinsParty = (chance: Chance, { category, position }: Job) =>
  position !== null ||
  chance.happens(category === 'CONG_CHUC' || category === 'CAN_BO' ? 75 : category === 'VIEN_CHUC' ? 40 : 10)

/** Posts whose holders the Provincial Party Standing Committee manages. */
const MANAGED = new Set(['CT_UBND_TINH', 'PCT_UBND_TINH', 'GD_SO', 'TB_HDND_TINH', 'CVP_DDBQH', 'TB_BQL_KKT'])
