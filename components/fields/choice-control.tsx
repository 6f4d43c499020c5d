'use client'

import { useRef, useState } from 'react'
import { asOf, type Option, type OptionSource } from '@/lib/domain/option'
import { Combobox } from './combobox'
import { aria, type ControlProps } from './control-props'
import { optionTyped } from './match-options'
import { useOptions } from './use-options'

/** One of a code list: side by side when there are two or three, else a field with a searched list. */
export function ChoiceControl(props: ControlProps<string>) {
  const source = sourceFor(props)
  const few = source !== null && source.from === null && source.options.length <= 3
  return few && props.spec.required === true && props.name === undefined ? (
    <RadioControl {...props} options={source.options} />
  ) : (
    <SearchControl {...props} source={source} />
  )
}

/** The list that goes with the row's kind, or the field's own. */
export const sourceFor = ({ spec, rowKind }: Pick<ControlProps, 'spec' | 'rowKind'>): OptionSource | null =>
  (rowKind === undefined ? undefined : spec.sourceByKind?.[rowKind]) ?? spec.source

/** Entries of the row's kind, and those that belong to every kind. */
export const offeredTo = (options: readonly Option[], rowKind: string | undefined) =>
  rowKind === undefined ? options : options.filter(({ group }) => group === undefined || group === rowKind)

function RadioControl({ id, typed, onTyped, options, ...rest }: ControlProps<string> & { options: readonly Option[] }) {
  const [initial] = useState(typed)
  return (
    <div className="inline-set" role="radiogroup" aria-labelledby={`${id}-label`} {...aria(rest)}>
      {options.map(({ value, label }, index) => (
        <label className="choice" key={value}>
          <input
            type="radio"
            name={id}
            id={index === 0 ? id : undefined}
            defaultChecked={initial === value}
            onChange={() => onTyped(value)}
          />
          {label}
        </label>
      ))}
    </div>
  )
}

function SearchControl({
  spec,
  id,
  typed,
  onTyped,
  rowKind,
  rowDay = null,
  source,
  ...rest
}: ControlProps<string> & { source: OptionSource | null }) {
  const input = useRef<HTMLInputElement>(null)
  const options = useOptions(source)
  const own = offeredTo(options.list, rowKind)
  const offered = rowDay === null ? own : asOf(own, rowDay)
  const [initial] = useState(() => source?.options.find(({ value }) => value === typed)?.label ?? typed)
  const picked = useRef<Option>(undefined)
  return (
    <Combobox
      {...rest}
      id={id}
      listName="Các giá trị phù hợp"
      source={options}
      offered={offered}
      initial={initial}
      input={input}
      narrow={rest.name === undefined && spec.width === 'short'}
      onText={(text) => {
        picked.current = undefined
        onTyped(optionTyped(offered, text)?.value ?? text)
      }}
      onPick={(option) => {
        picked.current = option
        if (input.current) input.current.value = option.label
        onTyped(option.value)
      }}
      onLeave={() => {}}
    />
  )
}
