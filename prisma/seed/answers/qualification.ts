import type { SectionAnswers } from '@/lib/catalogue'
import type { Profile } from '../profile'

export function qualification(profile: Profile): SectionAnswers<'qualification'> {
  const { degree, title } = profile.job
  const chance = profile.chance('qualification')
  const honoured =
    title === 'Hiệu trưởng' && chance.happens(25) ? ['31'] : title === 'Bác sĩ' && chance.happens(5) ? ['33'] : null
  return {
    general_education_level: degree === '9999' && chance.happens(50) ? '44' : '22',
    highest_qualification: degree,
    academic_title: title === 'Hiệu trưởng' && degree === '02' ? '02' : null,
    state_title: honoured,
    state_title_years: honoured ? '2023' : null,
  }
}
