import 'server-only'
import { AUDIT_LIST } from '@/lib/domain/lists/audit-list-spec'
import { BATCH_LIST } from '@/lib/domain/lists/batch-list-spec'
import { DELIVERY_LIST } from '@/lib/domain/lists/delivery-list-spec'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import { REVIEW_LIST } from '@/lib/domain/lists/review-list-spec'
import { BATCH_COLUMNS, batchList } from '../approvals/batch-list'
import { AUDIT_COLUMNS, auditPage } from '../audit-log'
import { peopleColumns } from '../people/people-columns'
import { peopleList } from '../people/people-list'
import { DELIVERY_COLUMNS, deliveryList } from '../pushes/delivery-list'
import { REVIEW_COLUMNS, reviewList } from '../records/review-list'
import { asWorkbook, type ListExport } from './list-export'

/** Every list that can be taken away as a workbook, by its name in the address. Accounts are none of them (Quy chế, Điều 21.7). */
export const LIST_EXPORTS: Readonly<Record<string, ListExport>> = {
  people: asWorkbook({
    title: 'hồ sơ',
    file: 'ho-so',
    permission: 'unit.read',
    spec: PEOPLE_LIST,
    columns: peopleColumns,
    page: peopleList,
  }),
  audit: asWorkbook({
    title: 'nhật ký',
    file: 'nhat-ky',
    permission: 'audit.read',
    spec: AUDIT_LIST,
    columns: () => AUDIT_COLUMNS,
    page: auditPage,
  }),
  review: asWorkbook({
    title: 'hàng chờ',
    file: 'hang-cho',
    permission: 'record.review',
    spec: REVIEW_LIST,
    columns: () => REVIEW_COLUMNS,
    page: reviewList,
  }),
  batches: asWorkbook({
    title: 'đợt ký',
    file: 'dot-ky',
    permission: 'batch.read',
    spec: BATCH_LIST,
    columns: () => BATCH_COLUMNS,
    page: batchList,
  }),
  deliveries: asWorkbook({
    title: 'bản gửi Bộ',
    file: 'ban-gui-bo',
    permission: 'push.read',
    spec: DELIVERY_LIST,
    columns: () => DELIVERY_COLUMNS,
    page: deliveryList,
  }),
}
