import { ACCOUNT_LIST } from './account-list-spec'
import { AUDIT_LIST } from './audit-list-spec'
import { BATCH_LIST } from './batch-list-spec'
import { DELIVERY_LIST } from './delivery-list-spec'
import { EXPORT_LIST } from './export-list-spec'
import type { ListSpec } from './list-spec'
import { MOVEMENT_LIST } from './movement-list-spec'
import { PEOPLE_LIST } from './people-list-spec'
import { RAISE_LIST } from './raise-list-spec'
import { REVIEW_LIST } from './review-list-spec'
import { SALARY_LIST } from './salary-list-spec'
import { STUCK_LIST } from './stuck-list-spec'

/** Every list that views of it can be saved of, by name. */
export const LIST_SPECS = {
  people: PEOPLE_LIST as ListSpec<string, string>,
  accounts: ACCOUNT_LIST as ListSpec<string, string>,
  audit: AUDIT_LIST as ListSpec<string, string>,
  review: REVIEW_LIST as ListSpec<string, string>,
  batches: BATCH_LIST as ListSpec<string, string>,
  deliveries: DELIVERY_LIST as ListSpec<string, string>,
  exports: EXPORT_LIST as ListSpec<string, string>,
  movements: MOVEMENT_LIST as ListSpec<string, string>,
  raises: RAISE_LIST as ListSpec<string, string>,
  salaries: SALARY_LIST as ListSpec<string, string>,
  stuck: STUCK_LIST as ListSpec<string, string>,
} as const

export type ListName = keyof typeof LIST_SPECS
export const LIST_NAMES = Object.keys(LIST_SPECS) as ListName[]
