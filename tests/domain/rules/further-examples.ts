import { listsWith } from '@/lib/catalogue/code-lists'
import { changedLists } from '@/lib/domain/code-lists/changed-lists'
import {
  allowance,
  contract,
  degree,
  discipline,
  leads,
  overScale,
  rank,
  relative,
  reward,
  salaries,
  set,
  work,
} from './edits'
import type { Example } from './examples'

const spouse = relative('SPOUSE', '03', 1955)
const married = relative('OWN', '05', 1988)

/** Rules of contracts, titles, pay by job position, service, recognition, relatives and allowances. */
export const FURTHER_EXAMPLES: Record<string, Example> = {
  'CL-closed': {
    lists: listsWith(
      changedLists([
        {
          ...{ list: 'dan-toc', basis: 'QĐ 124', code: '01', label: 'Kinh', validFrom: null, validUntil: '2026-10-31' },
          ...{ group: null, note: null, successor: '02', withdrawn: false },
        },
      ]),
    ),
    accepts: ({ identity }) => set(identity, 'ethnicity', '02'),
    refuses: ({ identity }) => set(identity, 'ethnicity', '01'),
  },
  'R12-stated': {
    accepts: ({ identity }) => set(identity, 'religion', '99'),
    refuses: ({ identity }) => set(identity, 'religion', '00'),
  },
  'R18-dated': {
    accepts: ({ identity }) =>
      set(identity, 'current_address', { text: 'Xã Phú Hựu', code: '30244', listValidFrom: '2025-07-01' }),
    refuses: ({ identity }) =>
      set(identity, 'current_address', { text: 'Phường 1, Cao Lãnh', code: '29869', listValidFrom: null }),
  },
  'R21-exact': {
    accepts: ({ affiliation }) => set(affiliation, 'first_recruited_on', '1994-12'),
    refuses: ({ affiliation }) => set(affiliation, 'first_recruited_on', '2011-09'),
  },
  'RHD-category': { accepts: contract('HDLV_KXD', '2024-01'), refuses: contract('HD111_HTPV', '2024-01') },
  'RHD-dated': { accepts: contract('HD111_CMNV', '2026-06'), refuses: contract('HD111_CMNV', '2026-07') },
  'RHD-end': {
    accepts: contract('HDLV_XD', '2024-01', '2027-01-22'),
    refuses: contract('HDLV_XD', '2024-01', '2027-01-21'),
  },
  'R34-years': {
    accepts: ({ qualification }) =>
      Object.assign(qualification, { state_title: ['31', '46'], state_title_years: '2014; 2023' }),
    refuses: ({ qualification }) =>
      Object.assign(qualification, { state_title: ['31', '46'], state_title_years: '2023' }),
  },
  'R36-future': { accepts: leads('2026-11-22'), refuses: leads('2026-11-23') },
  'R38-period': {
    accepts: ({ position }) =>
      Object.assign(position, { planned_position: ['HT_THPT'], planned_position_period: '2025–2030' }),
    refuses: ({ position }) =>
      Object.assign(position, { planned_position: ['HT_THPT'], planned_position_period: '2030-2025' }),
  },
  'R46-former': { accepts: rank('V.07.03.29', 'V.07.03.29'), refuses: rank('V.07.03.08', 'V.07.03.08') },
  'R52-growth': {
    accepts: (data) => {
      overScale(9, '2022-09-01')(data)
      Object.assign(data.salary, { salary_effective_on: '2019-07-01', over_scale_percent: 9 })
    },
    refuses: (data) => {
      overScale(9, '2022-09-01')(data)
      Object.assign(data.salary, { salary_effective_on: '2019-07-01', over_scale_percent: 10 })
    },
  },
  'R54-missing': { accepts: leads('2024-01-01', null, 'TP_XA', '0.25'), refuses: leads('2024-01-01', null, 'TP_XA') },
  'R57-required': {
    accepts: ({ salary }) => set(salary, 'job_position', 'CM067'),
    refuses: () => {},
    today: '2027-07-01',
  },
  'R58-same': {
    accepts: ({ salary }) => Object.assign(salary, { job_position: 'CM067', job_position_code: 'CM067' }),
    refuses: ({ salary }) => Object.assign(salary, { job_position: 'CM067', job_position_code: 'GD-THPT-02' }),
  },
  'R59-empty': { accepts: () => {}, refuses: ({ salary }) => set(salary, 'job_salary_step', 2) },
  'R60-minimum': {
    accepts: ({ agency, salary }) => {
      agency.person_category = 'LAO_DONG_HOP_DONG'
      salary.job_salary_amount = 3_700_000
    },
    refuses: ({ agency, salary }) => {
      agency.person_category = 'LAO_DONG_HOP_DONG'
      salary.job_salary_amount = 3_699_999
    },
  },
  'R75-scale': {
    accepts: (data) => {
      degree('03')(data)
      set(data.training.trainings![0]!, 'training_score', 'IELTS 6,5')
    },
    refuses: (data) => {
      degree('03')(data)
      set(data.training.trainings![0]!, 'training_score', 'IELTS 65')
    },
  },
  'R76-start': { accepts: work({ from: '2011-10', to: null }), refuses: work({ from: '2011-11', to: null }) },
  'R76-end': {
    accepts: work({ from: '2011-09', to: '2015-08' }, { from: '2015-09', to: null }),
    refuses: work({ from: '2011-09', to: '2026-10' }),
  },
  'R77-posting': {
    accepts: ({ work: section }) => set(section.workHistory![0]!, 'work_unit', 'Trường THPT, Sở Giáo dục và Đào tạo'),
    refuses: ({ work: section }) => set(section.workHistory![0]!, 'work_unit', 'Sở Nội vụ'),
  },
  'R82-empty': { accepts: reward(2025, { emulation_title: '47' }), refuses: reward(2025) },
  'R83-dated': {
    accepts: reward(2020, { professional_rating: '03C' }),
    refuses: reward(2021, { professional_rating: '03C' }),
  },
  'R85-decision': {
    accepts: reward(2025, {
      reward_form: '06',
      decision_no: '118/QĐ',
      decision_date: '2025-12-20',
      decision_authority: 'Trường THPT',
    }),
    refuses: reward(2025, { reward_form: '06', decision_no: '118/QĐ' }),
  },
  'R86-length': { accepts: discipline('01', '2025-03', '2026-03'), refuses: discipline('01', '2025-03', '2025-09') },
  'R90-spouse': {
    accepts: (data) => {
      married(data)
      spouse(data)
    },
    refuses: spouse,
  },
  'R90-sex': { accepts: married, refuses: relative('OWN', '06', 1988) },
  'R92-future': { accepts: relative('OWN', '07', 2026), refuses: relative('OWN', '07', 2027) },
  'R101-teachers': {
    accepts: allowance({ allowance_type: '13', allowance_basis: 'PHAN_TRAM', allowance_percent: '15' }),
    refuses: allowance({ allowance_type: '13', allowance_basis: 'PHAN_TRAM', allowance_percent: '16' }),
  },
  'R103-basis': {
    accepts: allowance({ allowance_basis: 'HE_SO', allowance_coefficient: '0.3' }),
    refuses: allowance({ allowance_basis: 'HE_SO', allowance_coefficient: '0.3', allowance_amount: 759_000 }),
  },
}

/** What several rows say together: a second example of rules that look across them. */
export const ACROSS_ROWS: Record<string, Example> = {
  'R94-open': {
    accepts: salaries({ from: '2024-09', to: null }),
    refuses: salaries({ from: '2024-09', to: '2026-01' }),
  },
  'R76-gap': {
    accepts: work(
      { from: '2011-09', to: '2020-01' },
      { from: '2012-01', to: '2012-06' },
      { from: '2020-02', to: null },
    ),
    refuses: work(
      { from: '2011-09', to: '2020-01' },
      { from: '2012-01', to: '2012-06' },
      { from: '2020-06', to: null },
    ),
  },
}
