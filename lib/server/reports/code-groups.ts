import 'server-only'
import titles from '@/lib/catalogue/code-lists/chuc-danh-nghe-nghiep.json'
import unitTypes from '@/lib/catalogue/code-lists/loai-don-vi.json'
import theories from '@/lib/catalogue/code-lists/ly-luan-chinh-tri.json'
import ranks from '@/lib/catalogue/code-lists/ngach-cong-chuc.json'
import states from '@/lib/catalogue/code-lists/quan-ly-nha-nuoc.json'
import computing from '@/lib/catalogue/code-lists/tin-hoc.json'
import qualifications from '@/lib/catalogue/code-lists/trinh-do-chuyen-mon.json'

type Grouped = { items: readonly { code: string; bm01Column?: string | null }[] }

/** Codes of a list that stand in a column of the statistics, by the word of that column. */
const codesIn = ({ items }: Grouped, word: string) =>
  items.filter(({ bm01Column }) => bm01Column?.replace(' và ', ' & ').startsWith(word)).map(({ code }) => code)

export const rankCodes = (word: string) => codesIn(ranks, word)
export const qualificationCodes = (word: string) => codesIn(qualifications, word)
export const theoryCodes = (word: string) => codesIn(theories, word)
export const stateCodes = (word: string) => codesIn(states, word)
export const computingCodes = (word: string) => codesIn(computing, word)
export const classCodes = (word: string) => titles.items.filter(({ hang }) => hang === word).map(({ code }) => code)
export const tiersOf = (tiers: readonly string[]) =>
  unitTypes.items.filter(({ tier }) => tiers.includes(tier)).map(({ code }) => code)
