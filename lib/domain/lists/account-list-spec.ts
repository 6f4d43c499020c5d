import { aUnit, type ListAsk, oneOf, type Sort } from './list-spec'

/** What can be asked of an account, and the words for it. */
export const ACCOUNT_STATES = {
  none: 'Chưa có tài khoản',
  neverSignedIn: 'Chưa đăng nhập lần nào',
  locked: 'Đang khóa vì gõ sai',
  disabled: 'Đã ngừng',
  withRole: 'Có vai trò',
} as const
export type AccountState = keyof typeof ACCOUNT_STATES

/** People and their accounts. */
export const ACCOUNT_LIST = {
  path: '/administration',
  sorts: ['name', 'unit', 'username', 'lastSignIn'] as const,
  sort: { by: 'name', down: false } as Sort<'name'>,
  filters: {
    unit: aUnit,
    state: oneOf(Object.keys(ACCOUNT_STATES)),
  },
} as const

export type AccountSort = (typeof ACCOUNT_LIST.sorts)[number]
export type AccountAsk = ListAsk<AccountSort, keyof typeof ACCOUNT_LIST.filters>
