import { type Edit, type latest, placeKey, type Theirs } from './edit'

export type Conflict = { theirs: Theirs; mine: ReturnType<typeof latest> }

export type OutboxState = {
  /** What the server does not have yet, in the order typed. */
  edits: readonly Edit[]
  /** Whether they outlive this page. */
  durable: boolean
  sending: boolean
  /** Since when the server has not been reached. */
  cutSince: Date | null
  /** By place: nothing more is sent there until one value is chosen. */
  conflicts: ReadonlyMap<string, Conflict>
  /** By edit: what the server did not take and why. `atField`: the sentence stands at its field. */
  refused: ReadonlyMap<string, { message: string; atField: boolean }>
  /** How many arrived once the line was back. */
  arrived: { count: number; at: Date } | null
  /** The place whose form is open in this window. */
  shown: string | null
}

export const NOTHING_WAITS: OutboxState = {
  edits: [],
  durable: true,
  sending: false,
  cutSince: null,
  conflicts: new Map(),
  refused: new Map(),
  arrived: null,
  shown: null,
}

/** Edits that only need the line. */
export const onTheWay = ({ edits, refused, conflicts }: OutboxState) =>
  edits.filter((edit) => !refused.has(edit.id) && !conflicts.has(placeKey(edit)))
