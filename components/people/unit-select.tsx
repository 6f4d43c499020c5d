export type UnitChoice = { id: string; name: string; depth: number }

/** A unit of those in reach, indented as it stands in the tree. */
export function UnitSelect({
  units,
  chosen,
  id,
  name,
  empty,
  invalid,
}: {
  units: readonly UnitChoice[]
  chosen: string | null
  id: string
  name: string
  /** Word for none; left out where one must be chosen. */
  empty?: string | undefined
  /** Id of the sentence that says what is wrong. */
  invalid?: string | undefined
}) {
  return (
    <select
      className="input"
      id={id}
      name={name}
      defaultValue={chosen ?? ''}
      aria-invalid={invalid ? true : undefined}
      aria-describedby={invalid}
    >
      {empty !== undefined && <option value="">{empty}</option>}
      {units.map((unit) => (
        <option key={unit.id} value={unit.id}>
          {'\u00a0\u00a0'.repeat(unit.depth)}
          {unit.name}
        </option>
      ))}
    </select>
  )
}
