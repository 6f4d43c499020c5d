'use server'

import { action } from '@/lib/server/action'
import {
  AddApproverRule,
  addApproverRule,
  EndApproverRule,
  endApproverRule,
} from '@/lib/server/approvals/approver-rules'
import { ReopenMonth, reopenMonth } from '@/lib/server/approvals/month-openings'

const HERE = () => ['/administration/approvers', '/approvals']

export const addRule = action(AddApproverRule, addApproverRule, HERE)
export const endRule = action(EndApproverRule, endApproverRule, HERE)
export const reopen = action(ReopenMonth, reopenMonth, HERE)
