import { FormRow, rowAria } from './form-row'

export type Choice = { value: string; label: string }

type SelectRowProps = {
  id: string
  no?: string
  label: string
  must?: boolean
  hint?: string
  fault?: string | undefined
  choices: readonly Choice[]
  chosen?: string
  /** First line, where nothing is chosen yet. */
  empty?: string
  onChoice?: (value: string) => void
}

/** One of a short list. */
export function SelectRow({ choices, chosen = '', empty, onChoice, ...row }: SelectRowProps) {
  return (
    <FormRow {...row}>
      <select
        {...rowAria(row.id, row)}
        className="input input--choice"
        name={row.id}
        defaultValue={chosen}
        onChange={onChoice && ((event) => onChoice(event.target.value))}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FormRow>
  )
}
