'use client'

import { useState } from 'react'
import { aria, type ControlProps } from './control-props'

/** Yes or no, side by side; neither is chosen beforehand. */
export function BooleanControl({ id, typed, onTyped, name, ...rest }: ControlProps<boolean | null>) {
  const [initial] = useState(typed)
  return (
    <div
      className="inline-set"
      role="radiogroup"
      aria-labelledby={name ? undefined : `${id}-label`}
      {...aria({ ...rest, name })}
    >
      {[true, false].map((answer) => (
        <label className="choice" key={String(answer)}>
          <input
            type="radio"
            name={id}
            id={answer ? id : undefined}
            defaultChecked={initial === answer}
            onChange={() => onTyped(answer)}
          />
          {answer ? 'Có' : 'Không'}
        </label>
      ))}
    </div>
  )
}
