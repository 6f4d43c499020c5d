import type { ComponentType } from 'react'
import type { Kind } from '@/lib/catalogue/field'
import type { TypedByKind } from '@/lib/domain/typed'
import { AddressControl } from './address-control'
import { BooleanControl } from './boolean-control'
import { ChoiceControl } from './choice-control'
import type { ControlProps } from './control-props'
import { LongTextControl } from './long-text-control'
import { MultiChoiceControl } from './multi-choice-control'
import { RangeControl } from './range-control'
import { DateControl, NumberControl, TextControl, UnitControl } from './text-control'

type Controls<K extends Kind> = { [One in K]: ComponentType<ControlProps<TypedByKind[One]>> }

/** One control for each kind of a single answer; alone in a row of the form, or in a cell of a table. */
export const SINGLE_CONTROLS: Controls<Exclude<Kind, 'table'>> = {
  text: TextControl,
  longText: LongTextControl,
  date: DateControl,
  partialDate: DateControl,
  partialDateRange: RangeControl,
  integer: NumberControl,
  decimal: NumberControl,
  money: NumberControl,
  choice: ChoiceControl,
  multiChoice: MultiChoiceControl,
  address: AddressControl,
  boolean: BooleanControl,
  unit: UnitControl,
}
