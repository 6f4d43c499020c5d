import type { RecordData, SectionAnswers } from '@/lib/catalogue'
import { yearOf } from '../months'
import type { Profile } from '../profile'
import { furtherSchool, schoolOf } from './schools'
import { studyYears } from './work'

type Course = NonNullable<RecordData['training']['trainings']>[number]

export function training(profile: Profile): SectionAnswers<'training'> {
  const courses = [...degrees(profile), ...theory(profile), ...profession(profile), ...skills(profile)]
  return {
    trainings: courses.length === 0 ? null : courses.map((course, index) => ({ ...course, id: `t${index + 1}` })),
  }
}

const EMPTY = {
  id: '',
  training_major: null,
  training_mode: null,
  training_language: null,
  training_score: null,
  credential_no: null,
  issued_on: null,
} as const

const HIGHER = new Set(['02', '03', '11', '12'])

function degrees(profile: Profile): Course[] {
  const { job, graduatedMonth } = profile
  if (job.degree === '9999') return []
  const first = HIGHER.has(job.degree) ? '04' : job.degree
  const year = yearOf(graduatedMonth)
  const chance = profile.chance('degrees')
  const course = (
    kind: string,
    from: number,
    to: number,
    credential: string,
    school: string,
    mode: string,
  ): Course => ({
    ...EMPTY,
    kind,
    training_period: { from: `${from}-09`, to: `${to}-07` },
    training_institution: school,
    training_major: job.major,
    training_mode: mode,
    training_credential: credential,
    credential_no: `${chance.one(['A', 'B', 'C', 'QC'])}${chance.digits(6)}`,
    issued_on: `${to}-08-${chance.whole(10, 28)}`,
  })
  const list = [course('CHUYEN_MON', year - studyYears(first), year, first, schoolOf(profile), '00')]
  if (HIGHER.has(job.degree)) {
    const from = Math.min(year + chance.whole(5, 9), yearOf(profile.today) - 4)
    list.push(course('CHUYEN_MON', from, from + 2, job.degree, furtherSchool(profile), chance.one(['00', 'VHVL'])))
  }
  return list
}

function theory(profile: Profile): Course[] {
  const { job, partyJoinedOn, managed, today } = profile
  if (partyJoinedOn === null) return []
  const level = managed ? '09' : job.position !== null ? '07' : '08'
  const from = Math.min(yearOf(partyJoinedOn) + 2, yearOf(today) - 2)
  return [
    {
      ...EMPTY,
      kind: 'LY_LUAN_CHINH_TRI',
      training_period:
        level === '08' ? { from: `${from}-03`, to: `${from}-03` } : { from: `${from}-03`, to: `${from + 1}-03` },
      training_institution: level === '09' ? 'Học viện Chính trị khu vực IV' : 'Trường Chính trị tỉnh Đồng Tháp',
      training_mode: level === '08' ? 'TT' : 'KTT',
      training_credential: level,
    },
  ]
}

function profession({ job, recruitedOn, today, pay }: Profile): Course[] {
  const year = Math.min(yearOf(recruitedOn) + 3, yearOf(today) - 1)
  const rank = pay?.now.rank ?? ''
  const credential =
    rank === '01.003'
      ? 'QLNN_CV'
      : rank === '01.002'
        ? 'QLNN_CVC'
        : rank === '01.001'
          ? 'QLNN_CVCC'
          : rank.startsWith('V.07')
            ? 'CDNN_CHUNG'
            : null
  if (credential === null) return []
  const course = (from: string, to: string, school: string, what: string): Course => ({
    ...EMPTY,
    kind: 'QLNN_CDNN_NGHIEP_VU',
    training_period: { from, to },
    training_institution: school,
    training_credential: what,
  })
  const list = [
    course(
      `${year}-05`,
      `${year}-07`,
      credential === 'CDNN_CHUNG' ? 'Trường Đại học Đồng Tháp' : 'Trường Chính trị tỉnh Đồng Tháp',
      credential,
    ),
  ]
  if (job.position !== null && job.category !== 'VIEN_CHUC')
    list.push(
      course(
        `${yearOf(today) - 3}-08`,
        `${yearOf(today) - 3}-09`,
        'Học viện Hành chính Quốc gia',
        job.position.endsWith('_XA') ? 'LD_XA' : 'LD_PHONG',
      ),
    )
  return list
}

function skills(profile: Profile): Course[] {
  const { job, ethnicity, today } = profile
  if (job.ranks.length === 0) return []
  const chance = profile.chance('skills')
  const year = yearOf(today) - chance.whole(3, 8)
  const course = (
    kind: string,
    months: number,
    school: string,
    credential: string,
    language: string | null = null,
  ): Course => ({
    ...EMPTY,
    kind,
    training_period: { from: `${year}-03`, to: `${year}-0${3 + months}` },
    training_institution: school,
    training_credential: credential,
    training_language: language,
    training_score: language === '01' && chance.happens(40) ? `${chance.whole(5, 8)},${chance.one(['0', '5'])}` : null,
  })
  const list = [course('TIN_HOC', 3, 'Trường Đại học Đồng Tháp', chance.one(['UDCB', 'UDCB', 'UDNC', 'B']))]
  if (chance.happens(80))
    list.push(
      course('NGOAI_NGU_TIENG_DAN_TOC', 4, 'Trường Đại học Cần Thơ', chance.one(['BAC2', 'BAC3', 'CC_B']), '01'),
    )
  if (ethnicity === '05') list.push(course('NGOAI_NGU_TIENG_DAN_TOC', 3, 'Trường Đại học Trà Vinh', 'DT', 'KHMER'))
  if (chance.happens(60))
    list.push(
      course(
        'AN_NINH_QUOC_PHONG',
        0,
        'Trường Quân sự tỉnh Đồng Tháp',
        profile.managed ? 'DT2' : job.position !== null ? 'DT3' : 'DT4',
      ),
    )
  return list
}
