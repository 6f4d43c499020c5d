import 'server-only'
import { CATALOGUE, fieldNamed, isSectionId, type SectionId } from '@/lib/catalogue'
import { sayDay } from '@/lib/domain/calendar'
import { SENSITIVE_FIELD } from '@/lib/domain/change-outline'
import { movementLabel } from '@/lib/domain/movements/movement-kinds'
import { ROLES, type Role } from '@/lib/domain/policy'
import { sayPurpose } from '@/lib/domain/population/purposes'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { type SigningWay, WAY_WORDS } from '@/lib/domain/signing/ways'
import type { AuditAction } from './audit'

/** What an entry is said with. */
export type Told = { subjectName: string | null; subjectId: string | null; detail: Readonly<Record<string, unknown>> }

const of = ({ subjectName }: Told, otherwise = 'không rõ') => subjectName ?? otherwise
const text = (value: unknown) => (value === undefined || value === null ? '' : String(value))
const because = (value: unknown) => (text(value) === '' ? '' : `: ${text(value)}`)

/** One sentence for each thing the log can say; whoever did it stands before it. A new action without words does not compile. */
const SENTENCES: Record<AuditAction, (told: Told) => string> = {
  'signIn.accepted': (told) => `đăng nhập${told.detail.by === 'recoveryCode' ? ' bằng mã dự phòng' : ''}`,
  'signIn.refused': (told) => `đăng nhập không được bằng tên ${of(told)}`,
  'signIn.locked': (told) => `làm khóa tài khoản ${of(told)} 15 phút vì gõ sai 5 lần`,
  signOut: () => 'đăng xuất',
  'session.ended': () => 'kết thúc phiên đăng nhập ở nơi khác',
  'session.locked': () => 'để khóa màn hình vì không dùng',
  'session.unlocked': () => 'mở khóa màn hình',
  'session.proven': () => 'gõ lại mật khẩu trước một việc cần xác nhận',
  'password.changed': () => 'đổi mật khẩu',
  'password.reset': (told) => `cấp lại mật khẩu cho ${of(told)}`,
  'password.linkSent': (told) => `báo quên mật khẩu của ${of(told)}, nhận liên kết qua e-mail đã xác nhận`,
  'password.resetBySelf': (told) => `đặt lại mật khẩu của ${of(told)} bằng liên kết qua e-mail`,
  'email.confirmed': () => 'xác nhận e-mail để đặt lại mật khẩu',
  'email.removed': () => 'bỏ e-mail đặt lại mật khẩu',
  'terms.accepted': (told) => `ghi nhận điều khoản sử dụng, bản ${text(told.detail.version)}`,
  'secondFactor.enrolled': () => 'bật xác thực hai bước',
  'secondFactor.codesRenewed': () => 'lập lại 10 mã dự phòng',
  'secondFactor.givenUp': () => 'tắt xác thực hai bước của mình',
  'secondFactor.reset': (told) => `gỡ xác thực hai bước của ${of(told)}`,
  'access.refused': (told) => `bị từ chối khi mở ${of(told, told.subjectId ?? 'một trang')}`,
  'account.issued': (told) => `cấp tài khoản ${text(told.detail.username)} cho ${of(told)}`,
  'account.viewed': (told) => `mở tài khoản của ${of(told)}`,
  'account.disabled': (told) => `ngừng tài khoản của ${of(told)}${because(told.detail.reason)}`,
  'account.enabled': (told) => `mở lại tài khoản của ${of(told)}${because(told.detail.reason)}`,
  'account.handedOver': (told) =>
    `bàn giao ${text(told.detail.roles)} vai trò quản trị của ${text(told.detail.from)} cho ${text(told.detail.to)}${because(told.detail.document)}`,
  'account.exempted': (told) =>
    `miễn yêu cầu về mật khẩu và xác thực hai bước cho ${of(told)} đến hết ${text(told.detail.until)}${because(told.detail.reason)}`,
  'channel.approved': (told) =>
    `khai phê duyệt cấp độ an toàn ${text(told.detail.level)} cho kênh ${of(told)}${because(told.detail.document)}`,
  'channel.resentAll': (told) => `gửi lại tất cả ${text(told.detail.count)} hồ sơ đã ký${because(told.detail.reason)}`,
  'message.written': (told) => `ghi nghĩa câu trả lời của Bộ “${of(told)}”${because(told.detail.reason)}`,
  'message.withdrawn': (told) => `thôi dùng câu “${of(told)}” của bảng thông điệp${because(told.detail.reason)}`,
  'staff.verified': (told) =>
    told.subjectId === null
      ? 'xác nhận một số không có ở tỉnh'
      : `xác nhận ${of(told)} là cán bộ, công chức, viên chức`,
  'population.asked': (told) =>
    `cho đối chiếu dân cư ${text(told.detail.people)} người tại ${of(told)}${because(told.detail.purpose && sayPurpose(text(told.detail.purpose)))}`,
  'population.checked': (told) =>
    `đối chiếu dân cư ${of(told)}${because(told.detail.purpose && sayPurpose(text(told.detail.purpose)))}`,
  'channel.tried': (told) => `kiểm tra kết nối ${of(told)}`,
  'incident.recorded': (told) => `ghi sự cố lộ thông tin tại ${of(told)}${because(told.detail.description)}`,
  'role.granted': (told) =>
    `giao vai trò ${roleWord(told.detail.role)} tại ${text(told.detail.unit)} cho ${of(told)}${because(told.detail.reason)}`,
  'role.withdrawn': (told) =>
    `thu hồi vai trò ${roleWord(told.detail.role)} của ${of(told)}${because(told.detail.reason)}`,
  'role.chosen': (told) =>
    told.detail.role === null
      ? 'chọn làm việc với mọi vai trò'
      : `chọn làm việc với vai trò ${roleWord(told.detail.role)} tại ${text(told.detail.unit)}`,
  'role.extended': (told) => termWords('gia hạn', told),
  'role.restricted': (told) => termWords('rút ngắn thời hạn', told),
  'unit.created': (told) => `lập đơn vị ${of(told)}${because(told.detail.basis)}`,
  'unit.operated': (told) => `sắp xếp tổ chức: ${of(told)}${because(told.detail.basis)}`,
  'unit.operationUndone': (told) => `hoàn tác việc sắp xếp: ${of(told)}`,
  'unit.quotaSet': (told) => `giao biên chế năm ${text(told.detail.year)} cho ${of(told)}${because(told.detail.basis)}`,
  'unit.positionSet': (told) => `ghi vị trí việc làm của ${of(told)}${because(told.detail.basis)}`,
  'unit.imported': (told) => `nhập ${text(told.detail.units)} đơn vị từ tệp ${of(told)}`,
  'person.created': (told) => `thêm ${of(told)} vào đơn vị`,
  'mandate.given': (told) =>
    `giao ${of(told)} ký ${text(told.detail.kind)}. ${text(told.detail.head)} tại ${text(told.detail.unit)} theo văn bản ${text(told.detail.document)}`,
  'mandate.revoked': (told) =>
    `thu hồi văn bản giao ký ${text(told.detail.document)} của ${of(told)}${because(told.detail.reason)}`,
  'raise.recorded': (told) =>
    `ghi quyết định nâng lương ${text(told.detail.decision)} cho ${of(told)}, hưởng từ ${sayDay(text(told.detail.from))}`,
  'raise.tookEffect': (told) =>
    `${told.detail.outcome === 'missed' ? 'không ghi được' : 'ghi'} việc nâng lương theo ${text(told.detail.decision)} vào hồ sơ của ${of(told)}`,
  'raise.cancelled': (told) =>
    `bỏ việc nâng lương theo ${text(told.detail.decision)} của ${of(told)}${because(told.detail.reason)}`,
  'movement.recorded': (told) =>
    `ghi ${movementLabel(text(told.detail.kind)).toLocaleLowerCase('vi')} của ${of(told)} từ ngày ${sayDay(text(told.detail.day))}${because(told.detail.basis)}`,
  'movement.undone': (told) =>
    `hoàn tác ${movementLabel(text(told.detail.kind)).toLocaleLowerCase('vi')} của ${of(told)}${because(told.detail.basis)}`,
  'movement.tookEffect': (told) =>
    `cho ${movementLabel(text(told.detail.kind)).toLocaleLowerCase('vi')} của ${of(told)} có hiệu lực${told.detail.closed === true ? ', khóa tài khoản' : ''}`,
  'movement.reported': (told) => `báo cáo Sở Nội vụ về biến động của ${of(told)}${because(told.detail.document)}`,
  'handover.made': (told) => `lập gói bàn giao hồ sơ của ${of(told)}, bản ${text(told.detail.version)}`,
  'handover.receipted': (told) =>
    `ghi biên bản giao nhận hồ sơ của ${of(told)}, bên nhận ${text(told.detail.receivedBy)}${because(told.detail.document)}`,
  'package.received': (told) => `nhận gói bàn giao hồ sơ của ${of(told)} từ ${text(told.detail.from)}`,
  'package.refused': (told) => `không nhận gói bàn giao ${of(told)}${because(told.detail.reasons)}`,
  'calendar.dayWritten': (told) => `ghi ngày ${of(told)} vào lịch làm việc${because(told.detail.name)}`,
  'calendar.dayRemoved': (told) => `xóa ngày ${of(told)} khỏi lịch làm việc${because(told.detail.name)}`,
  'person.citizenIdChanged': (told) => `duyệt số căn cước mới của ${of(told)}`,
  'duplicate.different': (told) =>
    `kết luận ${of(told)} và ${text(told.detail.other)} là hai người khác nhau${because(told.detail.reason)}`,
  'duplicate.same': (told) =>
    `kết luận hai hồ sơ của ${of(told)} là cùng một người, ${told.detail.kept === true ? 'giữ' : 'đóng'} hồ sơ này${because(told.detail.reason)}`,
  'record.viewed': (told) => `mở hồ sơ của ${of(told)}`,
  'record.edited': (told) =>
    `sửa hồ sơ của ${of(told)}${because(sectionWords(told.detail))}${told.detail.restoredFrom === undefined ? '' : `, lấy lại giá trị của bản ${text(told.detail.restoredFrom)}`}`,
  'record.submitted': (told) => `gửi hồ sơ của ${of(told)}, bản ${text(told.detail.version)}`,
  'record.withdrawn': (told) => `rút lại hồ sơ của ${of(told)}`,
  'record.confirmed': (told) =>
    `xác nhận tháng ${text(told.detail.period)} không có gì thay đổi, bản ${text(told.detail.version)}`,
  'correction.asked': (told) => `đề nghị sửa hồ sơ của ${of(told)}${because(sectionWords(told.detail))}`,
  'correction.withdrawn': (told) => `rút đề nghị sửa hồ sơ của ${of(told)}${because(sectionWords(told.detail))}`,
  'correction.corrected': (told) => `trả lời đã sửa theo đề nghị của ${of(told)}${because(sectionWords(told.detail))}`,
  'correction.refused': (told) => `trả lời không sửa theo đề nghị của ${of(told)}${because(sectionWords(told.detail))}`,
  'record.checked': (told) => `kiểm đạt hồ sơ của ${of(told)}, bản ${text(told.detail.version)}`,
  'record.returned': (told) => `trả lại hồ sơ của ${of(told)}, bản ${text(told.detail.version)}`,
  'record.exported': (told) => `xuất hồ sơ của ${of(told)}`,
  'evidence.added': (told) => `thêm minh chứng vào hồ sơ của ${of(told)}${because(sectionWords(told.detail))}`,
  'evidence.linked': (told) =>
    `dùng lại một minh chứng trong hồ sơ của ${of(told)}${because(sectionWords(told.detail))}`,
  'evidence.removed': (told) => `gỡ minh chứng khỏi hồ sơ của ${of(told)}${because(sectionWords(told.detail))}`,
  'evidence.expired': (told) => `bỏ ${text(told.detail.count)} tệp minh chứng không còn gắn vào đâu của ${of(told)}`,
  'value.checked': (told) => `đối chiếu ${text(told.detail.count)} giá trị trong hồ sơ của ${of(told)} với giấy tờ`,
  'value.checkTakenBack': (told) => `bỏ đối chiếu ${text(told.detail.count)} giá trị trong hồ sơ của ${of(told)}`,
  'agreement.given': (told) =>
    `cho ${of(told)} xem hồ sơ của ${text(told.detail.unit)} theo văn bản ${text(told.detail.document)}${because(told.detail.purpose)}`,
  'agreement.revoked': (told) =>
    `thu hồi văn bản đồng ý ${text(told.detail.document)} của ${of(told)}${because(told.detail.reason)}`,
  'view.questioned': (told) => `hỏi vì sao ${text(told.detail.viewer)} xem hồ sơ của mình`,
  'view.answered': (told) => `trả lời ${of(told)} về một lượt xem hồ sơ`,
  'record.purposeStated': (told) =>
    `ghi mục đích xem ${told.detail.sensitive === true ? 'giá trị nhạy cảm trong ' : ''}hồ sơ của ${of(told)}${because(told.detail.purpose)}`,
  'signing.pictureSet': (told) => `đăng ký hình ${told.detail.of === 'agency' ? 'con dấu' : 'chữ ký'} của ${of(told)}`,
  'signing.pictureRemoved': (told) => `bỏ hình ${told.detail.of === 'agency' ? 'con dấu' : 'chữ ký'} của ${of(told)}`,
  'certificate.registered': (told) =>
    `đăng ký chứng thư số ${text(told.detail.serial)} cho ${of(told)}${because(told.detail.subject)}`,
  'certificate.withdrawn': (told) => `thu hồi đăng ký chứng thư số ${text(told.detail.serial)} của ${of(told)}`,
  'certificate.enrolled': (told) => `ký phiếu đăng ký chứng thư số ${text(told.detail.serial)} của mình`,
  'certificate.enrolmentRefused': (told) =>
    `không xác nhận chứng thư số ${text(told.detail.serial)} của ${of(told)}${because(told.detail.reason)}`,
  'approver.added': (told) => `thêm dòng người duyệt: ${of(told)}${because(told.detail.basis)}`,
  'approver.ended': (told) =>
    `kết thúc dòng người duyệt ${of(told)} từ hết ngày ${text(told.detail.until)}${because(told.detail.reason)}`,
  'month.reopened': (told) =>
    `mở lại tháng ${text(told.detail.period)} cho ${of(told)} theo ${text(told.detail.document)}${because(told.detail.reason)}`,
  'signing.opened': (told) =>
    `mở địa chỉ ký một lần cho ${of(told, 'một văn bản')}, cách ký ${wayWord(told.detail.way)}`,
  'signing.addressRefused': (told) =>
    `bị từ chối ở địa chỉ ký một lần của ${of(told)}: ${ADDRESS_WORDS[text(told.detail.why)] ?? text(told.detail.why)}`,
  'batch.frozen': (told) => `khóa ${of(told, 'đợt ký')} để ký`,
  'batch.cancelled': (told) => `hủy ${of(told, 'đợt ký')}${because(told.detail.reason)}`,
  'batch.signatureRefused': (told) => `ký ${of(told, 'đợt ký')} nhưng chữ ký không được nhận`,
  'approval.withdrawalOpened': (told) => `lập văn bản rút phê duyệt của ${of(told, 'đợt ký')}`,
  'approval.withdrawalAwaitsAuthority': (told) =>
    `ký văn bản rút phê duyệt của ${of(told, 'đợt ký')}, chờ kiểm tra thu hồi chứng thư`,
  'approval.withdrawalRefused': (told) => `trả lại chữ ký trên văn bản rút phê duyệt của ${of(told, 'đợt ký')}`,
  'approval.withdrawn': (told) => `rút phê duyệt hồ sơ của ${of(told)}`,
  'batch.approved': (told) => `ký duyệt ${of(told, 'đợt ký')}`,
  'batch.awaitsAuthority': (told) => `ký ${of(told, 'đợt ký')}, chờ kiểm tra thu hồi chứng thư`,
  'batch.stamped': (told) => `đóng dấu thời gian bổ sung cho bản phê duyệt của ${of(told, 'đợt ký')}`,
  'proof.failed': (told) =>
    `phát hiện ${of(told)} không còn đúng như đã ký, tháng ${text(told.detail.period)}, và ngừng gửi Bộ`,
  'proof.restored': (told) => `đóng sự cố dữ liệu khác bản đã ký của ${of(told)}${because(told.detail.reason)}`,
  'export.requested': (told) => `đề nghị cấp văn bản về ${of(told)}${because(told.detail.purpose)}`,
  'export.signed': (told) => `ký văn bản về ${of(told)}`,
  'export.awaitsAuthority': (told) => `ký văn bản về ${of(told)}, chờ kiểm tra thu hồi chứng thư`,
  'export.issued': (told) => `đóng dấu, phát hành văn bản số ${text(told.detail.number)} về ${of(told)}`,
  'export.refused': (told) => `không cấp văn bản về ${of(told)}${because(told.detail.reason)}`,
  'export.cancelled': (told) => `rút đề nghị cấp văn bản về ${of(told)}`,
  'export.signatureRefused': (told) => `ký văn bản về ${of(told)} nhưng chữ ký không được nhận`,
  'document.downloaded': (told) => `tải ${of(told, 'văn bản')}`,
  'delivery.accepted': (told) => `gửi hồ sơ của ${of(told)}, Bộ đã nhận`,
  'delivery.refused': (told) => `gửi hồ sơ của ${of(told)}, Bộ từ chối`,
  'delivery.parked': (told) => `ngừng gửi hồ sơ của ${of(told)}, chờ người xử lý`,
  'delivery.groupRepaired': (told) =>
    `thay mã mục ${of(told)} ở ${text(told.detail.count)} hồ sơ Bộ chưa nhận${because(told.detail.reason)}`,
  'delivery.resent': (told) => `cho gửi lại hồ sơ của ${of(told)}${because(told.detail.reason)}`,
  'job.started': (told) => `bắt đầu việc chạy lâu: ${of(told)}`,
  'job.done': (told) => `chạy xong: ${of(told)}`,
  'job.failed': (told) => `chạy không xong: ${of(told)}${because(told.detail.reason)}`,
  'job.cancelled': (told) => `dừng việc chạy lâu: ${of(told)}`,
  'job.downloaded': (told) => `tải tệp của việc chạy lâu: ${of(told)}`,
  'import.uploaded': (told) => `đưa lên danh sách ${of(told)} để nhập hồ sơ`,
  'import.written': (told) =>
    `nhập danh sách ${of(told)}: ${text(told.detail.created)} hồ sơ mới, ${text(told.detail.changed)} hồ sơ sửa`,
  'import.removed': (told) => `bỏ danh sách ${of(told)}`,
  'import.expired': (told) => `xóa danh sách ${of(told)} đã quá hạn mà chưa nhập`,
  'codeList.changed': (told) => `đổi danh mục ${of(told)}: ${text(told.detail.summary)}${because(told.detail.basis)}`,
  'codeList.imported': (told) =>
    `nhận danh mục ${of(told)} từ tệp ${text(told.detail.file)}: ${text(told.detail.summary)}${because(told.detail.basis)}`,
  'codeList.undone': (told) =>
    `lấy lại bản ${text(told.detail.undone)} của danh mục ${of(told)}${because(told.detail.basis)}`,
  'word.mapped': (told) =>
    `ánh xạ một giá trị của danh mục ${text(told.detail.list)} cho ${text(told.detail.records)} hồ sơ`,
  'list.exported': (told) => `xuất ${of(told, 'một danh sách')}, ${text(told.detail.rows)} dòng`,
  'report.exported': (told) => `xuất báo cáo ${of(told)}, số liệu ngày ${sayDay(text(told.detail.on))}`,
  'listView.saved': (told) =>
    `lưu bộ lọc “${of(told)}”${told.detail.shared === true ? ' dùng chung trong đơn vị' : ''}`,
  'listView.removed': (told) => `xóa bộ lọc “${of(told)}”`,
  'audit.read': () => 'xem nhật ký',
  'audit.exported': () => 'xuất nhật ký có ký',
}

