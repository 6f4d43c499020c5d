'use client'

import { useRef } from 'react'
import { sourceFor } from './choice-control'
import { Combobox } from './combobox'
import type { ControlProps } from './control-props'
import { useOptions } from './use-options'

/** A code that may be typed freely; the list helps to find it by its words. */
export function SuggestControl({ spec, id, typed, onTyped, rowKind, ...rest }: ControlProps<string>) {
  const input = useRef<HTMLInputElement>(null)
  const options = useOptions(sourceFor({ spec, rowKind }))
  return (
    <Combobox
      {...rest}
      id={id}
      listName="Các giá trị phù hợp"
      source={options}
      initial={typed}
      input={input}
      free
      narrow={rest.name === undefined && spec.width !== 'full'}
      onText={onTyped}
      onPick={({ code }) => {
        if (input.current) input.current.value = code
        onTyped(code)
      }}
      onLeave={() => {}}
    />
  )
}
