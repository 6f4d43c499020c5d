import roadmap from '@/lib/catalogue/code-lists/nghi-huu-lo-trinh.json'
import { addDays, addMonths, earliest } from '../rules/day-arithmetic'

/** Codes of `gioi-tinh`, as the table of ages names them. */
const GENDERS: Readonly<Record<string, string>> = { '1': 'NAM', '2': 'NU' }

/**
 * The last day of work under normal conditions (NĐ 135/2020/NĐ-CP, Điều 3, Phụ lục I): the end of the month in which the age
 * of the table is reached. Null before the table begins, or where birth or gender is not known.
 */
export function retireOn(born: string | null, gender: string | null): string | null {
  if (born === null || gender === null) return null
  const day = earliest(born)
  const month = day.slice(0, 7)
  const line = roadmap.items.find(
    (one) => one.gender === GENDERS[gender] && one.bornFrom <= month && month <= (one.bornTo ?? '9999'),
  )
  if (!line) return null
  const reached = addMonths(`${month}-01`, line.ageYears * 12 + line.ageMonths)
  return addDays(addMonths(reached, 1), -1)
}

/** How long before it the notice is given (NĐ 170/2025/NĐ-CP). */
const NOTICE_MONTHS = 6

/** The day of the notice, for the end of a month: the end of the month six months earlier. */
export const noticeDayOf = (retires: string): string => addDays(addMonths(addDays(retires, 1), -NOTICE_MONTHS), -1)
