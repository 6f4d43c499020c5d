import type { FieldSpec } from '@/lib/domain/form-spec'
import type { Typed } from '@/lib/domain/typed'

/**
 * What every control is given. Controls are uncontrolled: `typed` is where they begin, and nothing writes into them
 * while they have the focus, since Vietnamese keyboards (Telex, Unikey) take letters back while a word is typed.
 */
export type ControlProps<T extends Typed = Typed> = {
  spec: FieldSpec
  /** Of the element that takes the focus. */
  id: string
  typed: T
  onTyped: (typed: T) => void
  /** Ids of hint and fault. */
  described: string | undefined
  invalid: boolean
  /** The name, where no label stands beside it: in a cell. */
  name?: string | undefined
  /** Kind of the table row the control stands in. */
  rowKind?: string | undefined
  /** When what the row tells of happened: entries of that time are offered first. */
  rowDay?: string | null
}

/** What says to a screen reader how the control stands. */
export const aria = ({ described, invalid, name }: Pick<ControlProps, 'described' | 'invalid' | 'name'>) => ({
  'aria-describedby': described,
  'aria-invalid': invalid || undefined,
  'aria-label': name,
})
