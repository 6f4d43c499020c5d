'use client'

import { useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { sourceFor } from './choice-control'
import { Combobox } from './combobox'
import type { ControlProps } from './control-props'
import { optionTyped } from './match-options'
import { useOptions } from './use-options'

/** Several of a code list: those chosen as pieces that can be taken off, and a field to find the next. */
export function MultiChoiceControl({ spec, id, typed, onTyped, rowKind, ...rest }: ControlProps<string[]>) {
  const input = useRef<HTMLInputElement>(null)
  const options = useOptions(sourceFor({ spec, rowKind }))
  const [chosen, setChosen] = useState(typed)
  const change = (next: string[]) => {
    setChosen(next)
    onTyped(next)
  }
  const add = (value: string) => {
    if (!chosen.includes(value)) change([...chosen, value])
    if (input.current) input.current.value = ''
  }
  const labelOf = (value: string) => options.list.find((option) => option.value === value)?.label ?? value
  return (
    <>
      {chosen.length > 0 && (
        <ul className="chosen">
          {chosen.map((value) => (
            <li key={value}>
              <button
                type="button"
                className="proof"
                onClick={() => {
                  change(chosen.filter((other) => other !== value))
                  input.current?.focus()
                }}
              >
                {labelOf(value)}
                <Icon name="cross" small />
                <span className="vh"> bỏ giá trị này</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        {...rest}
        id={id}
        listName="Các giá trị phù hợp"
        source={options}
        offered={options.list.filter(({ value }) => !chosen.includes(value))}
        initial=""
        input={input}
        narrow={spec.width === 'short'}
        onText={() => {}}
        onPick={({ value }) => add(value)}
        onLeave={(text) => {
          const option = optionTyped(options.list, text)
          // What no list knows is sent as typed, so that the refusal can name it.
          if (option || text.trim() !== '') add(option?.value ?? text.trim())
        }}
      />
    </>
  )
}
