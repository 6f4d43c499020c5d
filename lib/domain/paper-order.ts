/**
 * Fields as the printed form has them, by item: what the form asks beside an item stands with it, a question before the
 * fields that it opens. A table that covers several items stands at the last of them.
 */
export const inPaperOrder = <F extends { item: string }>(fields: readonly F[]): F[] =>
  fields
    .map((field, place) => ({ field, place, at: itemOf(field.item) }))
    .sort((a, b) => a.at - b.at || a.place - b.place)
    .map(({ field }) => field)

/** `32.1–32.6` is 32.6; the heading of the form comes before all items. */
function itemOf(item: string): number {
  const last = /(\d+)(?:\.(\d+))?$/.exec(item)
  return last ? Number(last[1]) * 100 + Number(last[2] ?? 0) : 0
}
