import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { DELIVERY_STATES, DELIVERY_WORDS } from '@/lib/domain/delivery-words'
import type { DeliveryState } from '@/lib/domain/push'

type Props = {
  heading: string
  headingId: string
  state: DeliveryState | null
  units: { id: string; name: string }[]
  unit: string | null
  filtered: boolean
}

/** The filter of the list; it lives in the address, so that it needs no script. */
export function DeliveryFilter({ heading, headingId, state, units, unit, filtered }: Props) {
  return (
    <form className="filters" action="/pushes">
      <h2 id={headingId}>{heading}</h2>
      <span className="max-w-full">
        <label className="nowrap" htmlFor="push-state">
          Trạng thái
        </label>
        <select className="input min-w-0" id="push-state" name="state" defaultValue={state ?? ''}>
          <option value="">Tất cả</option>
          {DELIVERY_STATES.map((one) => (
            <option key={one} value={one}>
              {DELIVERY_WORDS[one].word}
            </option>
          ))}
        </select>
      </span>
      {units.length > 1 && (
        <span className="max-w-full">
          <label className="nowrap" htmlFor="push-unit">
            Đơn vị
          </label>
          <select className="input min-w-0" id="push-unit" name="unit" defaultValue={unit ?? ''}>
            <option value="">Tất cả</option>
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </span>
      )}
      <Button look="small" type="submit">
        Lọc
      </Button>
      {filtered && <Link href="/pushes">Bỏ lọc</Link>}
    </form>
  )
}
