import { AFRelationship, PDFDocument } from 'pdf-lib'
import { MANIFEST_NAME } from './manifest'
import { embedFaces } from './print/faces'
import { newSheet, PAGE, paragraph, TEXT_WIDTH } from './print/sheet'
import { APPROVER_FIELD, addSignatureField } from './signature-field'
import { type EnrolmentStatement, statementBytes } from './signed-statement'

const SIZE = 13
const FIELD = { width: TEXT_WIDTH * 0.5, height: 68 }

/** The sheet a person signs to show that a key is theirs: who, where, when, a number nobody can guess, and an empty signature field. */
export async function enrolmentPdf(statement: EnrolmentStatement, day: string): Promise<Uint8Array> {
  const { person, unitName, enrolmentId, nonce } = statement
  const at = new Date(statement.preparedAt)
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(`Phiếu đăng ký chứng thư số - ${person.name}`)
  document.setLanguage('vi')
  document.setProducer(`hscbcc ${statement.appVersion}`)
  document.setCreationDate(at)
  document.setModificationDate(at)
  const { regular, bold } = await embedFaces(document, ['regular', 'bold'])
  const sheet = newSheet(document)
  const body = { face: regular, size: SIZE }
  paragraph(sheet, 'PHIẾU ĐĂNG KÝ CHỨNG THƯ SỐ', { face: bold, size: 14, align: 'centre' }, { after: 16 })
  paragraph(sheet, `Họ và tên: ${person.name}`, body)
  paragraph(sheet, `Đơn vị: ${unitName}`, body)
  paragraph(sheet, `Ngày lập phiếu: ${day}`, body)
  paragraph(sheet, `Mã phiếu: ${enrolmentId}`, body)
  paragraph(sheet, `Số ngẫu nhiên: ${nonce}`, body, { after: 12 })
  paragraph(
    sheet,
    'Tôi ký số phiếu này để đăng ký chứng thư số dùng ký trên Cổng hồ sơ. Khóa ký do tôi giữ, không giao cho người khác. Phiếu này không phê duyệt hồ sơ nào.',
    body,
    { after: 20 },
  )
  const x = PAGE.left + TEXT_WIDTH - FIELD.width
  paragraph(sheet, 'NGƯỜI ĐĂNG KÝ', { face: bold, size: SIZE, align: 'centre' }, { box: { x, width: FIELD.width } })
  addSignatureField(document, sheet.page, APPROVER_FIELD, { x, y: sheet.y - FIELD.height, ...FIELD })
  sheet.y -= FIELD.height + 12
  paragraph(sheet, person.name, { face: bold, size: SIZE, align: 'centre' }, { box: { x, width: FIELD.width } })
  await document.attach(statementBytes(statement), MANIFEST_NAME, {
    mimeType: 'application/json',
    description: 'Phiếu đăng ký chứng thư số',
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
