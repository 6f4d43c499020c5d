import type { RecordData, SectionAnswers } from '@/lib/catalogue'
import type { Chance } from '../chance'
import { yearOf } from '../months'
import { familyOf, type Gender, nameOf } from '../names'
import type { Profile } from '../profile'

type Relative = NonNullable<RecordData['family']['family']>[number]

/** Both parents always; a spouse, their parents and children of those who married. */
export function family(profile: Profile): SectionAnswers<'family'> {
  const { fullName, gender, dateOfBirth, ethnicity, married, today } = profile
  const chance = profile.chance('family')
  const born = yearOf(dateOfBirth)
  const own = familyOf(fullName)
  const relative = (
    kind: 'OWN' | 'SPOUSE',
    relation: string,
    sex: Gender,
    year: number,
    surname?: string,
  ): Relative => ({
    id: '',
    kind,
    family_relation: relation,
    family_name: nameOf(chance, sex, { ethnicity, ...(surname !== undefined && { family: surname }) }),
    family_birth_year: year,
    family_detail: detail(chance, profile, sex, yearOf(today) - year),
  })
  const relatives = [
    relative('OWN', '03', '1', born - chance.whole(24, 33), own),
    relative('OWN', '04', '2', born - chance.whole(21, 29)),
    ...Array.from({ length: chance.whole(0, 3) }, () => sibling(chance, relative, born, own)),
    ...(married ? marriage(profile, chance, relative, born) : []),
  ]
  return { family: relatives.map((one, index) => ({ ...one, id: `f${index + 1}` })) }

  function marriage(_: Profile, dice: Chance, make: typeof relative, year: number): Relative[] {
    const spouseSex: Gender = gender === '1' ? '2' : '1'
    const spouse = make(
      'OWN',
      gender === '1' ? '05' : '06',
      spouseSex,
      year + (gender === '1' ? 1 : -1) * dice.whole(0, 5),
    )
    const theirs = familyOf(spouse.family_name ?? '')
    const firstChild = Math.max(year, spouse.family_birth_year ?? year) + dice.whole(25, 29)
    const children = [firstChild, firstChild + dice.whole(3, 6)].filter((one) => one < yearOf(today))
    return [
      spouse,
      ...children.map((one) => make('OWN', '07', dice.happens(50) ? '1' : '2', one, gender === '1' ? own : theirs)),
      make('SPOUSE', '03', '1', (spouse.family_birth_year ?? year) - dice.whole(24, 32), theirs),
      make('SPOUSE', '04', '2', (spouse.family_birth_year ?? year) - dice.whole(21, 28)),
    ]
  }
}

function sibling(
  chance: Chance,
  make: (kind: 'OWN', relation: string, sex: Gender, year: number, surname?: string) => Relative,
  born: number,
  own: string,
) {
  const [older, sex] = [chance.happens(50), chance.one<Gender>(['1', '2'])]
  return make('OWN', !older ? '10' : sex === '1' ? '08' : '09', sex, born + (older ? -1 : 1) * chance.whole(2, 7), own)
}

function detail(chance: Chance, { birthplace, home }: Profile, sex: Gender, age: number) {
  const atHome = sex === '2' ? 'Nội trợ' : 'Làm vườn'
  const place = age > 50 ? birthplace.text : home.text
  if (age < 6) return `Còn nhỏ, nơi ở: ${home.text}`
  if (age < 22) return `${age < 18 ? 'Học sinh' : 'Sinh viên'}, nơi ở: ${home.text}`
  if (age > 82) return `Quê quán: ${place}; đã mất`
  const work = chance.one(
    age > 62
      ? ['Làm ruộng', 'Hưu trí', atHome]
      : ['Giáo viên', 'Làm ruộng', 'Buôn bán', 'Công nhân', 'Nhân viên văn phòng', atHome],
  )
  return `Quê quán: ${place}; nghề nghiệp: ${work}; không làm việc cho chế độ cũ, không tiền án, tiền sự`
}
