import { AFRelationship, PDFDocument } from 'pdf-lib'
import { authorityOf } from '@/lib/domain/mandates/mandate'
import { MANIFEST_NAME } from './manifest'
import { dayInWords, officialHead } from './official/official-form'
import { signingBlock } from './official/signing-block'
import { embedFaces } from './print/faces'
import { newSheet, numberPages, paragraph } from './print/sheet'
import { type Column, table } from './print/table'
import { type RevocationStatement, statementBytes } from './signed-statement'

/** What the competent person reads before signing; the same paper gives the same bytes. */
export type WithdrawalPaper = {
  statement: RevocationStatement
  /** The body above the unit; null for a unit without one. */
  parentName: string | null
  number: string
  place: string
  /** `YYYY-MM-DD` */
  day: string
  /** The approval it is about. */
  approval: { number: string; name: string }
  /** In the order of the statement. */
  people: { name: string; version: number }[]
}

const SIZE = 13
const COLUMNS: Column[] = [
  { title: 'STT', share: 0.1, align: 'centre' },
  { title: 'Họ và tên', share: 0.65 },
  { title: 'Phiên bản', share: 0.25, align: 'centre' },
]

/** The paper that takes approvals back: A4 in the form of Nghị định 30/2020, with its statement attached and an empty signature field. */
export async function withdrawalPdf(paper: WithdrawalPaper): Promise<Uint8Array> {
  const { statement, parentName, number, place, day, approval, people } = paper
  const { unitName, signer, count, reason, documentNo } = statement
  const at = new Date(statement.preparedAt)
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(`Rút phê duyệt hồ sơ - ${unitName}`)
  document.setAuthor(unitName)
  document.setLanguage('vi')
  document.setProducer(`hscbcc ${statement.appVersion}`)
  document.setCreationDate(at)
  document.setModificationDate(at)
  const faces = await embedFaces(document, ['regular', 'bold', 'italic'])
  const { regular, bold } = faces
  const sheet = newSheet(document)
  const body = { face: regular, size: SIZE }
  officialHead(sheet, faces, {
    ...{ parentName, unitName, number: `Số: ${number}`, dated: `${place}, ${dayInWords(day)}` },
    title: ['RÚT PHÊ DUYỆT HỒ SƠ', 'CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC'],
    under: null,
  })
  paragraph(
    sheet,
    `${authorityOf(signer.title)} ${unitName} rút phê duyệt dữ liệu của ${count} hồ sơ đã được phê duyệt tại văn bản số ${approval.number} (${approval.name.toLocaleLowerCase('vi')}).`,
    body,
  )
  paragraph(sheet, `Lý do: ${reason}`, body)
  if (documentNo !== null) paragraph(sheet, `Căn cứ văn bản số: ${documentNo}`, body)
  paragraph(sheet, 'Danh sách hồ sơ bị rút phê duyệt', { face: bold, size: SIZE })
  const rows = people.map(({ name, version }, index) => [`${index + 1}`, name, `${version}`])
  table(sheet, COLUMNS, rows, { head: bold, body: regular, size: 11.5 })
  const pledge = `Từ khi ký văn bản này, các phiên bản trên không còn là dữ liệu được phê duyệt.`
  signingBlock(sheet, faces, { pledge, title: signer.title, name: signer.name, sealed: false })
  numberPages(document, { face: regular, size: SIZE })
  await document.attach(statementBytes(statement), MANIFEST_NAME, {
    mimeType: 'application/json',
    description: 'Danh sách hồ sơ bị rút phê duyệt',
    afRelationship: AFRelationship.Data,
    creationDate: at,
    modificationDate: at,
  })
  return document.save({
    useObjectStreams: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  })
}
