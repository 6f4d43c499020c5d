import { EVIDENCE_MESSAGES, type EvidenceRefusals } from './evidence/evidence-messages'
import { KEPT } from './kept-rows'
import { PAPER_MESSAGES, type PaperRefusals } from './paper-messages'
import type { Refusal } from './refusal'
import type { Finding } from './rules/rule'
import { SHEET_MESSAGES, type SheetRefusals } from './sheet-messages'
import { SIGNING_MESSAGES, type SigningRefusals } from './signing/signing-messages'

/** Somebody alike: where, and the record where it may be read; null for a person out of reach. */
export type AlikePerson = { name: string; dateOfBirth: string | null; unitName: string; recordId: string } | null

/** What each refusal must tell, so that its sentence can be said. */
export type RefusalDetails = PaperRefusals &
  EvidenceRefusals &
  SheetRefusals &
  SigningRefusals & {
    notFound: Record<never, never>
    purposeMissing: { recordId: string }
    questionAsked: Record<never, never>
    accountUnknown: Record<never, never>
    agreementOver: Record<never, never>
    questionAnswered: Record<never, never>
    ownView: Record<never, never>
    invalidAnswers: { count: number }
    changedMeanwhile: { section: string; by: string; at: string; theirs: Record<string, unknown>; version: number }
    frozenForSigning: { batch: string }
    notYours: { labels: string[] }
    declarationMissing: Record<never, never>
    recordIncomplete: { missing: { section: string; code: string; label: string }[] }
    nothingToSubmit: Record<never, never>
    nothingApproved: Record<never, never>
    ownField: { label: string }
    correctionOpen: { label: string }
    correctionDecided: Record<never, never>
    nothingCorrected: { label: string }
    unsentChanges: { count: number }
    rulesBroken: { findings: Finding[] }
    warningsUnconfirmed: { findings: Finding[] }
    submissionDecided: Record<never, never>
    reasonMissing: { for: string }
    outsideApprovalWindow: { opens: string; closes: string }
    nothingToApprove: Record<never, never>
    ownRecord: Record<never, never>
    batchChanged: Record<never, never>
    /** APPROVER_NOT_DEFINED */
    approverNotDefined: { name: string }
    approverAnother: { name: string; unit: string }
    monthClosed: { month: string }
    approverRuleEnded: Record<never, never>
    batchNotFrozen: Record<never, never>
    batchNotApproved: Record<never, never>
    approvalWithdrawn: { name: string }
    withdrawalOver: Record<never, never>
    withdrawalFrozen: { name: string }
    batchOfAnother: { name: string }
    revisionAltered: { version: number }
    usernameTaken: { username: string }
    citizenIdTaken: Record<never, never>
    duplicateDecided: Record<never, never>
    doubleHoldsOffice: Record<never, never>
    doubleHasDoubles: Record<never, never>
    beingSent: Record<never, never>
    recordClosed: Record<never, never>
    sameNameAndBirth: { people: AlikePerson[] }
    numberTaken: Record<never, never>
    approvedRowKept: Record<never, never>
    unitCodeTaken: { code: string }
    operationBlocked: { reasons: string[] }
    rehearsalChanged: Record<never, never>
    operationReferred: { what: string[] }
    operationUndone: Record<never, never>
    sheetUnreadable: Record<never, never>
    mandateRefused: { reasons: string[] }
    mandateScope: { documentNo: string }
    mandateEnded: { documentNo: string }
    raiseRefused: { reasons: string[] }
    raiseListChanged: { count: number }
    raiseSettled: Record<never, never>
    meritQuotaSpent: { unit: string; year: string; quota: number; used: number; more: number }
    movementRefused: { reasons: string[] }
    movementReferred: { what: string[] }
    movementUndone: Record<never, never>
    postingsOverlap: Record<never, never>
    packageRefused: { reasons: string[] }
    receiptRecorded: Record<never, never>
    nothingSigned: Record<never, never>
    movementReported: Record<never, never>
    decisionNotPdf: Record<never, never>
    decisionTooLarge: Record<never, never>
    calendarDayKnown: Record<never, never>
    outsideYourUnits: Record<never, never>
    deliveryNotResendable: Record<never, never>
    connectionNotConfigured: Record<never, never>
    populationNotConfigured: Record<never, never>
    populationNoOfficer: Record<never, never>
    populationPurpose: Record<never, never>
    populationIncomplete: Record<never, never>
    populationQuota: { most: number }
    nobodyToAskAbout: Record<never, never>
    formInvalid: { count: number }
    accountExists: { username: string }
    ownAccount: Record<never, never>
    accountAboveYou: Record<never, never>
    roleNotYours: Record<never, never>
    roleAlreadyHeld: Record<never, never>
    roleOfEveryAccount: Record<never, never>
    roleContradicts: { wanted: string; held: string }
    roleTermSame: Record<never, never>
    delegationNotYours: Record<never, never>
    documentNoMissing: Record<never, never>
    accountDormant: { days: number }
    accountStands: Record<never, never>
    nothingToHandOver: Record<never, never>
    nobodyToReset: { why: string }
    oneTimeExpired: { until: string }
    nobodyToIssue: { why: string }
    administratorExists: { username: string }
    auditKeyMissing: Record<never, never>
    auditNotSealed: Record<never, never>
    listTooLong: { rows: number; most: number }
    passwordWeak: { reasons: string[] }
    passwordWrong: Record<never, never>
    passwordsDiffer: Record<never, never>
    linkOver: Record<never, never>
    resetTooOften: { minutes: number }
    emailCodeWrong: { left: number }
    emailCodeOver: Record<never, never>
    emailTaken: Record<never, never>
    emailTooOften: { when: string }
    signInWrong: Record<never, never>
    signInCodeWrong: Record<never, never>
    codeNeeded: Record<never, never>
    codeWrong: Record<never, never>
    offerExpired: { minutes: number }
    termsChanged: Record<never, never>
    termsNotAccepted: Record<never, never>
    secondFactorStands: Record<never, never>
    secondFactorObligatory: Record<never, never>
    signInLocked: { until: string }
    addressSlowed: { seconds: number }
    nothingToRestore: Record<never, never>
    restoreInvalid: { count: number }
    tooManyJobs: { most: number }
    tooManyPeople: { count: number; most: number }
    jobEnded: Record<never, never>
    nobodyApproved: Record<never, never>
    sessionLocked: Record<never, never>
    reauthenticationNeeded: Record<never, never>
  }

