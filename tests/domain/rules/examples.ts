import type { Lists } from '@/lib/catalogue/code-list'
import {
  degree,
  discipline,
  type Edit,
  insured,
  leads,
  overScale,
  party,
  rank,
  relative,
  reward,
  salaries,
  salaryRank,
  salaryRow,
  served,
  set,
  work,
} from './edits'

export type Example = {
  accepts: Edit
  refuses: Edit
  /** The day of judging, where the law of another day is shown. */
  today?: string
  /** Where the rule looks at lists that were changed. */
  lists?: Lists
}

/** For each rule one value it accepts and one it refuses, on an otherwise sound record of a man born 14/08/1985. */
export const EXAMPLES: Record<string, Example> = {
  'R8-age': {
    accepts: ({ identity }) => set(identity, 'date_of_birth', '2011'),
    refuses: ({ identity }) => set(identity, 'date_of_birth', '1949'),
  },
  'R13-province': {
    accepts: ({ identity }) => set(identity, 'citizen_id', '082085004321'),
    refuses: ({ identity }) => set(identity, 'citizen_id', '099085004321'),
  },
  'R13-century-sex': {
    accepts: ({ identity }) => set(identity, 'citizen_id', '087085004321'),
    refuses: ({ identity }) => set(identity, 'citizen_id', '087185004321'),
  },
  'R13-year': {
    accepts: ({ identity }) => set(identity, 'citizen_id', '087085004321'),
    refuses: ({ identity }) => set(identity, 'citizen_id', '087086004321'),
  },
  'R14-issued': {
    accepts: ({ identity }) => set(identity, 'citizen_id_issued_on', '2012-07-01'),
    refuses: ({ identity }) => set(identity, 'citizen_id_issued_on', '2012-06-30'),
  },
  'R16-same-number': {
    accepts: ({ identity }) => set(identity, 'social_insurance_no', '087085004321'),
    refuses: insured('087085004322'),
  },
  'R17-card': { accepts: insured('8721456789', 'HC4878721456789'), refuses: insured('8721456789', 'HC4878721456780') },
  'R21-past': {
    accepts: ({ affiliation }) => set(affiliation, 'first_recruited_on', '2011-09-01'),
    refuses: ({ affiliation }) => set(affiliation, 'first_sociopolitical_org_joined_on', '2027'),
  },
  'R21-age': {
    accepts: ({ affiliation }) => set(affiliation, 'first_recruited_on', '2000-08-14'),
    refuses: ({ affiliation }) => set(affiliation, 'first_recruited_on', '2000-08-13'),
  },
  'R23-order': {
    accepts: ({ affiliation }) => set(affiliation, 'current_unit_joined_on', '2011-09-01'),
    refuses: ({ affiliation }) => set(affiliation, 'current_unit_joined_on', '2011-08-31'),
  },
  'R23-posting': {
    accepts: ({ affiliation }) => set(affiliation, 'current_unit_joined_on', '2011-09-15'),
    refuses: ({ affiliation }) => set(affiliation, 'current_unit_joined_on', '2012-01-01'),
  },
  'R24-age': { accepts: party('2003-08-14'), refuses: party('2003-08-13') },
  'R25-joined-first': { accepts: party('2014-03-03', '2015-03-03'), refuses: party(null, '2015-03-03') },
  'R25-probation': { accepts: party('2014-03-03', '2015-03-03'), refuses: party('2014-03-03', '2015-03-02') },
  'R28-order': { accepts: served('2007-02', '2007'), refuses: served('2007-02', '2006-12') },
  'R36-order': { accepts: leads('2011-09-01'), refuses: leads('2011-08-31') },
  'R37-order': { accepts: leads('2020-08-15', '2025-08-15'), refuses: leads('2020-08-15', '2020-08-15') },
  'R37-term': { accepts: leads('2021-12-01'), refuses: leads('2021-08-15') },
  'R54-allowance': {
    accepts: leads('2024-01-01', null, 'TP_XA', '0.25'),
    refuses: leads('2024-01-01', null, 'TP_XA', '0.45'),
  },
  'R46-known': {
    accepts: ({ salary }) => set(salary, 'rank_code', '01.003'),
    refuses: ({ salary }) => set(salary, 'rank_code', '77.777'),
  },
  'R46-same': { accepts: rank('01.003', '01.003'), refuses: rank('01.003', '01.002') },
  'R47-order': {
    accepts: ({ salary }) => set(salary, 'rank_appointed_on', '2011-09-01'),
    refuses: ({ salary }) => set(salary, 'rank_appointed_on', '2011-08-31'),
  },
  'R48-step': {
    accepts: ({ salary }) => set(salary, 'salary_step', 9),
    refuses: ({ salary }) => set(salary, 'salary_step', 10),
  },
  'R49-coefficient': {
    accepts: ({ salary }) => set(salary, 'salary_coefficient', '3.33'),
    refuses: ({ salary }) => set(salary, 'salary_coefficient', '3.34'),
  },
  'R50-history': {
    accepts: ({ salary }) => set(salary, 'salary_effective_on', '2024-09-15'),
    refuses: ({ salary }) => set(salary, 'salary_effective_on', '2024-10-01'),
  },
  'R51-percent': {
    accepts: ({ salary }) => set(salary, 'salary_percent', '100'),
    refuses: ({ salary }) => set(salary, 'salary_percent', '85'),
  },
  'R52-least': {
    accepts: ({ salary }) => set(salary, 'over_scale_percent', 0),
    refuses: ({ salary }) => set(salary, 'over_scale_percent', 4),
  },
  'R52-last-step': { accepts: overScale(9, '2024-09-01'), refuses: overScale(4, '2024-09-01') },
  'R53-waiting': { accepts: overScale(9, '2027-09-01'), refuses: overScale(9, '2027-08-31') },
  'R69-past': { accepts: work({ from: '2026-11', to: null }), refuses: work({ from: '2026-12', to: null }) },
  'R69-birth': { accepts: work({ from: '1985', to: null }), refuses: work({ from: '1984', to: null }) },
  'R76-overlap': {
    accepts: work({ from: '2005-09', to: '2011-09' }, { from: '2011-09', to: null }),
    refuses: work({ from: '2005-09', to: '2012-01' }, { from: '2011-09', to: null }),
  },
  'R76-gap': {
    accepts: work({ from: '2005-09', to: '2011-08' }, { from: '2011-09', to: null }),
    refuses: work({ from: '2005-09', to: '2011-05' }, { from: '2011-09', to: null }),
  },
  'R76-open': {
    accepts: work({ from: '2011-09', to: null }),
    refuses: work({ from: '2011-09', to: null }, { from: '2012-09', to: null }),
  },
  'R94-overlap': {
    accepts: salaries({ from: '2021-09', to: '2024-08' }, { from: '2024-09', to: null }),
    refuses: salaries({ from: '2021-09', to: '2025-01' }, { from: '2024-09', to: null }),
  },
  'R94-open': {
    accepts: salaries({ from: '2024-09', to: null }),
    refuses: salaries({ from: '2021-09', to: null }, { from: '2024-09', to: null }),
  },
  'R32-highest': { accepts: degree('03'), refuses: degree('04') },
  'R82-past': { accepts: reward(2026), refuses: reward(2027) },
  'R87-dated': { accepts: discipline('05', '2025-06'), refuses: discipline('05', '2025-07') },
  'R87-category': { accepts: discipline('01', '2025-01'), refuses: discipline('08', '2025-01') },
  'R90-parents': {
    accepts: () => {},
    refuses: ({ family }) => {
      family.family = (family.family ?? []).slice(1)
    },
  },
  'R90-one-each': { accepts: relative('OWN', '11', 1955), refuses: relative('OWN', '03', 1955) },
  'R90-side': { accepts: relative('SPOUSE', '03', 1955), refuses: relative('SPOUSE', '07', 2010) },
  'R92-years': { accepts: relative('OWN', '07', 1997), refuses: relative('OWN', '07', 1996) },
  'R97-scale': {
    accepts: salaries({ from: '2024-09', to: null }),
    refuses: (data) => {
      data.economy.salaryHistory = [
        { ...salaryRow({ from: '2024-09', to: null }, 1), salary_history_coefficient: '3.34' },
      ]
    },
  },
  'R95-known': { accepts: salaryRank('15a.201'), refuses: salaryRank('99.999') },
}
