import { fieldNamed, isSectionId } from '@/lib/catalogue'

/** A change without its answers: for lists that only say where something changed. */
export type ChangeOutline = { section: string; code: string; row: string | null }

const MOST_LABELS = 4

/** `4 trường` and `CCCD, điện thoại, nơi ở, trình độ`; rows of tables are counted by themselves. */
export function sayOutlines(
  outlines: readonly ChangeOutline[],
  { names }: { /** Sensitive fields by their names too. */ names: boolean },
): { figure: string; words: string } {
  const labels = [...new Set(outlines.map((outline) => labelOf(outline, names)))]
  const rows = outlines.filter(({ row }) => row !== null).length
  const fields = outlines.length - rows
  const figures = [fields > 0 && `${fields} trường`, rows > 0 && `${rows} dòng`].filter(Boolean)
  const more = labels.length - MOST_LABELS
  const words = labels.slice(0, MOST_LABELS).join(', ')
  return { figure: figures.join(', '), words: more > 0 ? `${words} và ${more} mục khác` : words }
}

/** In place of the name of a sensitive field: that it was touched may itself tell too much. */
export const SENSITIVE_FIELD = 'mục nhạy cảm'

function labelOf({ section, code }: ChangeOutline, names: boolean): string {
  const field = isSectionId(section) ? fieldNamed(section, code) : undefined
  return field?.sensitive && !names ? SENSITIVE_FIELD : (field?.label ?? code)
}
