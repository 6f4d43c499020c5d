import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { type UnitChoice, UnitSelect } from './unit-select'

export const ACCOUNT_STATE_WORDS = {
  any: 'Tất cả',
  none: 'Chưa có tài khoản',
  neverSignedIn: 'Chưa đăng nhập lần nào',
  locked: 'Đang khóa vì gõ sai',
  disabled: 'Đã ngừng',
  withRole: 'Có vai trò',
} as const

type AccountFilterProps = {
  heading: string
  headingId: string
  search: string
  state: keyof typeof ACCOUNT_STATE_WORDS
  units: readonly UnitChoice[]
  unitId: string | null
}

/** The filter of the accounts; it lives in the address, so that it needs no script. */
export function AccountFilter({ heading, headingId, search, state, units, unitId }: AccountFilterProps) {
  return (
    <form className="filters" action="/administration">
      <h2 id={headingId}>{heading}</h2>
      <span>
        <label htmlFor="account-search">Tên, số CCCD, tên đăng nhập</label>
        <input className="input" id="account-search" name="q" type="search" defaultValue={search} autoComplete="off" />
      </span>
      {units.length > 1 && (
        <span>
          <label htmlFor="account-unit">Đơn vị</label>
          <UnitSelect id="account-unit" name="unit" units={units} chosen={unitId} empty="Tất cả" />
        </span>
      )}
      <span>
        <label htmlFor="account-state">Tài khoản</label>
        <select className="input" id="account-state" name="state" defaultValue={state}>
          {Object.entries(ACCOUNT_STATE_WORDS).map(([value, words]) => (
            <option key={value} value={value === 'any' ? '' : value}>
              {words}
            </option>
          ))}
        </select>
      </span>
      <Button look="small" type="submit">
        Lọc
      </Button>
      {(search !== '' || state !== 'any' || unitId !== null) && <Link href="/administration">Bỏ lọc</Link>}
    </form>
  )
}
