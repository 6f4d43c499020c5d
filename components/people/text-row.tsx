import { FormRow, rowAria } from './form-row'

type TextRowProps = {
  id: string
  no?: string
  label: string
  must?: boolean
  hint?: string
  fault?: string | undefined
  /** Says the length of what is written: a day, a number, or a line. */
  width?: 'date' | 'id' | 'line'
  typed?: string
  inputMode?: 'numeric' | 'text'
  /** What stands there when the field is left. */
  onLeave?: (typed: string) => void
}

/** A line to type. Uncontrolled: nothing writes back into a field while somebody types. */
export function TextRow({ width = 'line', typed = '', inputMode = 'text', onLeave, ...row }: TextRowProps) {
  return (
    <FormRow {...row}>
      <input
        {...rowAria(row.id, row)}
        className={width === 'line' ? 'input' : `input input--${width}`}
        name={row.id}
        defaultValue={typed}
        inputMode={inputMode}
        autoComplete="off"
        onBlur={onLeave && ((event) => onLeave(event.target.value))}
      />
    </FormRow>
  )
}
