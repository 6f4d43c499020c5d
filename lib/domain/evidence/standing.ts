/** How a value stands: only declared, checked against a paper by an officer, or matched with the population database. */
export type StandingKind = 'checked' | 'matched'

export type SaidOfValue = { kind: StandingKind; holds: boolean; at: Date; byName: string; paper: string | null }

/** Who said so, when, by which paper; null for a value that is declared and nothing more. */
export type Standing = Omit<SaidOfValue, 'holds'> | null

/** What was said last of each kind counts; a match says more than a check. `said` in the order it was said. */
export function standingOf(said: readonly SaidOfValue[]): Standing {
  const last = (kind: StandingKind) => said.findLast((one) => one.kind === kind)
  for (const kind of ['matched', 'checked'] as const) {
    const one = last(kind)
    if (one?.holds) return { kind, at: one.at, byName: one.byName, paper: one.paper }
  }
  return null
}
