import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { PEOPLE_STAGES, type PeopleStage } from '@/lib/domain/people-stages'
import { type UnitChoice, UnitSelect } from './unit-select'

type PeopleFilterProps = {
  heading: string
  headingId: string
  search: string
  stage: PeopleStage
  units: readonly UnitChoice[]
  unitId: string | null
  own: boolean
}

/** The filter of the list; it lives in the address, so that it needs no script. */
export function PeopleFilter({ heading, headingId, search, stage, units, unitId, own }: PeopleFilterProps) {
  const filtered = search !== '' || stage !== 'people' || unitId !== null
  return (
    <form className="filters" action="/records">
      <h2 id={headingId}>{heading}</h2>
      <span>
        <label htmlFor="people-search">Tên hoặc số CCCD</label>
        <input className="input" id="people-search" name="q" type="search" defaultValue={search} autoComplete="off" />
      </span>
      {units.length > 1 && (
        <span>
          <label htmlFor="people-unit">Đơn vị</label>
          <UnitSelect id="people-unit" name="unit" units={units} chosen={unitId} empty="Tất cả" />
        </span>
      )}
      {own && <input type="hidden" name="own" value="1" />}
      <span>
        <label htmlFor="people-stage">Trạng thái</label>
        <select className="input" id="people-stage" name="stage" defaultValue={stage}>
          {Object.entries(PEOPLE_STAGES).map(([value, words]) => (
            <option key={value} value={value === 'people' ? '' : value}>
              {words}
            </option>
          ))}
        </select>
      </span>
      <Button look="small" type="submit">
        Lọc
      </Button>
      {filtered && <Link href="/records">Bỏ lọc</Link>}
    </form>
  )
}
