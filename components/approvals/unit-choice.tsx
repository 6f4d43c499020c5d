import { Button } from '@/components/ui/button'

/** Whose month is shown, for those who work for several units. */
export function UnitChoice({ units, chosen }: { units: { id: string; name: string }[]; chosen: string | null }) {
  return (
    <form className="inline-set" action="/approvals">
      <label htmlFor="unit">Đơn vị</label>
      <select className="input" id="unit" name="unit" defaultValue={chosen ?? undefined}>
        {units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Button look="small" type="submit">
        Xem
      </Button>
    </form>
  )
}
