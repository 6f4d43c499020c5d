'use client'

import { useRef, useState } from 'react'
import { sayPartialDay } from '@/lib/catalogue/days'
import type { Address } from '@/lib/catalogue/kinds/address'
import { asOf, type Option, placeKey } from '@/lib/domain/option'
import { dayTyped, type Typed } from '@/lib/domain/typed'
import { Combobox } from './combobox'
import { aria, type ControlProps } from './control-props'
import { useSectionState } from './section-state'
import { useOptions } from './use-options'

/** A place in the words of the paper, and beside it, if it can be found, its entry in the list: communes of before and after 01/07/2025 are told apart. */
export function AddressControl({ spec, id, typed, onTyped, described, invalid }: ControlProps<Address>) {
  const [initial] = useState(typed)
  const current = useRef(initial)
  const words = useRef<HTMLInputElement>(null)
  const say = (change: Partial<typeof initial>) => {
    current.current = { ...current.current, ...change }
    onTyped(current.current)
  }
  return (
    <fieldset className="pair" aria-labelledby={`${id}-label`}>
      <div className="full">
        <label htmlFor={id}>Ghi như trong giấy tờ</label>
        <input
          className="input"
          id={id}
          ref={words}
          defaultValue={initial.text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => say({ text: event.currentTarget.value })}
          {...aria({ described, invalid, name: undefined })}
        />
      </div>
      {spec.source && (
        <div className="full">
          <label htmlFor={`${id}-place`}>Xã, phường hoặc tỉnh trong danh mục, nếu tìm được</label>
          <PlacePicker
            spec={spec}
            id={`${id}-place`}
            chosen={initial}
            onPlace={(place) => {
              const [code = null, since] = place?.value.split('@') ?? []
              // The words of the paper stay; only an empty line takes those of the list.
              if (place && words.current?.value.trim() === '') words.current.value = place.label
              say({ text: words.current?.value ?? '', code, listValidFrom: since || null })
            }}
          />
        </div>
      )}
    </fieldset>
  )
}

type PlacePickerProps = Pick<ControlProps<Address>, 'spec' | 'id'> & {
  chosen: ControlProps<Address>['typed']
  onPlace: (place: Option | null) => void
}

function PlacePicker({ spec, id, chosen, onPlace }: PlacePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const options = useOptions(spec.source)
  const day = useDayOf(spec)
  const key = chosen.code === null ? null : placeKey(chosen.code, chosen.listValidFrom)
  const [place, setPlace] = useState(() => spec.source?.options.find(({ value }) => value === key) ?? null)
  const settle = (next: Option | null) => {
    if (next?.value === place?.value) return
    setPlace(next)
    onPlace(next)
  }
  return (
    <>
      <Combobox
        id={id}
        listName="Xã, phường, tỉnh phù hợp"
        offered={day === null ? undefined : asOf(options.list, day)}
        described={place ? `${id}-which` : day === null ? undefined : `${id}-dated`}
        invalid={false}
        source={options}
        initial={place?.label ?? ''}
        input={input}
        onText={(text) => text.trim() === '' && settle(null)}
        onPick={(option) => {
          if (input.current) input.current.value = option.label
          settle(option)
        }}
        onLeave={(text) => {
          // Only entries of the list have a code; half a name is put back to what was chosen.
          if (input.current && text.trim() !== '' && text !== place?.label) input.current.value = place?.label ?? ''
        }}
      />
      {place && (
        <p className="hint" id={`${id}-which`}>
          Mã {place.code}
          {place.note && `, ${place.note}`}
        </p>
      )}
      {!place && day !== null && (
        <p className="hint" id={`${id}-dated`}>
          Gợi ý trước các tên địa danh có vào {sayPartialDay(day)}.
        </p>
      )}
    </>
  )
}

/** When what the place is told of happened, where another field of the section says so. */
function useDayOf({ dated }: ControlProps['spec']): string | null {
  const { answers } = useSectionState()
  return dated === null ? null : dayTyped(answers[dated] as Typed)
}
