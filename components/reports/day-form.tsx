import { Button } from '@/components/ui/button'
import { sayDay } from '@/lib/domain/calendar'

type DayFormProps = { path: string; on: string; unitId: string | null }

/** The day a report is of. It lives in the address, so that it needs no script. */
export function DayForm({ path, on, unitId }: DayFormProps) {
  return (
    <form className="filters list-filter" action={path}>
      <span>
        <label htmlFor="report-on">Số liệu đến hết ngày</label>
        <input
          className="input input--day"
          id="report-on"
          name="on"
          defaultValue={sayDay(on)}
          inputMode="numeric"
          autoComplete="off"
        />
      </span>
      {unitId !== null && <input type="hidden" name="unit" value={unitId} />}
      <Button look="small" type="submit">
        Xem
      </Button>
    </form>
  )
}
