'use client'

import type { ComponentType } from 'react'
import type { Kind } from '@/lib/catalogue/field'
import type { TypedByKind } from '@/lib/domain/typed'
import type { ControlProps } from './control-props'
import { SINGLE_CONTROLS } from './controls'
import { TableControl } from './table-control'

/** One control for each kind of field. A kind without a control does not compile. */
const CONTROLS: { [K in Kind]: ComponentType<ControlProps<TypedByKind[K]>> } = {
  ...SINGLE_CONTROLS,
  table: TableControl,
}

/** The control that goes with the kind of the field; it knows no field by name. */
export function FieldControl(props: ControlProps) {
  // What is typed has the shape of its kind: both come from the same line of the form's description.
  const Control = CONTROLS[props.spec.kind] as ComponentType<ControlProps>
  return <Control {...props} />
}
