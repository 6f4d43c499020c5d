import Link from 'next/link'
import { Button } from '@/components/ui/button'

type UnitFilterProps = { heading: string; headingId: string; search: string; on: string | null }

export function UnitFilter({ heading, headingId, search, on }: UnitFilterProps) {
  return (
    <form className="filters" action="/administration/units">
      <h2 id={headingId}>{heading}</h2>
      <span>
        <label htmlFor="unit-search">Tên hoặc mã đơn vị</label>
        <input className="input" id="unit-search" name="q" type="search" defaultValue={search} autoComplete="off" />
      </span>
      {on !== null && <input type="hidden" name="on" value={on} />}
      <Button look="small" type="submit">
        Lọc
      </Button>
      {search !== '' && (
        <Link href={on === null ? '/administration/units' : `/administration/units?on=${on}`}>Bỏ lọc</Link>
      )}
    </form>
  )
}
