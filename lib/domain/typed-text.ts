import { z } from 'zod'
import { readable } from '@/lib/catalogue/kinds/text'
import { tidyLines } from '@/lib/catalogue/typed'

/** Words typed outside the form: reasons, names, numbers of decisions. `blank` is said when there are none. */
export function typedText(most: number, blank?: string) {
  const text = blank === undefined ? readable() : readable().min(1, blank)
  return z
    .string()
    .transform((typed) => tidyLines(typed) ?? '')
    .pipe(text.max(most, `Ghi tối đa ${most} ký tự.`))
}
