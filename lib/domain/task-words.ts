import { fieldNamed, type SectionId } from '@/lib/catalogue'
import type { Change } from './changes'
import type { SectionCompleteness } from './completeness'
import type { Stage } from './record-state'

type Returned = { section: string; code: string; reason: string }

type Standing = {
  section: SectionCompleteness
  stage: Stage
  unsent: readonly Change[]
  returned: readonly Returned[]
  /** Something has been approved: only then is a change worth a word. */
  approved: boolean
}

/** What there is to do in a section, in one sentence: returned first, then missing, then not yet sent. Null for nothing. */
export function taskWords({ section, stage, unsent, returned, approved }: Standing): string | null {
  const back = returned.filter((one) => one.section === section.section)
  if (stage === 'returned' && back[0])
    return `${nameOf(section.section, back[0].code)}: ${back[0].reason}${more(back.length - 1)}`
  if (section.missing.length > 0) return missingWords(section)
  const changed = [...new Set(unsent.filter((one) => one.section === section.section).map(({ code }) => code))]
  if (!approved || stage !== 'draft' || changed.length === 0) return null
  return `${changed.length} thay đổi chưa gửi: ${listed(changed.map((code) => nameOf(section.section, code)))}`
}

function missingWords({ missing }: SectionCompleteness): string {
  const theirs = missing.filter(({ whoMayEdit }) => whoMayEdit === 'unit')
  const own = missing.filter(({ whoMayEdit }) => whoMayEdit !== 'unit')
  if (own.length === 0) return `Đơn vị chưa ghi ${theirs.length} trường: ${listed(theirs.map(({ label }) => label))}`
  return `Thiếu ${own.length} trường: ${listed(own.map(({ label }) => label))}`
}

const nameOf = (section: SectionId, code: string) => fieldNamed(section, code)?.label ?? code

/** The first two, shortly; the section itself shows all. */
const listed = (labels: string[]) => labels.slice(0, 2).map(short).join(', ') + more(labels.length - 2)

const more = (count: number) => (count > 0 ? ` và ${count} trường nữa` : '')

/** Without what stands in brackets: the explanation is needed in the form, not here. */
const short = (label: string) => {
  const bare = label.replace(/\s*\(.*?\)/g, '').trim()
  return bare.charAt(0).toLocaleLowerCase('vi') + bare.slice(1)
}
