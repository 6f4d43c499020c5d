'use client'

import { useEffect, useRef } from 'react'
import type { Option } from '@/lib/domain/option'
import { markMatches } from './match-options'

type OptionListProps = {
  id: string
  name: string
  query: string
  options: Option[]
  active: number
  pick: (option: Option) => void
}

/** The open list: label with the matched part underlined, code at the right, what the label leaves out below. */
export function OptionList({ id, name, query, options, active, pick }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const target = list.current?.children[active] ?? list.current
    target?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // The field keeps the focus: pressing the mouse in the list must not take it.
    <div
      className="options"
      id={id}
      role="listbox"
      aria-label={name}
      ref={list}
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which has the focus
        // biome-ignore lint/a11y/useFocusableInteractive: the field points here by aria-activedescendant
        <div
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onClick={() => pick(option)}
        >
          <span>
            {markMatches(option.label, query).map(([text, matched], run) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: runs of one label, drawn anew each time
              matched ? <mark key={run}>{text}</mark> : text,
            )}
          </span>
          <span className="meta">mã {option.code}</span>
          {option.note && <span className="hint">{option.note}</span>}
        </div>
      ))}
    </div>
  )
}
