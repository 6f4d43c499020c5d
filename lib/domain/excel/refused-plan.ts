import type { ImportedLine, Issue, MappedSheet, PersonPlan } from './import-plan'
import { wholeLine } from './plan-rows'
import { isFilled } from './sheet-cell'

/** Places of the cells that hold something and whose column is taken. */
export function filledIn({ cells }: ImportedLine, sheet: MappedSheet | undefined): number[] {
  const places: number[] = []
  if (!sheet || sheet.base) return places
  for (let at = 0; at < cells.length; at++)
    if ((sheet.keys[at] ?? null) !== null && isFilled(cells[at])) places.push(at)
  return places
}

/** None of it: told line by line, but what could be mended is told apart. */
export function refusedPlan(
  { sheets, lines }: { sheets: readonly MappedSheet[]; lines: readonly ImportedLine[] },
  sentence: string,
  but: Issue[] = [],
): PersonPlan {
  const cells = lines.reduce((sum, line) => sum + filledIn(line, sheets[line.sheet]).length, 0)
  const issues = lines.flatMap((line) => {
    const apart = but.filter((issue) => issue.sheet === line.sheet && issue.line === line.line).length
    const left = filledIn(line, sheets[line.sheet]).length - apart
    return left === 0 ? [] : [{ ...wholeLine(line, left), sentence }]
  })
  return {
    ...{ lines, outcome: 'refused', cells, stored: 0, issues: [...issues, ...but] },
    ...{ waiting: [], draft: null, changes: [], posting: null },
  }
}
