import type { EvidenceKind } from './evidence-fault'

type Nothing = Record<never, never>

/** What is wrong with a paper, or with what is to be done with it, by code. */
export type EvidenceRefusals = {
  evidenceEmpty: Nothing
  evidenceTooLarge: Nothing
  evidenceKindUnknown: Nothing
  evidenceMisnamed: { said: string; is: EvidenceKind }
  evidenceTruncated: Nothing
  evidenceDamaged: Nothing
  evidencePassword: Nothing
  evidenceScript: Nothing
  evidenceInside: Nothing
  evidencePictureTooLarge: Nothing
  evidenceTooMany: { most: number }
  evidencePageBeyond: { pages: number }
  evidenceRowMissing: Nothing
  evidenceStands: Nothing
  evidenceOfOther: { name: string }
  evidenceChecked: { name: string }
  photoNotPicture: Nothing
  photoShape: Nothing
  photoTooSmall: { width: number; height: number }
  photoTooLarge: Nothing
  valueChanged: { labels: string[] }
  paperMissing: { labels: string[] }
}

const KINDS: Record<EvidenceKind, string> = { pdf: 'tệp PDF', jpeg: 'ảnh JPEG', png: 'ảnh PNG' }

/** In words. */
export const EVIDENCE_MESSAGES: { [Code in keyof EvidenceRefusals]: (details: EvidenceRefusals[Code]) => string } = {
  evidenceEmpty: () => 'Tệp rỗng. Chọn lại tệp.',
  evidenceTooLarge: () => 'Tệp lớn quá 20 MB. Quét lại với độ phân giải 150–200 dpi, hoặc tách thành nhiều tệp.',
  evidenceKindUnknown: () => 'Chỉ nhận PDF, JPEG, PNG. Tệp này không thuộc ba loại đó, dù mang tên gì.',
  evidenceMisnamed: ({ said, is }) =>
    said === ''
      ? `Tệp không có phần đuôi của tên, bên trong là ${KINDS[is]}. Đặt lại tên rồi chọn tệp đó.`
      : `Tên tệp có đuôi .${said} nhưng bên trong là ${KINDS[is]}. Đặt lại tên cho đúng rồi chọn tệp đó.`,
  evidenceTruncated: () => 'Tệp bị cụt, thiếu phần cuối. Quét, chụp hoặc chép lại tệp rồi chọn lại.',
  evidenceDamaged: () => 'Tệp bị hỏng, không mở được. Quét hoặc chụp lại, rồi chọn tệp mới.',
  evidencePassword: () => 'Tệp PDF có mật khẩu hoặc bị khóa quyền. Bỏ mật khẩu, lưu lại rồi chọn tệp đó.',
  evidenceScript: () => 'Tệp PDF có chương trình bên trong nên không nhận. In tệp ra PDF mới rồi chọn tệp đó.',
  evidenceInside: () => 'Tệp PDF có kèm tệp khác bên trong nên không nhận. Bỏ tệp kèm, hoặc in ra PDF mới.',
  evidencePictureTooLarge: () => 'Ảnh có quá nhiều điểm ảnh. Giảm kích thước ảnh rồi chọn lại.',
  evidenceTooMany: ({ most }) => `Hồ sơ đã có ${most} tệp minh chứng. Gỡ tệp không còn dùng rồi thêm.`,
  evidencePageBeyond: ({ pages }) => `Tệp chỉ có ${pages} trang. Ghi lại số trang.`,
  evidenceRowMissing: () => 'Dòng này chưa được lưu. Sửa ô báo lỗi trong dòng, chờ lưu xong rồi thêm minh chứng.',
  evidenceStands: () => 'Minh chứng này đã gắn ở đây rồi.',
  evidenceOfOther: ({ name }) => `Tệp này do ${name} đưa lên. Nhờ người đó hoặc cán bộ hồ sơ gỡ.`,
  evidenceChecked: ({ name }) =>
    `${name} đã đối chiếu giá trị theo tệp này nên chưa gỡ được. Cán bộ bỏ đối chiếu trước.`,
  photoNotPicture: () => 'Ảnh chân dung phải là JPEG hoặc PNG. Chọn một tấm ảnh.',
  photoShape: () => 'Ảnh phải theo khổ 4×6 cm. Cắt lại ảnh trong khung rồi gửi.',
  photoTooSmall: ({ width, height }) =>
    `Ảnh sau khi cắt chỉ ${width}×${height} điểm, in ra bị mờ. Chọn ảnh lớn hơn hoặc cắt rộng hơn.`,
  photoTooLarge: () => 'Ảnh chân dung lớn quá 2 MB. Chọn ảnh khác hoặc cắt lại.',
  valueChanged: ({ labels }) => `Giá trị vừa đổi: ${labels.join(', ')}. Tải lại trang, xem lại rồi đối chiếu.`,
  paperMissing: ({ labels }) =>
    `Chưa rõ đối chiếu theo giấy nào: ${labels.join(', ')}. Chọn tệp hoặc ghi tên giấy đã xem.`,
}
