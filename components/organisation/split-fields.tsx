'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Operation } from '@/lib/domain/organisation/operation'
import type { FieldErrors } from '@/lib/domain/refusal'
import { IntoFields } from './into-fields'
import { NO_UNIT } from './no-unit'
import type { UnitChoice } from './unit-fields'

export type SplitUnit = {
  people: readonly { id: string; name: string }[]
  units: readonly { id: string; name: string }[]
}

type SplitFieldsProps = {
  start: Extract<Operation, { kind: 'split' }>
  of: SplitUnit
  units: readonly UnitChoice[]
  day: string
  fields: FieldErrors
  changed: () => void
}

/** Into which units, and who goes where. Whoever is sent nowhere stays, where the unit stays. */
export function SplitFields({ start, of, units, day, fields, changed }: SplitFieldsProps) {
  const [shares, setShares] = useState(() => (start.shares.length > 0 ? start.shares.map((_, at) => at) : [0]))
  const began = (kind: 'personIds' | 'unitIds', id: string) => {
    const at = start.shares.findIndex((share) => share[kind].includes(id))
    return at < 0 ? '' : String(at)
  }
  return (
    <>
      {shares.map((share, at) => (
        <div key={share}>
          <input type="hidden" name="share" value={share} />
          <IntoFields
            prefix={`shares.${share}.into`}
            legend={`Nơi nhận ${at + 1}`}
            start={start.shares[share]?.into ?? { unitId: '' }}
            empty={NO_UNIT}
            units={units.filter(({ id }) => id !== start.unitId)}
            day={day}
            fields={fields}
          />
        </div>
      ))}
      <p className="acts form-end">
        <Button look="small" icon="plus" onClick={() => setShares([...shares, Math.max(...shares) + 1])}>
          Thêm nơi nhận
        </Button>
        {shares.length > 1 && (
          <Button
            look="small"
            onClick={() => {
              setShares(shares.slice(0, -1))
              changed()
            }}
          >
            Bỏ nơi nhận {shares.length}
          </Button>
        )}
        <label className="choice">
          <input type="checkbox" name="closes" value="yes" defaultChecked={start.closes} />
          Đơn vị được chia kết thúc
        </label>
      </p>
      <Placing title="Người" kind="person" rows={of.people} shares={shares} began={(id) => began('personIds', id)} />
      <Placing
        title="Đơn vị trực thuộc"
        kind="unit"
        rows={of.units}
        shares={shares}
        began={(id) => began('unitIds', id)}
      />
    </>
  )
}

type PlacingProps = {
  title: string
  kind: 'person' | 'unit'
  rows: readonly { id: string; name: string }[]
  shares: readonly number[]
  began: (id: string) => string
}

function Placing({ title, kind, rows, shares, began }: PlacingProps) {
  if (rows.length === 0) return null
  return (
    <fieldset className="into">
      <legend>{`${title} đi đâu (${rows.length})`}</legend>
      <ul className="placing">
        {rows.map(({ id, name }) => (
          <li key={id}>
            <label htmlFor={`${kind}.${id}`}>{name}</label>
            <select className="input" id={`${kind}.${id}`} name={`${kind}.${id}`} defaultValue={began(id)}>
              <option value="">Ở lại</option>
              {shares.map((share, at) => (
                <option key={share} value={share}>{`Nơi nhận ${at + 1}`}</option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
