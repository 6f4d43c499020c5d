'use client'

import { useId } from 'react'

export type RoleChoice = {
  value: string
  /** "Cán bộ hồ sơ · Trường THPT Bình Hàng" */
  label: string
}

type RoleSelectProps = { choices: RoleChoice[]; chosen: string; choose: (form: FormData) => Promise<void> }

/** Unit and role in the top bar, one step to change. What is chosen is all one may do until another is. */
export function RoleSelect({ choices, chosen, choose }: RoleSelectProps) {
  const id = useId()
  return (
    <form className="role" action={choose}>
      <label className="vh" htmlFor={id}>
        Vai trò đang dùng
      </label>
      <select
        id={id}
        name="role"
        key={chosen}
        defaultValue={chosen}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </form>
  )
}
