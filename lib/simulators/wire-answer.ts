import { randomUUID } from 'node:crypto'

/** What the ministry's service says: HTTP 200 whatever happened, and the truth in `err_code`. */
export type WireAnswer = { message: string; err_code: 0 | 1; transaction_id?: string }

/** A message that is not taken. Some branches of the real service answer without `transaction_id`. */
export class WireRefusal extends Error {
  constructor(
    message: string,
    readonly traced = true,
  ) {
    super(message)
  }
}

export const taken = (message: string): WireAnswer => ({ message, err_code: 0, transaction_id: randomUUID() })

export const notTaken = ({ message, traced }: WireRefusal): WireAnswer =>
  traced ? { message, err_code: 1, transaction_id: randomUUID() } : { message, err_code: 1 }
