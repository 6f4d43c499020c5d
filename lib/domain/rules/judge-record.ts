import { fieldNamed, flatten } from '@/lib/catalogue'
import { isShown } from '@/lib/catalogue/conditions'
import { shownOnly } from '../shown'
import { AFFILIATION_RULES } from './affiliation-rules'
import { ALLOWANCE_RULES } from './allowance-rules'
import { CODE_LIST_RULES } from './code-list-rules'
import { CONTRACT_RULES } from './contract-rules'
import { IDENTITY_RULES } from './identity-rules'
import { JOB_PAY_RULES } from './job-pay-rules'
import { PERIOD_RULES } from './period-rules'
import { POSITION_RULES } from './position-rules'
import { RECOGNITION_RULES } from './recognition-rules'
import { RELATIVE_RULES } from './relative-rules'
import type { Finding, Place, Rule, RuleContext } from './rule'
import { SALARY_RULES } from './salary-rules'
import { SERVICE_RULES } from './service-rules'
import { TABLE_RULES } from './table-rules'
import { TITLE_RULES } from './title-rules'

/** Every rule across fields, in the order of the form. What one field alone must be stands with its kind. */
export const RULES: readonly Rule[] = [
  ...IDENTITY_RULES,
  ...AFFILIATION_RULES,
  ...CONTRACT_RULES,
  ...TITLE_RULES,
  ...POSITION_RULES,
  ...SALARY_RULES,
  ...JOB_PAY_RULES,
  ...PERIOD_RULES,
  ...SERVICE_RULES,
  ...TABLE_RULES,
  ...RECOGNITION_RULES,
  ...RELATIVE_RULES,
  ...ALLOWANCE_RULES,
  ...CODE_LIST_RULES,
]

const isInForce = (rule: Rule, day: string) => (rule.validFrom ?? '') <= day && day <= (rule.validUntil ?? '9999')

/** What the rules in force on `today` find against this record. A field that is not part of the person's form is not judged. */
export function judgeRecord(asked: RuleContext): Finding[] {
  const context = { ...asked, data: shownOnly(asked.data) }
  const answers = flatten(context.data)
  const isAsked = ({ section, code }: Place) => {
    const field = fieldNamed(section, code)
    return field !== undefined && isShown(field, answers)
  }
  return RULES.filter((rule) => isInForce(rule, context.today)).flatMap(({ id, severity, complaints }) =>
    complaints(context)
      .filter(({ place }) => isAsked(place))
      .map((complaint) => ({ rule: id, severity, ...complaint })),
  )
}

/** A finding's name for the confirmation that is kept: rule and place, not the words. */
export const findingKey = ({ rule, place }: Finding): string =>
  [rule, place.section, place.code, place.row, place.column].filter(Boolean).join('/')
