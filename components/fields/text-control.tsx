'use client'

import { useState } from 'react'
import { aria, type ControlProps } from './control-props'
import { SuggestControl } from './suggest-control'

const LOOKS = { date: 'input input--date', id: 'input input--id', short: 'input max-w-80', full: 'input' }

/** One line. Where a code list goes with it, its codes are suggested, and anything else may be typed. */
export function TextControl(props: ControlProps<string>) {
  return props.spec.source ? <SuggestControl {...props} /> : <LineControl {...props} />
}

/** A number, a sum of money or a code: one line, the keyboard of digits on a phone. Nothing is masked or cut. */
export function NumberControl(props: ControlProps<string>) {
  return <LineControl {...props} inputMode={props.spec.kind === 'decimal' ? 'decimal' : 'numeric'} />
}

/** A date as people write it: 05/09/1985, 5/9/1985, 05091985, and where the paper knows no more, 9/1985 or 1985. */
export function DateControl(props: ControlProps<string>) {
  return <LineControl {...props} />
}

/** A unit follows from the posting; it is shown, never typed. */
export function UnitControl(props: ControlProps<string>) {
  return <p id={props.id}>{props.typed}</p>
}

type LineProps = ControlProps<string> & { inputMode?: 'numeric' | 'decimal' | 'tel' | undefined }

export function LineControl({ spec, id, typed, onTyped, inputMode, ...rest }: LineProps) {
  const [initial] = useState(typed)
  return (
    <input
      className={rest.name === undefined ? LOOKS[spec.width] : 'input'}
      id={id}
      defaultValue={initial}
      inputMode={inputMode}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onTyped(event.currentTarget.value)}
      {...aria(rest)}
    />
  )
}
