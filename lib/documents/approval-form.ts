import type { ApprovalStatement } from './approval-pdf'
import { dayInWords, type Faces, officialHead } from './official/official-form'
import { signingBlock } from './official/signing-block'
import type { Sheet } from './print/sheet'

/** Agency, national title, number, place and day, and the title of the document: the head of page 1 by Nghị định 30/2020, Phụ lục I. */
export function letterhead(sheet: Sheet, faces: Faces, statement: ApprovalStatement) {
  const { manifest, parentName, number, place, day } = statement
  officialHead(sheet, faces, {
    parentName,
    unitName: manifest.unitName,
    number: `Số: ${number}`,
    dated: `${place}, ${dayInWords(day)}`,
    title: ['PHÊ DUYỆT HỒ SƠ', 'CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC'],
    under: periodInWords(statement),
  })
}

/** Who answers for what, the title, room for the signature and the name, kept together on one page. */
export function signatureBlock(sheet: Sheet, faces: Faces, { manifest }: ApprovalStatement) {
  const { approver, count } = manifest
  const pledge = `Tôi đã xem danh sách trên và chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân Tỉnh về dữ liệu của ${count} hồ sơ được phê duyệt.`
  signingBlock(sheet, faces, { pledge, title: approver.title, name: approver.name, sealed: false })
}

function periodInWords({ manifest }: ApprovalStatement) {
  if (manifest.kind === 'adHoc') return `Đợt ngoài kỳ số ${manifest.period}`
  const [year, month] = manifest.period.split('-').map(Number)
  return `Tháng ${month} năm ${year}`
}
