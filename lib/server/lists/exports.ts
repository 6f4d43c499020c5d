import 'server-only'
import { AUDIT_LIST } from '@/lib/domain/lists/audit-list-spec'
import { BATCH_LIST } from '@/lib/domain/lists/batch-list-spec'
import { DELIVERY_LIST } from '@/lib/domain/lists/delivery-list-spec'
import { EXPORT_LIST } from '@/lib/domain/lists/export-list-spec'
import { MOVEMENT_LIST } from '@/lib/domain/lists/movement-list-spec'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import { RAISE_LIST } from '@/lib/domain/lists/raise-list-spec'
import { REVIEW_LIST } from '@/lib/domain/lists/review-list-spec'
import { SALARY_LIST } from '@/lib/domain/lists/salary-list-spec'
import type { ListName } from '@/lib/domain/lists/specs'
import { STUCK_LIST } from '@/lib/domain/lists/stuck-list-spec'
import { BATCH_COLUMNS, batchList } from '../approvals/batch-list'
import { AUDIT_COLUMNS, auditPage } from '../audit-log'
import { EXPORT_COLUMNS, exportList } from '../exports/export-list'
import { MOVEMENT_COLUMNS, movementList } from '../movements/movement-list'
import { peopleColumns } from '../people/people-columns'
import { peopleList } from '../people/people-list'
import { DELIVERY_COLUMNS, deliveryList } from '../pushes/delivery-list'
import { STUCK_COLUMNS, stuckList } from '../pushes/stuck-list'
import { RAISE_COLUMNS, raiseList } from '../raises/raise-list'
import { REVIEW_COLUMNS, reviewList } from '../records/review-list'
import { SALARY_COLUMNS, salaryList } from '../reports/salary-list'
import { asExport, type ListExport } from './list-export'
import { WHOLE_EXPORTS } from './whole-exports'

export type ExportName = Exclude<ListName, 'accounts'>

/** Every list that can be taken away as a workbook, by its name in the address. Accounts are none of them (Quy chế, Điều 21.7). */
export const LIST_EXPORTS: Readonly<Record<ExportName, ListExport>> = {
  people: asExport({
    title: 'hồ sơ',
    file: 'ho-so',
    permission: 'unit.read',
    spec: PEOPLE_LIST,
    columns: peopleColumns,
    page: peopleList,
  }),
  audit: asExport({
    title: 'nhật ký',
    file: 'nhat-ky',
    permission: 'audit.read',
    spec: AUDIT_LIST,
    columns: () => AUDIT_COLUMNS,
    page: auditPage,
  }),
  review: asExport({
    title: 'hàng chờ',
    file: 'hang-cho',
    permission: 'record.review',
    spec: REVIEW_LIST,
    columns: () => REVIEW_COLUMNS,
    page: reviewList,
  }),
  batches: asExport({
    title: 'đợt ký',
    file: 'dot-ky',
    permission: 'batch.read',
    spec: BATCH_LIST,
    columns: () => BATCH_COLUMNS,
    page: batchList,
  }),
  deliveries: asExport({
    title: 'bản gửi Bộ',
    file: 'ban-gui-bo',
    permission: 'push.read',
    spec: DELIVERY_LIST,
    columns: () => DELIVERY_COLUMNS,
    page: deliveryList,
  }),
  exports: asExport({
    title: 'sổ phát hành',
    file: 'so-phat-hanh',
    permission: 'export.read',
    spec: EXPORT_LIST,
    columns: () => EXPORT_COLUMNS,
    page: exportList,
  }),
  raises: asExport({
    title: 'nâng lương',
    file: 'nang-luong',
    permission: 'raise.read',
    spec: RAISE_LIST,
    columns: () => RAISE_COLUMNS,
    page: raiseList,
  }),
  salaries: asExport({
    title: 'lương theo biểu',
    file: 'danh-sach-tien-luong',
    permission: 'report.salary',
    spec: SALARY_LIST,
    columns: () => SALARY_COLUMNS,
    page: salaryList,
  }),
  movements: asExport({
    title: 'biến động',
    file: 'bien-dong',
    permission: 'movement.read',
    spec: MOVEMENT_LIST,
    columns: () => MOVEMENT_COLUMNS,
    page: movementList,
  }),
  stuck: asExport({
    title: 'đang kẹt',
    file: 'dang-ket',
    permission: 'push.read',
    spec: STUCK_LIST,
    columns: () => STUCK_COLUMNS,
    page: stuckList,
  }),
}

const ALL: Readonly<Record<string, ListExport>> = { ...LIST_EXPORTS, ...WHOLE_EXPORTS }

/** The list of that name; none for any other word of an address. */
export const exportNamed = (name: string): ListExport | null => (Object.hasOwn(ALL, name) ? (ALL[name] ?? null) : null)
