import 'server-only'
import { ACCOUNT_LIST } from '@/lib/domain/lists/account-list-spec'
import { AUDIT_LIST } from '@/lib/domain/lists/audit-list-spec'
import { PEOPLE_LIST } from '@/lib/domain/lists/people-list-spec'
import { AUDIT_COLUMNS, auditPage } from '../audit-log'
import { ACCOUNT_COLUMNS, accountList } from '../people/account-list'
import { peopleColumns } from '../people/people-columns'
import { peopleList } from '../people/people-list'
import { asWorkbook, type ListExport } from './list-export'

/** Every list that can be taken away as a workbook, by its name in the address. */
export const LIST_EXPORTS: Readonly<Record<string, ListExport>> = {
  people: asWorkbook({
    title: 'hồ sơ',
    file: 'ho-so',
    permission: 'unit.read',
    spec: PEOPLE_LIST,
    columns: peopleColumns,
    page: peopleList,
  }),
  accounts: asWorkbook({
    title: 'tài khoản',
    file: 'tai-khoan',
    permission: 'account.manage',
    spec: ACCOUNT_LIST,
    columns: () => ACCOUNT_COLUMNS,
    page: accountList,
  }),
  audit: asWorkbook({
    title: 'nhật ký',
    file: 'nhat-ky',
    permission: 'audit.read',
    spec: AUDIT_LIST,
    columns: () => AUDIT_COLUMNS,
    page: auditPage,
  }),
}
