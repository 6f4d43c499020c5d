import { Button } from '@/components/ui/button'
import { sayDay } from '@/lib/domain/calendar'

/** Asks for a day; the answer is the record as it was approved by then. */
export function PastDayForm({ recordId, on }: { recordId: string; on: string | null }) {
  return (
    <form className="cv-choice" action={`/records/${recordId}/past`}>
      <label htmlFor="on">Hồ sơ như đã duyệt đến ngày</label>
      <input
        className="input"
        id="on"
        name="on"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={on === null ? '' : sayDay(on)}
      />
      <Button look="small" type="submit">
        Xem
      </Button>
    </form>
  )
}