/** For the filter: what can be looked for. */
export const ACTION_LABELS: Record<AuditAction, string> = {
  'signIn.accepted': 'Đăng nhập',
  'signIn.refused': 'Đăng nhập không được',
  'signIn.locked': 'Khóa vì gõ sai mật khẩu',
  signOut: 'Đăng xuất',
  'session.ended': 'Kết thúc phiên nơi khác',
  'session.locked': 'Khóa màn hình',
  'session.unlocked': 'Mở khóa màn hình',
  'session.proven': 'Gõ lại mật khẩu',
  'password.changed': 'Đổi mật khẩu',
  'password.reset': 'Cấp lại mật khẩu',
  'password.linkSent': 'Gửi liên kết đặt lại mật khẩu',
  'password.resetBySelf': 'Tự đặt lại mật khẩu',
  'email.confirmed': 'Xác nhận e-mail',
  'email.removed': 'Bỏ e-mail',
  'terms.accepted': 'Ghi nhận điều khoản',
  'secondFactor.enrolled': 'Bật xác thực hai bước',
  'secondFactor.codesRenewed': 'Lập lại mã dự phòng',
  'secondFactor.givenUp': 'Tắt xác thực hai bước',
  'secondFactor.reset': 'Gỡ xác thực hai bước',
  'access.refused': 'Bị từ chối',
  'account.issued': 'Cấp tài khoản',
  'account.viewed': 'Mở tài khoản người khác',
  'account.disabled': 'Ngừng tài khoản',
  'account.enabled': 'Mở lại tài khoản',
  'account.handedOver': 'Bàn giao tài khoản quản trị',
  'account.exempted': 'Miễn cho tài khoản dùng thử',
  'channel.approved': 'Khai phê duyệt kênh',
  'channel.resentAll': 'Gửi lại tất cả',
  'population.asked': 'Đối chiếu dân cư theo đơn vị',
  'population.checked': 'Đối chiếu dân cư',
  'channel.tried': 'Kiểm tra kết nối',
  'message.written': 'Ghi bảng thông điệp của Bộ',
  'message.withdrawn': 'Bỏ dòng của bảng thông điệp',
  'staff.verified': 'Xác nhận nhân sự cho một cửa',
  'incident.recorded': 'Ghi sự cố',
  'role.granted': 'Giao vai trò',
  'role.withdrawn': 'Thu hồi vai trò',
  'role.chosen': 'Chọn vai trò làm việc',
  'role.extended': 'Gia hạn vai trò',
  'role.restricted': 'Rút ngắn thời hạn vai trò',
  'unit.created': 'Lập đơn vị',
  'unit.operated': 'Sắp xếp tổ chức',
  'unit.operationUndone': 'Hoàn tác sắp xếp',
  'unit.quotaSet': 'Giao biên chế',
  'unit.positionSet': 'Ghi vị trí việc làm',
  'unit.imported': 'Nhập cây đơn vị',
  'person.created': 'Thêm người',
  'mandate.given': 'Giao ký thay',
  'mandate.revoked': 'Thu hồi giao ký',
  'raise.recorded': 'Ghi quyết định nâng lương',
  'raise.tookEffect': 'Nâng lương có hiệu lực',
  'raise.cancelled': 'Bỏ nâng lương',
  'movement.recorded': 'Ghi biến động',
  'movement.undone': 'Hoàn tác biến động',
  'movement.tookEffect': 'Biến động có hiệu lực',
  'movement.reported': 'Báo cáo biến động',
  'handover.made': 'Lập gói bàn giao',
  'handover.receipted': 'Ghi biên bản giao nhận',
  'package.received': 'Nhận gói bàn giao',
  'package.refused': 'Từ chối gói bàn giao',
  'calendar.dayWritten': 'Ghi lịch làm việc',
  'calendar.dayRemoved': 'Xóa ngày trong lịch',
  'person.citizenIdChanged': 'Đổi số căn cước đã duyệt',
  'duplicate.different': 'Kết luận hai người khác nhau',
  'duplicate.same': 'Kết luận cùng một người',
  'record.viewed': 'Mở hồ sơ người khác',
  'record.edited': 'Sửa hồ sơ',
  'record.submitted': 'Gửi hồ sơ',
  'record.withdrawn': 'Rút lại hồ sơ',
  'record.confirmed': 'Xác nhận không thay đổi',
  'correction.asked': 'Đề nghị sửa',
  'correction.withdrawn': 'Rút đề nghị sửa',
  'correction.corrected': 'Đã sửa theo đề nghị',
  'correction.refused': 'Không sửa theo đề nghị',
  'record.checked': 'Kiểm đạt',
  'record.returned': 'Trả lại',
  'record.exported': 'Xuất hồ sơ',
  'evidence.added': 'Thêm minh chứng',
  'evidence.linked': 'Dùng lại minh chứng',
  'evidence.removed': 'Gỡ minh chứng',
  'evidence.expired': 'Bỏ minh chứng không dùng',
  'value.checked': 'Đối chiếu giá trị',
  'value.checkTakenBack': 'Bỏ đối chiếu',
  'record.purposeStated': 'Ghi mục đích xem hồ sơ',
  'agreement.given': 'Đồng ý cho xem hồ sơ',
  'agreement.revoked': 'Thu hồi đồng ý cho xem',
  'view.questioned': 'Hỏi về lượt xem hồ sơ',
  'view.answered': 'Trả lời về lượt xem hồ sơ',
  'signing.pictureSet': 'Đăng ký hình chữ ký, con dấu',
  'signing.pictureRemoved': 'Bỏ hình chữ ký, con dấu',
  'certificate.registered': 'Đăng ký chứng thư số',
  'certificate.withdrawn': 'Thu hồi chứng thư số',
  'certificate.enrolled': 'Ký phiếu đăng ký chứng thư',
  'certificate.enrolmentRefused': 'Không xác nhận chứng thư',
  'approver.added': 'Thêm dòng người duyệt',
  'approver.ended': 'Kết thúc dòng người duyệt',
  'month.reopened': 'Mở lại tháng đã qua',
  'signing.opened': 'Mở địa chỉ ký một lần',
  'signing.addressRefused': 'Địa chỉ ký một lần từ chối',
  'batch.frozen': 'Khóa đợt ký',
  'batch.cancelled': 'Hủy đợt ký',
  'batch.signatureRefused': 'Chữ ký không được nhận',
  'approval.withdrawalOpened': 'Lập văn bản rút phê duyệt',
  'approval.withdrawalAwaitsAuthority': 'Văn bản rút chờ kiểm tra thu hồi',
  'approval.withdrawalRefused': 'Chữ ký văn bản rút không được nhận',
  'approval.withdrawn': 'Rút phê duyệt',
  'batch.approved': 'Ký duyệt',
  'batch.awaitsAuthority': 'Chờ kiểm tra thu hồi',
  'batch.stamped': 'Đóng dấu thời gian bổ sung',
  'proof.failed': 'Dữ liệu khác bản đã ký',
  'proof.restored': 'Đóng sự cố dữ liệu khác bản đã ký',
  'export.requested': 'Đề nghị cấp văn bản',
  'export.signed': 'Ký văn bản',
  'export.awaitsAuthority': 'Văn bản chờ kiểm tra thu hồi',
  'export.issued': 'Phát hành văn bản',
  'export.refused': 'Không cấp văn bản',
  'export.cancelled': 'Rút đề nghị cấp văn bản',
  'export.signatureRefused': 'Chữ ký văn bản không được nhận',
  'document.downloaded': 'Tải văn bản',
  'delivery.accepted': 'Bộ đã nhận',
  'delivery.refused': 'Bộ từ chối',
  'delivery.parked': 'Ngừng gửi Bộ',
  'delivery.resent': 'Gửi lại Bộ',
  'delivery.groupRepaired': 'Thay mã cho cả nhóm lỗi',
  'job.started': 'Bắt đầu việc chạy lâu',
  'job.done': 'Chạy xong',
  'job.failed': 'Chạy không xong',
  'job.cancelled': 'Dừng việc chạy lâu',
  'job.downloaded': 'Tải tệp của việc chạy lâu',
  'import.uploaded': 'Đưa danh sách lên',
  'import.written': 'Nhập danh sách',
  'import.removed': 'Bỏ danh sách đã đưa lên',
  'import.expired': 'Xóa danh sách quá hạn chưa nhập',
  'word.mapped': 'Ánh xạ giá trị danh mục',
  'codeList.changed': 'Đổi danh mục dùng chung',
  'codeList.imported': 'Nhận danh mục từ tệp',
  'codeList.undone': 'Lấy lại một bản danh mục',
  'list.exported': 'Xuất danh sách',
  'report.exported': 'Xuất báo cáo',
  'listView.saved': 'Lưu bộ lọc',
  'listView.removed': 'Xóa bộ lọc',
  'audit.read': 'Xem nhật ký',
  'audit.exported': 'Xuất nhật ký có ký',
}

