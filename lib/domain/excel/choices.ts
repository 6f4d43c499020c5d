import type { Lists } from '@/lib/catalogue/code-list'
import type { ExcelColumn } from './columns'

/** What a cell of the column may be chosen from: the entries in force on the day, each word once. Null for free answers. */
export function choicesOf(
  { key, field }: ExcelColumn,
  kinds: readonly string[],
  lists: Lists,
  today: string,
): string[] | null {
  if (key === '@kind') return [...kinds]
  if (field?.kind === 'boolean') return ['Có', 'Không']
  if (field?.kind !== 'choice') return null
  const names = field.codeListByKind ? Object.values(field.codeListByKind) : field.codeList ? [field.codeList] : []
  const inForce = names
    .flatMap((name) => lists(name))
    .filter(({ validFrom, validUntil }) => (validFrom ?? '') <= today && today <= (validUntil ?? '9999'))
  return [...new Set(inForce.map(({ label }) => label))]
}
