import type { SectionAnswers } from '@/lib/catalogue'
import type { Profile } from '../profile'

export function health(profile: Profile): SectionAnswers<'health'> {
  const chance = profile.chance('health')
  const tall = profile.gender === '1' ? chance.whole(160, 178) : chance.whole(150, 166)
  return {
    health_status: chance.one(['I', 'II', 'II', 'II', 'III']),
    height_cm: tall,
    weight_kg: `${tall - 100 - chance.whole(0, 9)}${chance.happens(40) ? '.5' : ''}`,
    blood_type: chance.one(['O', 'O', 'B', 'B', 'A', 'AB', 'O+', 'B+', 'A+']),
  }
}