export type RefusalCode = keyof RefusalDetails

/** One sentence of what is so, one of what to do. Total by type: a refusal without a sentence does not compile. */
export const MESSAGES: { [Code in RefusalCode]: (details: RefusalDetails[Code]) => string } = {
  ...SHEET_MESSAGES,
  ...SIGNING_MESSAGES,
  ...PAPER_MESSAGES,
  ...EVIDENCE_MESSAGES,
  notFound: () => 'Không tìm thấy trang này.',
  accountUnknown: () => 'Không tìm thấy tài khoản đang dùng. Ghi đúng tên đăng nhập hoặc đủ 12 số căn cước.',
  agreementOver: () => 'Văn bản này đã thu hồi. Tải lại trang để xem.',
  questionAsked: () => 'Anh/Chị đã hỏi về lượt xem này. Câu trả lời hiện ngay dưới câu hỏi.',
  questionAnswered: () => 'Câu hỏi này đã có người trả lời. Tải lại trang để xem.',
  ownView: () => 'Không ai tự trả lời về lượt xem của mình. Cấp trên trực tiếp làm việc này.',
  purposeMissing: () => 'Ghi mục đích xem hồ sơ này trước. Người có hồ sơ thấy lượt xem và mục đích.',
  invalidAnswers: ({ count }) => `Còn ${count} ô phải sửa. Các ô khác đã lưu.`,
  changedMeanwhile: ({ by, at }) => `${by} đã lưu mục này lúc ${at}. Xem hai giá trị và chọn giá trị giữ lại.`,
  frozenForSigning: ({ batch }) =>
    `Hồ sơ đang khóa để ký trong ${batch}. Anh/Chị gửi lại được sau khi ký xong hoặc hủy đợt.`,
  notYours: ({ labels }) => `Mục do đơn vị ghi: ${labels.join(', ')}. Dùng “Đề nghị sửa” để báo cán bộ hồ sơ.`,
  declarationMissing: () => 'Đánh dấu vào lời cam đoan trước khi gửi.',
  recordIncomplete: ({ missing }) => `Còn ${missing.length} trường bắt buộc chưa ghi. Bấm vào từng trường để ghi.`,
  rulesBroken: ({ findings }) => `Còn ${findings.length} chỗ trái quy định. Bấm vào từng chỗ để sửa rồi gửi lại.`,
  warningsUnconfirmed: ({ findings }) =>
    `Còn ${findings.length} chỗ cần xem lại. Sửa, hoặc đánh dấu xác nhận rồi gửi lại.`,
  nothingToSubmit: () => 'Chưa có thay đổi nào để gửi.',
  ownField: ({ label }) => `Mục “${label}” do Anh/Chị ghi. Sửa ngay ở ô đó rồi gửi.`,
  correctionOpen: ({ label }) => `Đã có một đề nghị sửa “${label}” đang chờ cán bộ hồ sơ trả lời.`,
  correctionDecided: () => 'Đề nghị này đã được trả lời hoặc rút lại. Tải lại trang để xem.',
  nothingCorrected: ({ label }) => `“${label}” vẫn như lúc được đề nghị. Sửa ô đó trước, hoặc trả lời là không sửa.`,
  nothingApproved: () => 'Hồ sơ chưa được duyệt lần nào. Ghi đủ rồi gửi để đơn vị kiểm và ký.',
  unsentChanges: ({ count }) => `Hồ sơ có ${count} thay đổi chưa gửi. Gửi các thay đổi đó, hoặc ghi lại như cũ.`,
  submissionDecided: () => 'Hồ sơ này đã được xử lý ở nơi khác. Tải lại trang để xem kết quả.',
  reasonMissing: ({ for: what }) => `Ghi lý do cho ${what}.`,
  outsideApprovalWindow: ({ opens, closes }) =>
    `Chưa ký được: kỳ ký mở ${opens}–${closes} (Quy chế, Điều 12). Việc gấp thì mở đợt ký riêng và ghi lý do.`,
  nothingToApprove: () => 'Chưa có hồ sơ nào sẵn sàng ký. Cán bộ hồ sơ kiểm xong thì hồ sơ hiện ở đây.',
  ownRecord: () => 'Không ai tự kiểm hoặc tự duyệt hồ sơ của mình. Cấp trên trực tiếp làm việc này.',
  batchChanged: () => 'Đợt ký đã thay đổi sau khi mở trang. Tải lại trang, xem lại danh sách rồi ký.',
  approverNotDefined: ({ name }) =>
    `Chưa có người duyệt cho hồ sơ của ${name} theo bảng người duyệt (Quy chế, Điều 11). Hủy đợt ký, báo Sở Nội vụ bổ sung bảng.`,
  approverAnother: ({ name, unit }) =>
    `Hồ sơ của ${name} do người đứng đầu ${unit} duyệt (Quy chế, Điều 11). Hủy đợt ký rồi mở lại.`,
  monthClosed: ({ month }) =>
    `Tháng ${month} đã qua và hôm nay không có lần mở lại nào còn hạn cho đơn vị. Đề nghị Sở Nội vụ mở lại bằng văn bản.`,
  approverRuleEnded: () => 'Dòng này đã được đặt ngày kết thúc. Tải lại trang để xem.',
  batchNotApproved: () => 'Đợt này chưa ký duyệt xong nên chưa có phê duyệt nào để rút.',
  approvalWithdrawn: ({ name }) =>
    `Phê duyệt hồ sơ của ${name} đã được rút trước đó. Bỏ người này khỏi danh sách rồi lập lại.`,
  withdrawalOver: () => 'Văn bản rút phê duyệt này không còn chờ ký. Tải lại trang để xem kết quả.',
  withdrawalFrozen: ({ name }) =>
    `Bản mới hơn của ${name} đang khóa trong một đợt chờ ký. Ký hoặc hủy đợt đó rồi rút phê duyệt.`,
  batchNotFrozen: () => 'Đợt này không còn chờ ký. Tải lại trang để xem kết quả.',
  batchOfAnother: ({ name }) => `Đợt này do ${name} mở để ký. Hủy đợt rồi mở lại nếu Anh/Chị là người ký.`,
  revisionAltered: ({ version }) =>
    `Có hồ sơ (phiên bản ${version}) không còn khớp mã kiểm tra lúc gửi nên chưa ký được. Báo quản trị hệ thống kiểm tra.`,
  usernameTaken: ({ username }) => `Tên đăng nhập “${username}” đã có. Chọn tên khác.`,
  duplicateDecided: () => 'Cặp hồ sơ này đã kết luận như vậy rồi. Tải lại trang để xem.',
  doubleHoldsOffice: () =>
    'Tài khoản của hồ sơ bị đóng còn giữ vai trò của đơn vị. Giữ hồ sơ đó lại, hoặc nhờ quản trị thu hồi vai trò trước.',
  doubleHasDoubles: () =>
    'Một trong hai hồ sơ đang gắn với một kết luận khác. Mở kết luận đó, chuyển thành hai người khác nhau rồi làm lại.',
  beingSent: () => 'Hồ sơ này đang được gửi Bộ. Chờ vài phút rồi làm lại.',
  recordClosed: () =>
    'Hồ sơ này đã đóng vì là hồ sơ thứ hai của cùng một người. Muốn mở lại thì sửa kết luận ở mục Nghi trùng.',
  sameNameAndBirth: ({ people }) =>
    `Đã có ${people.length} người cùng họ tên và ngày sinh. Xem lại; nếu là người khác thì xác nhận để thêm.`,
  citizenIdTaken: () =>
    'Số căn cước này đã cấp tài khoản hoặc đã duyệt cho một người. Tìm người đó trong danh sách hồ sơ; nếu thẻ của người đang thêm ghi đúng số này, báo Sở Nội vụ so hai hồ sơ.',
  approvedRowKept: () => KEPT,
  numberTaken: () =>
    'Một số vừa ghi đã có trong hồ sơ khác. Tải lại trang, xem lại số căn cước, số hiệu và số bảo hiểm xã hội.',
  unitCodeTaken: ({ code }) => `Mã đơn vị “${code}” đã có. Chọn mã khác.`,
  operationBlocked: ({ reasons }) => `Chưa thực hiện được: ${reasons.join(' ')}`,
  rehearsalChanged: () => 'Có thay đổi sau khi diễn tập. Diễn tập lại rồi thực hiện.',
  operationReferred: ({ what }) => `Không hoàn tác được nữa: ${what.join('; ')}. Dùng việc ngược lại đã soạn sẵn.`,
  operationUndone: () => 'Việc này đã được hoàn tác. Tải lại trang để xem.',
  sheetUnreadable: () => 'Không đọc được tệp. Chọn tệp .xlsx, hoặc .csv lưu bằng mã UTF-8.',
  mandateRefused: ({ reasons }) => `Chưa giao ký được: ${reasons.join(' ')}`,
  mandateScope: ({ documentNo }) =>
    `Văn bản giao ký ${documentNo} không gồm loại đợt ký này. Thủ trưởng mở đợt, hoặc giao thêm bằng văn bản.`,
  mandateEnded: ({ documentNo }) =>
    `Văn bản giao ký ${documentNo} đã hết hiệu lực nên chưa ký được. Hồ sơ vẫn chờ ký; thủ trưởng hủy đợt rồi mở lại.`,
  raiseRefused: ({ reasons }) => `Chưa ghi được: ${reasons.join(' ')}`,
  raiseListChanged: ({ count }) =>
    `${count} người đã chọn không còn trong danh sách đến hạn: đã có quyết định khác, hoặc hồ sơ đã thay đổi. Tải lại trang để xem.`,
  raiseSettled: () => 'Việc nâng lương này đã ghi vào hồ sơ hoặc đã bỏ. Tải lại trang để xem.',
  meritQuotaSpent: ({ unit, year, quota, used, more }) =>
    `${unit}, năm ${year}: được nâng trước thời hạn ${quota} người, đã ghi ${used}, đang chọn thêm ${more}. Bỏ bớt người, hoặc ghi sang năm sau.`,
  movementRefused: ({ reasons }) => `Chưa ghi được: ${reasons.join(' ')}`,
  movementReferred: ({ what }) => `Không hoàn tác được nữa: ${what.join('; ')}. Ghi biến động ngược lại.`,
  movementUndone: () => 'Việc này đã được hoàn tác. Tải lại trang để xem.',
  postingsOverlap: () =>
    'Người này đã có nơi công tác chính trong những ngày đó. Mỗi ngày chỉ có một nơi công tác chính: tải lại trang để xem.',
  packageRefused: ({ reasons }) => `Không nhận gói này. ${reasons.join(' ')}`,
  nothingSigned: () =>
    'Hồ sơ chưa có bản nào được ký duyệt nên chưa lập gói bàn giao được. Đưa hồ sơ vào đợt ký trước.',
  receiptRecorded: () => 'Gói này đã ghi biên bản giao nhận. Tải lại trang để xem.',
  movementReported: () => 'Việc này đã báo cáo Sở Nội vụ. Tải lại trang để xem.',
  decisionNotPdf: () => 'Tệp này không phải PDF. Quét quyết định thành tệp PDF rồi chọn lại.',
  decisionTooLarge: () => 'Tệp lớn hơn 5 MB. Quét lại ở độ phân giải thấp hơn.',
  calendarDayKnown: () => 'Ngày này đã ghi. Xóa dòng cũ rồi ghi lại.',
  outsideYourUnits: () => 'Chọn một đơn vị thuộc phạm vi Anh/Chị quản lý.',
  connectionNotConfigured: () =>
    'Máy chủ chưa có hồ sơ kết nối (NATIONAL_PROFILE). Quản trị hệ thống đặt tệp này rồi khởi động lại.',
  populationNotConfigured: () =>
    'Máy chủ chưa có hồ sơ kết nối cơ sở dữ liệu dân cư (POPULATION_PROFILE). Chưa đối chiếu được ai.',
  populationNoOfficer: () =>
    'Tài khoản của Anh/Chị chưa gắn với mã cán bộ ở cơ sở dữ liệu dân cư. Nhờ quản trị hệ thống khai mã.',
  populationPurpose: () => 'Chọn mục đích đối chiếu đang có hiệu lực.',
  populationIncomplete: () => 'Hồ sơ chưa đủ số định danh, họ tên và ngày sinh để đối chiếu. Ghi đủ rồi đối chiếu lại.',
  populationQuota: ({ most }) => `Đã dùng hết ${most.toLocaleString('vi')} lượt đối chiếu của hôm nay. Mai làm tiếp.`,
  nobodyToAskAbout: () => 'Không còn ai cần đối chiếu: đã khớp, đang chờ, hoặc chưa ghi đủ ba thông tin.',
  deliveryNotResendable: () => 'Hồ sơ này không ở trạng thái gửi lại được. Tải lại trang để xem.',
  formInvalid: ({ count }) => `Còn ${count} ô phải sửa. Chưa có gì được ghi.`,
  accountExists: ({ username }) => `Người này đã có tài khoản “${username}”. Quên mật khẩu thì cấp lại mật khẩu.`,
  ownAccount: () => 'Không ai tự giao vai trò hoặc sửa tài khoản của mình. Nhờ quản trị cấp trên.',
  accountAboveYou: () => 'Tài khoản này có vai trò do Sở Nội vụ giao. Nhờ quản trị tỉnh.',
  roleNotYours: () => 'Vai trò này do Sở Nội vụ giao. Nhờ quản trị tỉnh.',
  roleAlreadyHeld: () => 'Người này đang giữ vai trò đó tại đơn vị đã chọn. Xem danh sách vai trò phía trên.',
  roleContradicts: ({ wanted, held }) =>
    `Một người không giữ cùng lúc vai trò ${wanted} và ${held}. Thu hồi vai trò kia trước, hoặc chọn thời gian không trùng.`,
  roleTermSame: () => 'Ngày hết hạn vẫn như cũ. Ghi ngày khác để gia hạn hoặc rút ngắn.',
  delegationNotYours: () => 'Loại đơn vị của Anh/Chị chưa được phân cấp giao quản trị đơn vị. Nhờ quản trị tỉnh.',
  documentNoMissing: () => 'Cấp tỉnh làm theo văn bản đề nghị. Ghi số văn bản, ví dụ 123/SYT-TCCB.',
  accountDormant: ({ days }) =>
    `Tài khoản đã ngừng vì ${days} ngày không dùng. Nhờ quản trị đơn vị mở lại, rồi đăng nhập như cũ.`,
  oneTimeExpired: ({ until }) => `Mật khẩu dùng một lần đã hết hạn lúc ${until}. Nhờ quản trị đơn vị cấp lại mật khẩu.`,
  nobodyToIssue: ({ why }) => `Không có ai để cấp tài khoản. ${why}`,
  nothingToHandOver: () => 'Người này không giữ vai trò quản trị nào để bàn giao.',
  nobodyToReset: ({ why }) => `Không có tài khoản nào để cấp lại mật khẩu. ${why}`,
  accountStands: () => 'Tài khoản này vừa đổi trạng thái. Tải lại trang để xem.',
  roleOfEveryAccount: () => 'Vai trò cá nhân đi theo tài khoản. Muốn ngừng thì khóa tài khoản.',
  administratorExists: ({ username }) =>
    `Đã có quản trị cấp tỉnh (${username}). Người đó tạo các tài khoản khác trên trình duyệt.`,
  auditKeyMissing: () => 'Hệ thống chưa có khóa ký nhật ký. Nhờ quản trị hệ thống đặt AUDIT_KEY.',
  auditNotSealed: () => 'Những ngày này chưa có việc nào được niêm phong. Chọn ngày khác, hoặc đợi ít phút.',
  listTooLong: ({ rows, most }) =>
    `Danh sách có ${rows.toLocaleString('vi')} dòng, mỗi tệp chứa tối đa ${most.toLocaleString('vi')} dòng. Lọc hẹp lại rồi xuất.`,
  passwordWeak: ({ reasons }) => `Mật khẩu chưa đạt: ${reasons.join('; ')}.`,
  passwordWrong: () => 'Mật khẩu hiện tại không đúng. Gõ lại, chú ý bộ gõ tiếng Việt.',
  passwordsDiffer: () => 'Hai lần gõ mật khẩu mới không giống nhau. Gõ lại cả hai ô.',
  linkOver: () =>
    'Liên kết này đã dùng, đã quá hạn hoặc không đúng. Quay lại trang “Quên mật khẩu” để nhận liên kết khác.',
  resetTooOften: ({ minutes }) =>
    `Đã báo quên mật khẩu nhiều lần. Chờ ${minutes} phút, hoặc nhờ quản trị đơn vị đặt lại.`,
  emailCodeWrong: ({ left }) =>
    left > 0 ? `Mã chưa đúng. Còn ${left} lần gõ, sau đó lấy mã khác.` : 'Mã chưa đúng và đã hết lần gõ. Lấy mã khác.',
  emailCodeOver: () => 'Mã này đã quá hạn hoặc đã hết lần gõ. Lấy mã khác.',
  emailTaken: () => 'Địa chỉ này đã xác nhận cho một tài khoản khác. Mỗi tài khoản dùng một địa chỉ riêng.',
  emailTooOften: ({ when }) => `Vừa gửi mã rồi. Xem hộp thư, cả mục thư rác; lấy mã khác ${when}.`,
  signInWrong: () => 'Tên tài khoản hoặc mật khẩu chưa đúng. Gõ lại, chú ý phím Caps Lock và bộ gõ tiếng Việt.',
  signInCodeWrong: () =>
    'Tên, mật khẩu hoặc mã xác thực chưa đúng. Mỗi mã chỉ dùng một lần; chờ mã kế tiếp, hoặc gõ lại từ đầu.',
  codeNeeded: () => 'Gõ thêm mã xác thực 6 số trong ứng dụng xác thực.',
  codeWrong: () => 'Mã xác thực chưa đúng. Mỗi mã chỉ dùng một lần, trong 30 giây.',
  offerExpired: ({ minutes }) => `Mã QR đã quá ${minutes} phút. Tải lại trang để lấy mã mới.`,
  termsChanged: () => 'Điều khoản vừa có bản mới. Tải lại trang để đọc.',
  termsNotAccepted: () => 'Đánh dấu vào câu dưới cùng nếu Anh/Chị đã đọc và làm theo.',
  secondFactorStands: () => 'Tài khoản này đã bật xác thực hai bước. Tải lại trang để xem.',
  secondFactorObligatory: () => 'Vai trò của Anh/Chị bắt buộc xác thực hai bước nên chưa tắt được.',
  signInLocked: ({ until }) =>
    `Sai 5 lần, tài khoản tạm khóa đến ${until}. Quên mật khẩu thì nhờ quản trị đơn vị đặt lại.`,
  sessionLocked: () => 'Màn hình đang khóa. Gõ mật khẩu để mở rồi làm tiếp.',
  reauthenticationNeeded: () => 'Việc này cần gõ lại mật khẩu. Gõ lại rồi làm tiếp.',
  addressSlowed: ({ seconds }) => `Mạng này vừa gõ sai nhiều lần. Chờ ${seconds} giây rồi đăng nhập lại.`,
  nothingToRestore: () => 'Giá trị đã chọn đang có trong bản nháp rồi. Tải lại trang để xem.',
  restoreInvalid: ({ count }) => `Có ${count} giá trị cũ không còn hợp lệ theo quy định hiện nay. Bỏ chọn rồi lấy lại.`,
  tooManyJobs: ({ most }) => `Anh/Chị đang có ${most} việc chưa xong. Chờ một việc xong, hoặc dừng bớt.`,
  tooManyPeople: ({ count, most }) =>
    `Đơn vị có ${count.toLocaleString('vi')} người, một lần tải nhiều nhất ${most.toLocaleString('vi')}. Chọn từng đơn vị trực thuộc.`,
  jobEnded: () => 'Việc này đã kết thúc. Tải lại trang để xem kết quả.',
  nobodyApproved: () => 'Chưa ai của đơn vị có hồ sơ được duyệt đến ngày đã chọn. Chọn ngày khác hoặc đơn vị khác.',
}

export const messageOf = (refusal: Refusal): string =>
  (MESSAGES[refusal.code] as (details: unknown) => string)(refusal.details)
