import type { z } from 'zod'
import { dayOf } from '@/lib/domain/calendar'
import { type AddApproverRule, addApproverRule } from '@/lib/server/approvals/approver-rules'
import { transact } from '@/lib/server/call'
import { asks, FOUNDER } from './roster'

type Rule = Pick<z.output<typeof AddApproverRule>, 'rank' | 'unitTypes' | 'categories' | 'basis'>

/** What Điều 11 leaves open and the demo province has decided: its Hội, and who works beside the province's leaders. */
const RULES: Rule[] = [
  { rank: 80, unitTypes: ['HOI_TINH'], categories: [], basis: '1250/QĐ-UBND ngày 20/08/2026 (trình diễn)' },
  {
    rank: 81,
    unitTypes: ['UBND_TINH'],
    categories: ['CONG_CHUC', 'LAO_DONG_HOP_DONG'],
    basis: '1250/QĐ-UBND ngày 20/08/2026 (trình diễn)',
  },
]

export const nameApprovers = (at: Date) =>
  transact(async (tx) => {
    for (const rule of RULES) {
      const always = { managed: 'either', ownRecord: false, place: 'ownUnit', unitId: '', until: '' } as const
      await addApproverRule(asks(tx, FOUNDER, at, { ...rule, ...always, from: dayOf(at) }))
    }
  })
