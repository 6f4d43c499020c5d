import type { SectionAnswers } from '@/lib/catalogue'
import { yearOf } from '../months'
import type { Profile } from '../profile'

export function background(profile: Profile): SectionAnswers<'background'> {
  const chance = profile.chance('background')
  const abroad = chance.happens(4)
  const since = yearOf(profile.today) - chance.whole(4, 12)
  return {
    lived_under_old_regime: false,
    has_foreign_relations: abroad,
    arrest_history: 'Không',
    specialHistory: abroad
      ? [
          {
            id: 'h1',
            kind: 'FOREIGN_ORG',
            special_history_period: { from: String(since), to: null },
            special_history_detail: `Có ${chance.one(['cô ruột', 'chú ruột', 'dì ruột'])} định cư tại ${chance.one(['Hoa Kỳ', 'Úc', 'Canada', 'Pháp'])}, thăm hỏi trong gia đình, không có quan hệ công việc`,
          },
        ]
      : null,
  }
}
