/** Why a file is no list that could be read. */
export type SheetFault = 'notSheet' | 'protected' | 'oldFormat' | 'tooLarge' | 'damaged' | 'encoding' | 'empty'

/** The file is no list that could be read; `fault` says why. */
export class UnreadableSheet extends Error {
  constructor(
    readonly fault: SheetFault,
    options?: ErrorOptions,
  ) {
    super(fault, options)
  }
}
