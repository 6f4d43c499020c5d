import { AFRelationship, PDFDocument } from 'pdf-lib'
import { authorityOf } from '@/lib/domain/mandates/mandate'
import { letterhead, signatureBlock } from './approval-form'
import { MANIFEST_NAME, type Manifest, manifestBytes, manifestSha256 } from './manifest'
import type { Faces } from './official/official-form'
import { embedFaces } from './print/faces'
import { newSheet, numberPages, paragraph, type Sheet } from './print/sheet'
import { type Column, table } from './print/table'

/** What the head of a unit reads before signing. Everything in it is decided by the caller; the same statement gives the same bytes. */
export type ApprovalStatement = {
  manifest: Manifest
  /** The body above the unit, as printed over its name; null for a unit without one. */
  parentName: string | null
  /** Number and sign of the document, as printed after "Số:". */
  number: string
  place: string
  /** Day of the document, `YYYY-MM-DD`. */
  day: string
  /** Why the batch is ad hoc; null for a monthly one. */
  reason: string | null
  /** The people whose record is added, changed or removed, in the order of the list. */
  people: { name: string; staffNumber: string | null; kind: ChangeKind; version: number }[]
  excluded: { name: string; staffNumber: string | null; reason: string }[]
}

export type ChangeKind = 'added' | 'changed' | 'unchanged' | 'removed'

const KINDS: Record<ChangeKind, string> = {
  added: 'Thêm mới',
  changed: 'Thay đổi',
  unchanged: 'Giữ nguyên',
  removed: 'Thôi quản lý',
}

const SIZE = 13
const TABLE_SIZE = 11.5

/** The paper a head of unit signs: A4 in the form of Nghị định 30/2020, with the manifest attached and an empty signature field. */
export async function approvalPdf(statement: ApprovalStatement): Promise<Uint8Array> {
  const { manifest } = statement
  const document = await PDFDocument.create({ updateMetadata: false })
  setProperties(document, manifest)
  const faces = await embedFaces(document, ['regular', 'bold', 'italic'])
  const sheet = newSheet(document)
  letterhead(sheet, faces, statement)
  counts(sheet, faces, statement)
  lists(sheet, faces, statement)
  fingerprints(sheet, faces, manifest)
  signatureBlock(sheet, faces, statement)
  numberPages(document, { face: faces.regular, size: SIZE })
  const preparedAt = new Date(manifest.preparedAt)
  await document.attach(manifestBytes(manifest), MANIFEST_NAME, {
    mimeType: 'application/json',
    description: 'Danh sách hồ sơ được phê duyệt',
    afRelationship: AFRelationship.Data,
    creationDate: preparedAt,
    modificationDate: preparedAt,
  })
  // Plain objects and a plain cross-reference table: the signature must be found by everyone, in one way.
  return document.save({
    useObjectStreams: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  })
}

function setProperties(document: PDFDocument, manifest: Manifest) {
  document.setTitle(`Phê duyệt hồ sơ ${manifest.period} - ${manifest.unitName}`)
  document.setAuthor(manifest.unitName)
  document.setLanguage('vi')
  document.setProducer(`hscbcc ${manifest.appVersion}`)
  document.setCreationDate(new Date(manifest.preparedAt))
  document.setModificationDate(new Date(manifest.preparedAt))
}

function counts(sheet: Sheet, { regular }: Faces, { manifest, reason }: ApprovalStatement) {
  const style = { face: regular, size: SIZE }
  const { added, changed, unchanged, removed } = manifest.counts
  paragraph(
    sheet,
    `${authorityOf(manifest.approver.title)} ${manifest.unitName} phê duyệt dữ liệu hồ sơ như sau:`,
    style,
  )
  if (reason !== null) paragraph(sheet, `Lý do phê duyệt ngoài kỳ: ${reason}`, style)
  paragraph(sheet, `Số hồ sơ phê duyệt: ${manifest.count}.`, style)
  paragraph(
    sheet,
    `Trong đó: thêm mới ${added}, thay đổi ${changed}, giữ nguyên ${unchanged}. Thôi quản lý: ${removed}.`,
    style,
    { after: 8 },
  )
}

const PEOPLE: Column[] = [
  { title: 'STT', share: 0.08, align: 'centre' },
  { title: 'Họ và tên', share: 0.37 },
  { title: 'Số hiệu', share: 0.2, align: 'centre' },
  { title: 'Loại thay đổi', share: 0.2, align: 'centre' },
  { title: 'Phiên bản', share: 0.15, align: 'centre' },
]
const EXCLUDED: Column[] = [
  { title: 'STT', share: 0.08, align: 'centre' },
  { title: 'Họ và tên', share: 0.3 },
  { title: 'Số hiệu', share: 0.17, align: 'centre' },
  { title: 'Lý do', share: 0.45 },
]

function lists(sheet: Sheet, { regular, bold }: Faces, { people, excluded }: ApprovalStatement) {
  const set = { head: bold, body: regular, size: TABLE_SIZE }
  const heading = { face: bold, size: SIZE }
  if (people.length > 0) {
    paragraph(sheet, 'Danh sách hồ sơ có thay đổi', heading)
    const rows = people.map(({ name, staffNumber, kind, version }) => [
      name,
      staffNumber ?? '',
      KINDS[kind],
      `${version}`,
    ])
    table(sheet, PEOPLE, numbered(rows), set)
  }
  if (excluded.length > 0) {
    paragraph(sheet, 'Hồ sơ chưa đưa vào đợt này', heading)
    const rows = excluded.map(({ name, staffNumber, reason }) => [name, staffNumber ?? '', reason])
    table(sheet, EXCLUDED, numbered(rows), set)
  }
}

const numbered = (rows: string[][]) => rows.map((row, index) => [`${index + 1}`, ...row])

function fingerprints(sheet: Sheet, { regular, bold }: Faces, manifest: Manifest) {
  const style = { face: regular, size: TABLE_SIZE }
  paragraph(sheet, 'Mã kiểm tra của dữ liệu được phê duyệt', { face: bold, size: SIZE })
  paragraph(sheet, 'Mã gốc của danh sách hồ sơ (cây SHA-256):', style, { after: 0 })
  paragraph(sheet, inGroups(manifest.root), style)
  paragraph(sheet, `Mã SHA-256 của tệp ${MANIFEST_NAME} đính kèm:`, style, { after: 0 })
  paragraph(sheet, inGroups(manifestSha256(manifest)), style, { after: 8 })
}

/** Eight digits at a time, so that two people can compare them aloud. */
const inGroups = (hex: string) => hex.match(/.{1,8}/g)?.join(' ') ?? ''
