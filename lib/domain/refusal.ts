import type { RefusalCode, RefusalDetails } from './messages'

/**
 * An expected “no”. Thrown, because only a throw rolls a transaction back; caught once, in `action()`.
 * `fields` says which answers are meant and what is wrong with each.
 */
export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  constructor(
    readonly code: Code,
    readonly details: RefusalDetails[Code],
    readonly fields: FieldErrors = {},
  ) {
    super(code)
    this.name = 'Refusal'
  }
}

/** By field code; a cell of a table is `table.rowId.column`. */
export type FieldErrors = Record<string, string>
