import type { SectionAnswers } from '@/lib/catalogue'
import { inSuccession, monthOf, monthsAfter, yearOf } from '../months'
import type { Profile } from '../profile'
import { schoolOf } from './schools'

type Span = { from: string; unit: string; post: string; decision: boolean }

/** From the end of school until now, without a gap. */
export function work(profile: Profile): SectionAnswers<'work'> {
  const chance = profile.chance('work')
  return {
    workHistory: inSuccession(spans(profile)).map(({ from, to, unit, post, decision }, index) => ({
      id: `w${index + 1}`,
      work_period: { from, to },
      work_unit: unit,
      work_position: post,
      decision_no: decision ? `${chance.whole(20, 900)}/QĐ` : null,
      decision_date: decision ? `${from}-01` : null,
    })),
  }
}

function spans(profile: Profile): Span[] {
  const { unit, job, recruitedOn, joinedUnitOn, appointedOn, graduatedMonth, served } = profile
  const [recruited, joined] = [monthOf(recruitedOn), monthOf(joinedUnitOn)]
  const home = 'Địa phương nơi cư trú'
  const schooled = job.degree !== '9999'
  const left: Span[] = schooled
    ? [
        {
          from: `${yearOf(graduatedMonth) - studyYears(job.degree)}-09`,
          unit: schoolOf(profile),
          post: 'Sinh viên',
          decision: false,
        },
        { from: monthsAfter(graduatedMonth, 1), unit: home, post: 'Chờ việc', decision: false },
      ]
    : [{ from: served?.to ?? graduatedMonth, unit: home, post: 'Lao động tự do', decision: false }]
  const before = left.filter(({ from }) => from < recruited)
  const began: Span[] =
    joined > recruited
      ? [
          {
            from: recruited,
            unit: formerUnit(profile),
            post: job.ranks.length > 0 ? beginner(profile) : job.title,
            decision: true,
          },
        ]
      : []
  const appointed = appointedOn === null ? null : monthOf(appointedOn)
  const here: Span[] =
    appointed !== null && appointed > joined
      ? [
          { from: joined, unit: unit.name, post: beginner(profile), decision: true },
          { from: appointed, unit: unit.name, post: job.title, decision: true },
        ]
      : [{ from: joined, unit: unit.name, post: job.title, decision: true }]
  return [...before, ...began, ...here]
}

export const studyYears = (degree: string) => (degree === '07' ? 2 : degree === '06' ? 3 : 4)

const beginner = ({ unit }: Profile) =>
  ({
    highSchool: 'Giáo viên',
    middleSchool: 'Giáo viên',
    primary: 'Giáo viên',
    kindergarten: 'Giáo viên',
    college: 'Giảng viên',
    hospital: 'Viên chức y tế',
  })[unit.staff as string] ?? 'Chuyên viên'

function formerUnit(profile: Profile) {
  const chance = profile.chance('former unit')
  return chance.one(FORMER[profile.unit.staff] ?? OFFICES)
}

const OFFICES = [
  'Phòng Nội vụ huyện Cao Lãnh',
  'Ủy ban nhân dân huyện Thanh Bình',
  'Văn phòng HĐND và UBND huyện Lấp Vò',
  'Phòng Kinh tế thành phố Sa Đéc',
  'Ủy ban nhân dân xã Mỹ Thọ, huyện Cao Lãnh',
]
const FORMER: Record<string, string[]> = {
  highSchool: ['Trường THPT Tràm Chim', 'Trường THPT Lấp Vò 1', 'Trường THPT Hồng Ngự 2'],
  middleSchool: ['Trường THCS Trường Xuân', 'Trường THCS Đốc Binh Kiều'],
  primary: ['Trường Tiểu học Mỹ Trà', 'Trường Tiểu học Tịnh Thới'],
  kindergarten: ['Trường Mầm non Trường Xuân', 'Trường Mầm non Mỹ Quý'],
  hospital: ['Trung tâm Y tế huyện Lai Vung', 'Trung tâm Y tế huyện Châu Thành', 'Bệnh viện Đa khoa khu vực Hồng Ngự'],
  college: ['Trường Trung cấp nghề Hồng Ngự', 'Trường Trung cấp Nông dân'],
}
