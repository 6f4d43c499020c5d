import type { SectionId } from '@/lib/catalogue'

/** A field or table, or the gate question that closed it: where an answer is edited. */
export type Place = { section: SectionId; code: string }

/** A label of the form and what was answered; null prints as dots to write on. `share`: its part of the line's width. */
export type Entry = { code: string; edit: Place; label: string; answer: string | null; share: number }

/** A line of the form. The first line of an item begins with its number; the others go on. */
export type Line = { item: string; opens: boolean; entries: Entry[] }

/** `over`: the head above it that it shares with its neighbour (“Tháng/năm” over “Từ” and “Đến”). */
export type Column = { head: string; over: string | null; share: number; align: 'left' | 'centre' | 'right' }

/** A row of blanks where there is nothing to say has an empty id. */
export type TableRow = { id: string; cells: string[] }

export type Block =
  | { kind: 'line'; line: Line }
  /** `number` is null where the item has already begun. */
  | { kind: 'heading'; level: 1 | 2; number: string | null; text: string }
  | { kind: 'table'; edit: Place; name: string; columns: Column[]; rows: TableRow[] }
  | { kind: 'dots'; lines: number }

/** Who signs at the foot: the words above, what takes the signature's place, the name below. */
export type Signing = { day: string; title: string; hint: string; note: string | null; name: string | null }

/** A QR and the code in it; without an address of the portal there is only the code. */
export type PrintedCheck = { url: string | null; code: string; words: string }

/** The photograph of 4 × 6 cm. */
export type Picture = { id: string; kind: 'jpeg' | 'png'; bytes: Uint8Array }

/** The whole Sơ yếu lý lịch, ready for any paper: screen, PDF, DOCX. */
export type CvForm = {
  title: string
  /** The person, in capitals. */
  name: string
  head: Line[]
  /** What stands in the frame where there is no picture. */
  photo: string
  picture: Picture | null
  /** Items that stand beside the photograph. */
  beside: Line[]
  blocks: Block[]
  declaration: string
  person: Signing
  authority: Signing
  /** Across every page of what is not the approved, signed record. */
  mark: string | null
  /** Below the signatures: where the holder of the paper has the approval checked. Null for what was not approved. */
  check: PrintedCheck | null
  /** At the foot of every page: which version, printed when and by whom. */
  foot: string
}

/** What is set before the answer: number, where the item begins, and label. */
export const labelOf = ({ item, opens }: Line, { label }: Entry, index: number) =>
  `${opens && index === 0 && /^\d/.test(item) ? `${item}. ` : ''}${label}:`
