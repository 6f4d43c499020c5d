import 'server-only'
import { retireOn } from '@/lib/domain/raises/retire-on'
import type { Counted, Criterion } from '@/lib/domain/reports/staff-forms'
import { addMonths } from '@/lib/domain/rules/day-arithmetic'
import { Prisma } from '@/prisma/generated/client'
import * as codes from './code-groups'

const { sql } = Prisma

/** One condition over `f` for each column: a figure and the list behind it cannot differ. */
export function criteria(on: string, counted: Counted): Partial<Record<Criterion, Prisma.Sql>> {
  return counted === 'use' ? USE : staffCriteria(on)
}

function staffCriteria(on: string): Partial<Record<Criterion, Prisma.Sql>> {
  const age = sql`date_part('year', age(${on}::date, f.born))`
  const retired = sql`(f.born < CASE f.gender WHEN '2' THEN ${bornBefore(on, '2')}::date ELSE ${bornBefore(on, '1')}::date END)`
  const at = (from: number, to: number) => sql`(${age} BETWEEN ${from} AND ${to} AND NOT ${retired})`
  const rank = (word: string) => among(sql`f.rank_code`, codes.rankCodes(word))
  const ranks = RANKS.map(rank)
  const qualification = (word: string) => among(sql`f.qualification`, codes.qualificationCodes(word))
  const classOf = (word: string) => among(sql`f.rank_code`, codes.classCodes(word))
  const theory = highest(sql`f.theory`, THEORIES.map(codes.theoryCodes))
  const state = highest(sql`f.state`, STATES.map(codes.stateCodes))
  const it = highest(sql`f.it`, ['Trung cấp trở lên', 'Chứng chỉ'].map(codes.computingCodes))
  const school = among(sql`f.school`, ['10', '22', '32', '44'])
  return {
    people: sql`TRUE`,
    female: sql`f.gender = '2'`,
    party: sql`f.party`,
    minority: sql`f.ethnicity <> '01'`,
    religion: sql`f.religion NOT IN ('00', '99')`,
    'rank.cvcc': rank('Chuyên viên cao cấp'),
    'rank.cvc': rank('Chuyên viên chính'),
    'rank.cv': rank('Chuyên viên &'),
    'rank.cs': rank('Cán sự'),
    'rank.nv': rank('Nhân viên'),
    'rank.none': none(ranks),
    'class.I': classOf('I'),
    'class.II': classOf('II'),
    'class.III': classOf('III'),
    'class.IV': classOf('IV'),
    'class.V': classOf('V'),
    'class.none': none(['I', 'II', 'III', 'IV', 'V'].map(classOf)),
    'qualification.doctor': qualification('Tiến sĩ'),
    'qualification.master': qualification('Thạc sĩ'),
    'qualification.university': qualification('Đại học'),
    'qualification.college': qualification('Cao đẳng'),
    'qualification.intermediate': qualification('Trung cấp'),
    'qualification.elementary': qualification('Sơ cấp'),
    'qualification.none': none(QUALIFICATIONS.map(qualification)),
    'theory.bachelor': theory(0),
    'theory.advanced': theory(1),
    'theory.intermediate': theory(2),
    'theory.elementary': theory(3),
    'it.intermediate': it(0),
    'it.certificate': it(1),
    'english.university': degree(sql`f.english`),
    'english.certificate': certificate(sql`f.english`),
    'language.university': degree(sql`f.foreign_language`),
    'language.certificate': certificate(sql`f.foreign_language`),
    minorityLanguage: sql`f.minority_language IS NOT NULL`,
    'state.cvcc': state(0),
    'state.cvc': state(1),
    'state.cv': state(2),
    'age.to30': sql`(${age} <= 30 AND NOT ${retired})`,
    'age.to40': at(31, 40),
    'age.to50': at(41, 50),
    'age.to60': at(51, 60),
    'age.women': sql`(f.gender = '2' AND ${at(51, 55)})`,
    'age.men': sql`(f.gender = '1' AND ${at(56, 60)})`,
    'age.retired': retired,
    'age.over60': sql`(${age} > 60 AND NOT ${retired})`,
    'school.secondary': school,
    'school.lower': none([school]),
  }
}

const USE: Partial<Record<Criterion, Prisma.Sql>> = {
  'use.people': sql`TRUE`,
  'use.approved': sql`f.approved`,
  'use.unapproved': sql`NOT f.approved`,
  'use.accepted': sql`f.accepted`,
  'use.refused': sql`f.refused`,
  'use.accounts': sql`f.account`,
  'use.opened': sql`f.opened`,
  'use.closed': sql`f.closed`,
}

const RANKS = ['Chuyên viên cao cấp', 'Chuyên viên chính', 'Chuyên viên &', 'Cán sự', 'Nhân viên']
const QUALIFICATIONS = ['Tiến sĩ', 'Thạc sĩ', 'Đại học', 'Cao đẳng', 'Trung cấp', 'Sơ cấp']
const THEORIES = ['Cử nhân', 'Cao cấp', 'Trung cấp', 'Sơ cấp']
const STATES = ['Chuyên viên cao cấp', 'Chuyên viên chính', 'Chuyên viên &']
const DEGREES = ['DH', 'THS']

const among = (column: Prisma.Sql, list: readonly string[]) => sql`coalesce(${column} = ANY (${[...list]}), FALSE)`
const none = (conditions: readonly Prisma.Sql[]) => sql`NOT (${Prisma.join([...conditions], ' OR ')})`
const holds = (held: Prisma.Sql, list: readonly string[]) => sql`coalesce(${held} && ${[...list]}::text[], FALSE)`

/** Everybody is counted once, at the highest of these levels. */
const highest = (held: Prisma.Sql, levels: readonly (readonly string[])[]) => (level: number) =>
  sql`(${holds(held, levels[level] ?? [])} AND NOT ${holds(held, levels.slice(0, level).flat())})`

const degree = (held: Prisma.Sql) => holds(held, DEGREES)
const certificate = (held: Prisma.Sql) => sql`(${held} IS NOT NULL AND NOT ${degree(held)})`

/** The first day of birth whose bearer has not reached the age of retirement by that day. */
function bornBefore(on: string, gender: string): string {
  // Nobody works fifty years past the youngest age, nor retires before it.
  let month = addMonths(`${on.slice(0, 7)}-01`, -12 * 70)
  const last = addMonths(`${on.slice(0, 7)}-01`, -12 * 50)
  for (; month < last; month = addMonths(month, 1)) {
    const retires = retireOn(month, gender)
    if (retires !== null && retires >= on) return month
  }
  return last
}
