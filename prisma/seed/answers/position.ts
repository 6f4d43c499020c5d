import type { SectionAnswers } from '@/lib/catalogue'
import { yearOf, yearsAfter } from '../months'
import type { Profile } from '../profile'

export function position(profile: Profile): SectionAnswers<'position'> {
  const { job, appointedOn, partyJoinedOn, today } = profile
  const chance = profile.chance('position')
  const again = appointedOn && yearsAfter(appointedOn, 5)
  const inParty = partyJoinedOn !== null
  return {
    holds_position: job.position !== null,
    current_position: job.position,
    position_appointed_on: appointedOn,
    position_reappointed_on: again && again < today ? again : null,
    planned_position: PLANNED[job.position ?? ''] ?? null,
    planned_position_period: PLANNED[job.position ?? ''] ? '2025–2030' : null,
    concurrent_position: job.position === 'PCT_UBND_XA' ? ['GD_TTPVHCC_XA'] : null,
    party_position: !inParty ? null : job.position !== null ? (chance.happens(50) ? 'BT_CB' : 'CUV') : 'DV',
    concurrent_party_position: inParty && job.position?.endsWith('UBND_XA') ? ['DUV_XA'] : null,
    main_duty: job.duty,
    work_strength: chance.happens(70) ? chance.one(STRENGTHS[job.category]) : null,
    longest_job: yearOf(today) - yearOf(profile.recruitedOn) > 4 ? job.title : null,
  }
}

const PLANNED: Record<string, string[]> = {
  PGD_SO: ['GD_SO'],
  TP_SO: ['PGD_SO'],
  PTP_SO: ['TP_SO'],
  TTCM: ['PHT_THPT'],
  PHT_THPT: ['HT_THPT'],
  PCT_UBND_XA: ['CT_UBND_XA'],
  TK: ['PGD_DVSN'],
  PCCT: ['CCT'],
}

const STRENGTHS = {
  CAN_BO: ['Điều hành, phối hợp', 'Vận động quần chúng'],
  CONG_CHUC: [
    'Soạn thảo văn bản',
    'Tổng hợp, phân tích số liệu',
    'Công nghệ thông tin',
    'Nghiên cứu văn bản pháp luật',
  ],
  VIEN_CHUC: ['Chuyên môn nghiệp vụ', 'Ứng dụng công nghệ thông tin', 'Hoạt động phong trào', 'Nghiên cứu khoa học'],
  NGUOI_LAM_VIEC_HOI: ['Vận động quần chúng', 'Tổ chức phong trào'],
  LAO_DONG_HOP_DONG: ['Kỹ thuật, sửa chữa', 'Chăm sóc cây cảnh'],
} as const
