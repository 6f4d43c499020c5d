/** A letter as it goes out: plain text, since nothing of ours needs more. */
export type Letter = { to: string; subject: string; text: string }

/** What a letter is about. It says how long it is worth sending. */
export type LetterKind = keyof typeof WORTH_MINUTES

/** After so many minutes a letter that could not be delivered would tell nothing that still holds. */
const WORTH_MINUTES = {
  emailCode: 15,
  emailChanged: 2 * 24 * 60,
  resetLink: 30,
  passwordSet: 2 * 24 * 60,
  alarm: 2 * 24 * 60,
} as const

export const worthUntil = (kind: LetterKind, now: Date) => new Date(now.getTime() + WORTH_MINUTES[kind] * 60_000)

/** Seconds to the next try after so many; the last holds for all later ones. */
const PAUSES = [10, 30, 60, 300, 900, 3600]

/** When a letter that was not taken is tried again; null when it would come too late. */
export function nextTry(attempts: number, worth: Date, now: Date): Date | null {
  const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? 0
  const next = new Date(now.getTime() + pause * 1000)
  return next < worth ? next : null
}
