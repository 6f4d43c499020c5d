'use client'

import { useRef, useState } from 'react'
import type { TypedRange } from '@/lib/domain/typed'
import { aria, type ControlProps } from './control-props'

/** From – to, each as far as the paper knows it; “nay” means until now. */
export function RangeControl({ id, typed, onTyped, described, invalid }: ControlProps<TypedRange>) {
  const [initial] = useState(typed)
  const current = useRef(initial)
  const say = (part: 'from' | 'to', text: string) => {
    current.current = { ...current.current, [part]: text }
    onTyped(current.current)
  }
  const both = aria({ described, invalid, name: undefined })
  return (
    <fieldset className="inline-set" aria-labelledby={`${id}-label`}>
      <label className="range-part" htmlFor={id}>
        Từ
        <input
          className="input input--date"
          id={id}
          defaultValue={initial.from}
          autoComplete="off"
          onChange={(event) => say('from', event.currentTarget.value)}
          {...both}
        />
      </label>
      <label className="range-part" htmlFor={`${id}-to`}>
        Đến
        <input
          className="input input--date"
          id={`${id}-to`}
          defaultValue={initial.to}
          autoComplete="off"
          onChange={(event) => say('to', event.currentTarget.value)}
          {...both}
        />
      </label>
    </fieldset>
  )
}
