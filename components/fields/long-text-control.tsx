'use client'

import { useState } from 'react'
import { aria, type ControlProps } from './control-props'

/** Several lines; it begins as tall as its text and may be drawn taller. */
export function LongTextControl({ id, typed, onTyped, ...rest }: ControlProps<string>) {
  const [initial] = useState(typed)
  const lines = initial.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 70), 0)
  return (
    <textarea
      className="input"
      id={id}
      defaultValue={initial}
      rows={Math.min(Math.max(lines, 2), 12)}
      spellCheck={false}
      onChange={(event) => onTyped(event.currentTarget.value)}
      {...aria(rest)}
    />
  )
}
