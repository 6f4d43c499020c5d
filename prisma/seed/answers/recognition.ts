import type { SectionAnswers } from '@/lib/catalogue'
import { yearOf } from '../months'
import type { Profile } from '../profile'

export function recognition(profile: Profile): SectionAnswers<'recognition'> {
  const chance = profile.chance('recognition')
  const last = yearOf(profile.today) - 1
  const first = Math.max(last - 4, yearOf(profile.joinedUnitOn) + 1)
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  const rewards = years.map((year, index) => {
    const excellent = chance.happens(25)
    const paper = excellent && chance.happens(60)
    return {
      id: `k${index + 1}`,
      reward_year: year,
      professional_rating: excellent ? '01' : '02',
      emulation_title: excellent ? '46' : '47',
      reward_form: paper ? chance.one(['06', '06', '05']) : null,
      decision_no: `${chance.whole(30, 950)}/QĐ-KT`,
      decision_date: `${year}-12-${chance.whole(10, 28)}`,
      decision_authority: profile.unit.name,
    }
  })
  return { rewards: rewards.length > 0 ? rewards : null, disciplines: disciplines(profile) }
}

function disciplines(profile: Profile): SectionAnswers<'recognition'>['disciplines'] {
  const chance = profile.chance('discipline')
  const { job, unit, joinedUnitOn, today } = profile
  if (job.position !== null || !chance.happens(3)) return null
  const year = Math.max(yearOf(joinedUnitOn) + 1, yearOf(today) - chance.whole(2, 6))
  return [
    {
      id: 'p1',
      kind: 'HANH_CHINH',
      discipline_period: { from: `${year}-04`, to: `${year + 1}-03` },
      discipline_form: '01',
      discipline_reason: 'Vi phạm quy định về thời giờ làm việc',
      discipline_authority: unit.name,
      decision_no: `${chance.whole(10, 90)}/QĐ-KL`,
      decision_date: `${year}-04-05`,
    },
  ]
}
