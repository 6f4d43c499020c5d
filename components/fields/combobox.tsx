'use client'

import { type Ref, useId, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import type { Option } from '@/lib/domain/option'
import { aria } from './control-props'
import { OptionList } from './option-list'
import { useCombobox } from './use-combobox'
import type { useOptions } from './use-options'

type ComboboxProps = {
  id: string
  /** Of the list, and of the field where no label stands beside it. */
  listName: string
  name?: string | undefined
  described: string | undefined
  invalid: boolean
  source: ReturnType<typeof useOptions>
  /** Only these are offered, when not the whole list. */
  offered?: readonly Option[] | undefined
  initial: string
  input: Ref<HTMLInputElement>
  free?: boolean
  narrow?: boolean
  onText: (text: string) => void
  onPick: (option: Option) => void
  onLeave: (text: string) => void
}

/** A field with a list that is searched without accents. The list opens on a click, a down arrow or a pause in typing. */
export function Combobox({
  id,
  listName,
  source,
  offered,
  initial,
  input,
  narrow = false,
  free = false,
  ...rest
}: ComboboxProps) {
  const list = useId()
  const [start] = useState(initial)
  const combo = useCombobox({
    ...rest,
    options: offered ?? source.list,
    need: source.need,
    free,
    inCell: rest.name !== undefined,
  })
  const expanded = combo.open && combo.matches.length > 0
  return (
    <div className={narrow ? 'combo max-w-80' : 'combo'}>
      <input
        className="input"
        id={id}
        ref={input}
        defaultValue={start}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={list}
        aria-activedescendant={expanded && combo.active >= 0 ? `${list}-${combo.active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        {...aria(rest)}
        {...combo.input}
      />
      <Icon name="chev" />
      {expanded && (
        <OptionList
          id={list}
          name={listName}
          query={combo.query}
          options={combo.matches}
          active={combo.active}
          pick={combo.pick}
        />
      )}
      {combo.open && !expanded && !free && (
        <p className="options options--none" role="status">
          {emptyWords(source.state)}
        </p>
      )}
    </div>
  )
}

const EMPTY = {
  here: 'Không có giá trị nào khớp. Gõ ít chữ hơn, không cần dấu.',
  away: 'Đang mở danh mục',
  coming: 'Đang mở danh mục',
  failed: 'Chưa mở được danh mục. Kiểm tra mạng rồi bấm lại vào ô này.',
}
const emptyWords = (state: keyof typeof EMPTY) => EMPTY[state]
