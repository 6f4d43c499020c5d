'use client'

import { useState } from 'react'
import { FormRow, rowAria } from './form-row'
import { type Choice, SelectRow } from './select-row'
import { TextRow } from './text-row'

type AccountRowsProps = {
  roles: readonly Choice[]
  role: string
  on: boolean
  setOn: (on: boolean) => void
  faults: { role?: string | undefined; reason?: string | undefined }
}

/** An account at once, and a role beside the one over one's own record. */
export function AccountRows({ roles, role, on, setOn, faults }: AccountRowsProps) {
  const [chosen, setChosen] = useState(role)
  return (
    <>
      <FormRow id="account" label="Tài khoản" hint="Tên đăng nhập lấy từ họ tên, mật khẩu dùng một lần in trên phiếu">
        <label className="choice">
          <input
            {...rowAria('account', { hint: 'hint' })}
            type="checkbox"
            defaultChecked={on}
            onChange={(event) => setOn(event.target.checked)}
          />
          Cấp tài khoản ngay
        </label>
      </FormRow>
      {on && (
        <SelectRow
          id="role"
          label="Vai trò tại đơn vị này"
          choices={roles}
          chosen={role}
          empty="Chỉ khai hồ sơ của mình"
          onChoice={setChosen}
          fault={faults.role}
        />
      )}
      {on && chosen !== '' && (
        <TextRow
          id="account.reason"
          label="Căn cứ giao vai trò"
          must
          hint="Số quyết định, công văn phân công"
          fault={faults.reason}
        />
      )}
    </>
  )
}