export const isAuditAction = (action: string): action is AuditAction => Object.hasOwn(ACTION_LABELS, action)

/** An entry as a sentence without its doer: “mở hồ sơ của Nguyễn Văn A”. */
export const sentenceOf = (action: string, told: Told): string =>
  isAuditAction(action) ? SENTENCES[action](told) : action

const ADDRESS_WORDS: Record<string, string> = {
  used: 'đã dùng rồi',
  accepted: 'tệp ký đã nhận rồi',
  refused: 'tệp ký đã bị từ chối',
  cancelled: 'lần ký đã hủy',
  expired: 'đã hết hạn',
  signedOut: 'người ký đã đăng xuất hoặc khóa màn hình',
}

const wayWord = (way: unknown) =>
  typeof way === 'string' && Object.hasOwn(WAY_WORDS, way) ? `“${WAY_WORDS[way as SigningWay].label}”` : text(way)

function roleWord(role: unknown): string {
  return ROLES.includes(role as Role) ? `“${ROLE_WORDS[role as Role]}”` : text(role)
}

const termWords = (verb: string, told: Told) =>
  `${verb} vai trò ${roleWord(told.detail.role)} của ${of(told)} đến hết ${text(told.detail.until) || 'khi thu hồi'}${because(told.detail.reason)}`

function sectionWords({ section, fields }: Told['detail']): string {
  if (typeof section !== 'string' || !isSectionId(section)) return ''
  const labels = (Array.isArray(fields) ? fields : []).map((code) => labelOf(section, String(code)))
  return labels.length > 0 && labels.length <= 4 ? [...new Set(labels)].join(', ') : CATALOGUE[section].title
}

/** Which sensitive field somebody touched may itself tell too much. */
function labelOf(section: SectionId, code: string): string {
  const field = fieldNamed(section, code)
  return field?.sensitive ? SENSITIVE_FIELD : (field?.label ?? code)
}
