import { sayDay, sayInstant } from '../calendar'
import type { EvidenceKind } from './evidence-fault'
import { placeKey, type ValuePlace } from './place'
import type { Standing } from './standing'

export type PaperLink = ValuePlace & { linkId: string; page: number | null }

/** A paper of a record, with the values it stands beside. */
export type Paper = {
  id: string
  kind: EvidenceKind
  pages: number | null
  fileName: string
  documentNo: string | null
  documentOn: string | null
  byUserId: string
  byName: string
  at: Date
  links: PaperLink[]
}

/** One paper beside one value, as a page shows it. */
export type Proof = {
  evidenceId: string
  linkId: string
  kind: EvidenceKind
  /** What the pill says: the decision, else the file. */
  title: string
  /** Everything known of it, in one sentence. */
  says: string
  page: number | null
  mayRemove: boolean
}

export type StandingMark = { kind: 'checked' | 'matched'; says: string }

/** What stands beside the values of a record, by place. */
export type ProofsByPlace = { proofs: Record<string, Proof[]>; standings: Record<string, StandingMark> }

/** Papers and states as pages show them. `mayRemove` says of a paper whether this reader may take it away. */
export function proofsByPlace(
  papers: readonly Paper[],
  standings: ReadonlyMap<string, NonNullable<Standing>>,
  mayRemove: (paper: Paper) => boolean,
): ProofsByPlace {
  const proofs: Record<string, Proof[]> = {}
  for (const paper of papers) {
    for (const { linkId, page, ...place } of paper.links) {
      const proof = {
        evidenceId: paper.id,
        linkId,
        kind: paper.kind,
        title: titleOf(paper),
        says: sayPaper(paper, page),
      }
      const key = placeKey(place)
      proofs[key] = [...(proofs[key] ?? []), { ...proof, page, mayRemove: mayRemove(paper) }]
    }
  }
  const marks = [...standings].map(([key, one]) => [key, { kind: one.kind, says: sayStanding(one) }])
  return { proofs, standings: Object.fromEntries(marks) }
}

export const titleOf = ({ documentNo, fileName }: Pick<Paper, 'documentNo' | 'fileName'>) => documentNo ?? fileName

/** `QĐ 412/QĐ-SGDĐT ngày 05/09/2016, trang 2. Tệp quyet-dinh.pdf, Nguyễn Thị Thùy Linh đưa lên 10:32, 24/11/2026`. */
export function sayPaper({ documentNo, documentOn, fileName, byName, at }: Paper, page: number | null): string {
  const document = [documentNo, documentOn && `ngày ${sayDay(documentOn)}`].filter(Boolean).join(' ')
  const where = [document, page !== null && `trang ${page}`].filter(Boolean).join(', ')
  return `${where}${where === '' ? '' : '. '}Tệp ${fileName}, ${byName} đưa lên ${sayInstant(at)}`
}

const sayStanding = ({ kind, byName, at, paper }: NonNullable<Standing>) =>
  kind === 'matched'
    ? `Khớp Cơ sở dữ liệu quốc gia về dân cư, ${sayInstant(at)}`
    : `${byName} đối chiếu ${sayInstant(at)}${paper === null ? '' : `, theo ${paper}`}`

/** Where a paper is looked at; a PDF opens at the page that matters. */
export const evidenceHref = ({ evidenceId, page }: { evidenceId: string; page: number | null }) =>
  `/api/documents/evidence/${evidenceId}${page === null ? '' : `#page=${page}`}`
