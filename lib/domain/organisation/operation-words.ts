import { sayDay } from '../calendar'
import { unitTypeLabel } from '../unit-tree'
import type { Finding, FindingCode } from './finding'
import { QUOTA_WORDS, type QuotaKind } from './headcount'
import type { Into, Operation } from './operation'

type NameOf = (unitId: string) => string

const list = (names: string[]) => names.join(', ')
const goal = (into: Into, nameOf: NameOf) => ('unit' in into ? `${into.unit.name} (mới)` : nameOf(into.unitId))

/** The operation in one sentence, with the names of its day. */
export function sayOperation(operation: Operation, nameOf: NameOf): string {
  switch (operation.kind) {
    case 'create':
      return `Lập ${operation.unit.name}`
    case 'rename':
      return nameOf(operation.unitId) === operation.name
        ? `Đổi mã của ${operation.name}`
        : `Đổi tên ${nameOf(operation.unitId)} thành ${operation.name}`
    case 'move':
      return `Chuyển ${nameOf(operation.unitId)} về ${operation.parentId === null ? 'cấp cao nhất' : nameOf(operation.parentId)}`
    case 'close':
      return operation.peopleTo === null
        ? `Giải thể ${nameOf(operation.unitId)}`
        : `Giải thể ${nameOf(operation.unitId)}, người về ${nameOf(operation.peopleTo)}`
    case 'merge':
      return `Nhập ${list(operation.unitIds.map(nameOf))} vào ${goal(operation.into, nameOf)}`
    case 'split':
      return `${operation.closes ? 'Chia' : 'Tách'} ${nameOf(operation.unitId)}: ${list(operation.shares.map(({ into }) => goal(into, nameOf)))}`
  }
}

type Say = (finding: Finding, names: string, day: string) => string

/** One sentence of what is so, one of what to do. Total by type. */
const FINDINGS: Record<FindingCode, Say> = {
  notInForce: (_, names, day) => `${names} không có trong cây ngày ${day}. Chọn ngày khác hoặc đơn vị khác.`,
  changedLater: (_, names, day) => `${names} đã có thay đổi sau ngày ${day}. Hoàn tác việc sau trước.`,
  openedThatDay: (_, names, day) => `${names} lập đúng ngày ${day}. Hoàn tác việc lập thay vì giải thể.`,
  ontoItself: (_, names) => `${names} vừa là nơi đi vừa là nơi đến. Chọn đơn vị nhận khác.`,
  receiverNotInForce: (_, names, day) => `${names} không còn hoạt động từ ngày ${day}. Chọn đơn vị nhận khác.`,
  codeTaken: ({ word }) => `Mã “${word}” đã có. Chọn mã khác.`,
  typeEnded: ({ word = '' }, _, day) =>
    `Loại “${unitTypeLabel(word)}” không còn hoặc chưa có ngày ${day}. Chọn loại khác.`,
  typeNotUnder: ({ unitIds }, names) =>
    unitIds
      ? `Loại này không đặt dưới ${names} từ ngày đã ghi. Chọn loại khác hoặc đơn vị cấp trên khác.`
      : 'Loại này phải có đơn vị cấp trên. Chọn đơn vị cấp trên.',
  followerTypeNotUnder: ({ word = '' }, names) =>
    `${names} (${unitTypeLabel(word)}) không đặt được dưới đơn vị nhận. Chuyển đơn vị này đi trước.`,
  parentNotInForce: (_, names, day) => `${names} không còn hoạt động từ ngày ${day}. Chọn đơn vị cấp trên khác.`,
  legacyCodeMalformed: () => 'Mã cũ có dạng 000.12.05.H20 (QCVN 102:2016).',
  agencyCodeMalformed: () => 'Mã định danh có dạng H20.09.01, tối đa 35 ký tự (QĐ 20/2020/QĐ-TTg).',
  agencyCodeTaken: (_, names) => `Mã định danh này đã ghi cho ${names}. Mã của đơn vị đã kết thúc cũng không dùng lại.`,
  agencyCodeNotUnder: ({ word }) => `Mã định danh phải là mã của cấp trên thêm một nhóm: ${word}.xx.`,
  underItself: () => 'Không chuyển được: nơi đến nằm trong chính đơn vị này. Chọn đơn vị cấp trên khác.',
  nothingChosen: () => 'Chưa chọn đơn vị nào. Chọn ít nhất một đơn vị.',
  peopleOfAnother: ({ count }) => `${count} người không thuộc đơn vị được chia. Tải lại trang và chọn lại.`,
  peopleTwice: ({ count }) => `${count} người được xếp vào hai nơi. Giữ lại một nơi.`,
  peopleLeft: ({ count }, names) => `Còn ${count} người ở ${names}. Chọn nơi nhận cho họ trước khi giải thể.`,
  childrenLeft: ({ count }, names) =>
    `Còn ${count} đơn vị trực thuộc: ${names}. Chuyển hoặc giải thể các đơn vị này trước.`,
  batchOpen: ({ word }, names) => `${names} đang có ${word} chờ ký. Ký xong hoặc hủy đợt rồi làm lại.`,
  treeBroken: () => 'Sau việc này có đơn vị không còn cấp trên. Chuyển các đơn vị trực thuộc trước.',
  rolesEnd: ({ count }) => `${count} vai trò tại đơn vị kết thúc sẽ hết hiệu lực. Giao lại tại đơn vị nhận.`,
  noHead: (_, names) => `${names} chưa có thủ trưởng trên hệ thống. Giao vai trò trước kỳ ký.`,
  noOfficer: (_, names) => `${names} chưa có cán bộ hồ sơ. Giao vai trò để có người kiểm.`,
  submissionsFollow: ({ count }) => `${count} hồ sơ đang chờ kiểm hoặc chờ ký sẽ sang hàng chờ của đơn vị mới.`,
  deliveriesFollow: ({ count }) => `${count} hồ sơ đã duyệt còn chờ gửi Bộ. Bản đã ký giữ tên đơn vị lúc ký.`,
  noAgencyCode: (_, names) => `${names} chưa có mã định danh. Hồ sơ tại đây chưa gửi Bộ được.`,
  agencyCodeOfOldParent: ({ word }, names) =>
    `Mã định danh của ${names} không theo mã cấp trên ${word}. Đổi mã khi có mã mới.`,
  overQuota: ({ count, word }, names) =>
    `${names} vượt ${count} người so với số được giao (${QUOTA_WORDS[word as QuotaKind]}).`,
  placesEnded: ({ count }) =>
    `${count} người ghi nơi ở theo địa danh đã hết hiệu lực. Địa danh cũ giữ nguyên ở giấy tờ cũ; người khai cập nhật nơi ở hiện nay.`,
  recordsRestated: ({ count }) => `${count} hồ sơ được ghi lại cơ quan quản lý và đơn vị sử dụng.`,
}

export const sayFinding = (finding: Finding, nameOf: NameOf, day: string): string =>
  FINDINGS[finding.code](finding, list((finding.unitIds ?? []).map(nameOf)), sayDay(day))
