import Link from 'next/link'
import { Button } from '@/components/ui/button'

type UnitFilterProps = { heading: string; headingId: string; search: string }

export function UnitFilter({ heading, headingId, search }: UnitFilterProps) {
  return (
    <form className="filters" action="/administration/units">
      <h2 id={headingId}>{heading}</h2>
      <span>
        <label htmlFor="unit-search">Tên hoặc mã đơn vị</label>
        <input className="input" id="unit-search" name="q" type="search" defaultValue={search} autoComplete="off" />
      </span>
      <Button look="small" type="submit">
        Lọc
      </Button>
      {search !== '' && <Link href="/administration/units">Bỏ lọc</Link>}
    </form>
  )
}
