/** Kinds of workplaces, each with its own people. */
export type Staff = keyof typeof JOBS

export type Category = 'CAN_BO' | 'CONG_CHUC' | 'VIEN_CHUC' | 'NGUOI_LAM_VIEC_HOI' | 'LAO_DONG_HOP_DONG'

export type Job = {
  category: Category
  /** As it stands in papers. */
  title: string
  /** Code of `chuc-vu` and its coefficient. */
  position: string | null
  positionAllowance: string | null
  /** Ranks held one after the other, the last today. Empty for contracts paid by agreement. */
  ranks: readonly string[]
  /** Years of service, from – to. */
  service: readonly [number, number]
  degree: string
  major: string
  duty: string
  /** Code of `vi-tri-viec-lam`. */
  jobPosition: string | null
  allowances: readonly Allowance[]
}

/** `percent`: of pay; `seniority`: one percent a year from the fifth (teachers). */
export type Allowance = { type: string; percent?: string; coefficient?: string; seniority?: true }

type Line = [
  Category,
  string,
  string | null,
  string | null,
  readonly string[],
  readonly [number, number],
  string,
  string,
  string,
  string | null,
  readonly Allowance[],
]

const TEACHER: readonly Allowance[] = [
  { type: '11', percent: '30' },
  { type: '13', seniority: true },
]
const NURSE: readonly Allowance[] = [{ type: '10', percent: '40' }]
const CIVIL: readonly Allowance[] = [{ type: '01', percent: '25' }]
const [CV, CVC, CVCC] = ['01.003', '01.002', '01.001']

// biome-ignore format: meant to be read as a table
const JOBS = {
  province: [
    ['CAN_BO', 'Chủ tịch UBND tỉnh', 'CT_UBND_TINH', '1.25', [CV, CVC, CVCC], [26, 30], '02', 'Kinh tế', 'Lãnh đạo, điều hành công việc của Ủy ban nhân dân tỉnh', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [6, 14], '04', 'Luật', 'Theo dõi công tác tổ chức cán bộ của cơ quan', null, CIVIL],
    ['CAN_BO', 'Phó Chủ tịch UBND tỉnh', 'PCT_UBND_TINH', '1.05', [CV, CVC, CVCC], [24, 29], '03', 'Quản lý công', 'Phụ trách khối văn hóa – xã hội', null, CIVIL],
    ['CAN_BO', 'Phó Chủ tịch UBND tỉnh', 'PCT_UBND_TINH', '1.05', [CV, CVC], [22, 28], '03', 'Kinh tế phát triển', 'Phụ trách khối kinh tế', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên chính', null, null, [CV, CVC], [16, 26], '03', 'Hành chính công', 'Tổng hợp, tham mưu chỉ đạo điều hành', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [4, 15], '04', 'Quản trị kinh doanh', 'Theo dõi lĩnh vực kinh tế ngành', null, CIVIL],
    ['LAO_DONG_HOP_DONG', 'Lái xe', null, null, [], [5, 20], '07', 'Vận hành, sửa chữa ô tô', 'Lái xe phục vụ công tác của cơ quan', null, []],
  ],
  office: [
    ['CONG_CHUC', 'Giám đốc Sở', 'GD_SO', '0.9', [CV, CVC], [22, 29], '03', 'Quản lý công', 'Lãnh đạo, quản lý toàn diện công tác của Sở', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên Văn phòng Sở', null, null, [CV], [5, 16], '04', 'Quản trị nhân lực', 'Quản lý hồ sơ công chức, viên chức, người lao động', null, CIVIL],
    ['CONG_CHUC', 'Phó Giám đốc Sở', 'PGD_SO', '0.7', [CV, CVC], [18, 27], '03', 'Chính sách công', 'Giúp Giám đốc phụ trách lĩnh vực được phân công', null, CIVIL],
    ['CONG_CHUC', 'Trưởng phòng', 'TP_SO', '0.5', [CV, CVC], [14, 26], '03', 'Quản lý nhà nước', 'Phụ trách phòng chuyên môn', null, CIVIL],
    ['CONG_CHUC', 'Phó Trưởng phòng', 'PTP_SO', '0.3', [CV], [9, 20], '04', 'Luật', 'Giúp Trưởng phòng phụ trách mảng được giao', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [3, 18], '04', 'Hành chính học', 'Tham mưu, theo dõi công tác chuyên môn được phân công', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên chính', null, null, [CV, CVC], [14, 27], '03', 'Quản lý công', 'Tham mưu xây dựng đề án, kế hoạch của ngành', null, CIVIL],
    ['CONG_CHUC', 'Kế toán viên', null, null, ['06.031'], [5, 18], '04', 'Kế toán', 'Kế toán thu, chi của Sở', null, CIVIL],
    ['CONG_CHUC', 'Văn thư viên', null, null, ['02.007'], [3, 15], '04', 'Lưu trữ học', 'Văn thư, lưu trữ cơ quan', null, CIVIL],
    ['CONG_CHUC', 'Nhân viên lưu trữ', null, null, ['02.008'], [29, 32], '07', 'Văn thư – lưu trữ', 'Lưu trữ hồ sơ, tài liệu của Sở', null, CIVIL],
    ['LAO_DONG_HOP_DONG', 'Lái xe', null, null, [], [4, 20], '07', 'Vận hành, sửa chữa ô tô', 'Lái xe phục vụ công tác của Sở', null, []],
  ],
  highSchool: [
    ['VIEN_CHUC', 'Hiệu trưởng', 'HT_THPT', '0.7', ['V.07.05.15', 'V.07.05.14'], [18, 27], '03', 'Quản lý giáo dục', 'Quản lý toàn diện các hoạt động của nhà trường', 'QL01', TEACHER],
    ['VIEN_CHUC', 'Nhân viên giáo vụ', null, null, ['V.07.07.21'], [6, 15], '04', 'Quản lý giáo dục', 'Giáo vụ, quản lý hồ sơ viên chức của trường', 'HT28', []],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.05.15'], [2, 16], '04', 'Sư phạm Toán học', 'Giảng dạy môn Toán, chủ nhiệm lớp', 'CM069', TEACHER],
    ['VIEN_CHUC', 'Tổ trưởng chuyên môn', 'TTCM', '0.25', ['V.07.05.15', 'V.07.05.14'], [13, 26], '03', 'Ngữ văn', 'Giảng dạy môn Ngữ văn, phụ trách tổ chuyên môn', 'QL07', TEACHER],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.05.15'], [3, 18], '04', 'Sư phạm Vật lý', 'Giảng dạy môn Vật lý', 'CM069', TEACHER],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.05.15'], [3, 20], '04', 'Sư phạm Tiếng Anh', 'Giảng dạy môn Tiếng Anh', 'CM069', TEACHER],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.05.15', 'V.07.05.14'], [12, 24], '04', 'Sư phạm Hóa học', 'Giảng dạy môn Hóa học, bồi dưỡng học sinh giỏi', 'CM069', TEACHER],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.05.15'], [2, 15], '04', 'Sư phạm Sinh học', 'Giảng dạy môn Sinh học', 'CM069', TEACHER],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.05.15'], [4, 22], '04', 'Sư phạm Lịch sử', 'Giảng dạy môn Lịch sử', 'CM069', TEACHER],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.05.15'], [3, 19], '04', 'Giáo dục thể chất', 'Giảng dạy môn Giáo dục thể chất', 'CM069', TEACHER],
    ['VIEN_CHUC', 'Kế toán', null, null, ['V.06.031'], [5, 18], '04', 'Kế toán', 'Kế toán của trường', 'CM138', []],
    ['LAO_DONG_HOP_DONG', 'Bảo vệ', null, null, [], [3, 15], '9999', 'Nghiệp vụ bảo vệ', 'Bảo vệ cơ sở vật chất, trật tự nhà trường', null, []],
  ],
  middleSchool: [
    ['VIEN_CHUC', 'Hiệu trưởng', 'HT_THCS', '0.55', ['V.07.04.32', 'V.07.04.31'], [18, 26], '04', 'Sư phạm Ngữ văn', 'Quản lý toàn diện các hoạt động của nhà trường', 'QL01', TEACHER],
    ['VIEN_CHUC', 'Nhân viên văn thư', null, null, ['02.008'], [5, 14], '07', 'Văn thư – lưu trữ', 'Văn thư, quản lý hồ sơ viên chức', 'HT58', []],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.04.32'], [3, 20], '04', 'Sư phạm Toán học', 'Giảng dạy môn Toán', 'CM068', TEACHER],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.04.32', 'V.07.04.31'], [12, 25], '04', 'Sư phạm Ngữ văn', 'Giảng dạy môn Ngữ văn', 'CM068', TEACHER],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.04.32'], [2, 14], '04', 'Sư phạm Tin học', 'Giảng dạy môn Tin học', 'CM068', TEACHER],
  ],
  primary: [
    ['VIEN_CHUC', 'Hiệu trưởng', 'HT_TH', '0.5', ['V.07.03.29', 'V.07.03.28'], [18, 27], '04', 'Giáo dục tiểu học', 'Quản lý toàn diện các hoạt động của nhà trường', 'QL01', TEACHER],
    ['VIEN_CHUC', 'Nhân viên thư viện', null, null, ['V.10.02.06'], [5, 15], '04', 'Khoa học thư viện', 'Thư viện, quản lý hồ sơ viên chức', 'CM103', []],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.03.29'], [2, 18], '04', 'Giáo dục tiểu học', 'Giảng dạy, chủ nhiệm lớp', 'CM067', TEACHER],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.03.29', 'V.07.03.28'], [12, 26], '04', 'Giáo dục tiểu học', 'Giảng dạy, chủ nhiệm lớp', 'CM067', TEACHER],
  ],
  kindergarten: [
    ['VIEN_CHUC', 'Hiệu trưởng', 'HT_MN', '0.5', ['V.07.02.26', 'V.07.02.25'], [15, 25], '04', 'Giáo dục mầm non', 'Quản lý toàn diện các hoạt động của nhà trường', 'QL01', TEACHER],
    ['VIEN_CHUC', 'Kế toán', null, null, ['V.06.032'], [4, 12], '06', 'Kế toán', 'Kế toán, quản lý hồ sơ viên chức', 'CM138', []],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.02.26'], [2, 16], '06', 'Giáo dục mầm non', 'Nuôi dưỡng, chăm sóc, giáo dục trẻ', 'CM066', TEACHER],
    ['VIEN_CHUC', 'Giáo viên', null, null, ['V.07.02.26', 'V.07.02.25'], [11, 22], '04', 'Giáo dục mầm non', 'Nuôi dưỡng, chăm sóc, giáo dục trẻ', 'CM066', TEACHER],
  ],
  college: [
    ['VIEN_CHUC', 'Hiệu trưởng', 'GD_DVSN_TINH', '0.9', ['V.09.02.03', 'V.09.02.02'], [20, 28], '02', 'Nuôi trồng thủy sản', 'Quản lý toàn diện các hoạt động của nhà trường', 'QL01', TEACHER],
    ['VIEN_CHUC', 'Chuyên viên phòng Tổ chức – Hành chính', null, null, [CV], [5, 15], '04', 'Quản trị nhân lực', 'Quản lý hồ sơ viên chức, người lao động', 'HT45', []],
    ['VIEN_CHUC', 'Phó Hiệu trưởng', 'PGD_DVSN_TINH', '0.7', ['V.09.02.03', 'V.09.02.02'], [18, 27], '03', 'Công nghệ thực phẩm', 'Phụ trách đào tạo và nghiên cứu khoa học', 'QL02', TEACHER],
    ['VIEN_CHUC', 'Trưởng khoa', 'TK', '0.45', ['V.09.02.03', 'V.09.02.02'], [14, 25], '03', 'Công nghệ thông tin', 'Phụ trách khoa, giảng dạy', 'QL03', TEACHER],
    ['VIEN_CHUC', 'Giảng viên', null, null, ['V.09.02.03'], [3, 17], '03', 'Kinh tế nông nghiệp', 'Giảng dạy, hướng dẫn thực tập', 'CM075', TEACHER],
    ['VIEN_CHUC', 'Giảng viên', null, null, ['V.09.02.03'], [3, 16], '03', 'Kỹ thuật điện', 'Giảng dạy, hướng dẫn thực hành', 'CM075', TEACHER],
    ['VIEN_CHUC', 'Kế toán viên', null, null, ['V.06.031'], [4, 16], '04', 'Tài chính – Ngân hàng', 'Kế toán thanh toán', 'CM138', []],
  ],
  hospital: [
    ['VIEN_CHUC', 'Giám đốc bệnh viện', 'GD_BV', '0.8', ['V.08.01.03', 'V.08.01.02'], [20, 28], '12', 'Ngoại khoa', 'Quản lý toàn diện hoạt động của bệnh viện', 'QL01', NURSE],
    ['VIEN_CHUC', 'Chuyên viên phòng Tổ chức cán bộ', null, null, [CV], [4, 14], '04', 'Quản trị nhân lực', 'Quản lý hồ sơ viên chức, người lao động', 'HT45', []],
    ['VIEN_CHUC', 'Phó Giám đốc bệnh viện', 'PGD_BV', '0.7', ['V.08.01.03', 'V.08.01.02'], [17, 26], '11', 'Nội khoa', 'Phụ trách chuyên môn khối nội', 'QL02', NURSE],
    ['VIEN_CHUC', 'Bác sĩ', null, null, ['V.08.01.03'], [3, 15], '04', 'Y đa khoa', 'Khám bệnh, chữa bệnh', 'CM081', NURSE],
    ['VIEN_CHUC', 'Điều dưỡng', null, null, ['V.08.05.12'], [2, 18], '04', 'Điều dưỡng', 'Chăm sóc người bệnh', 'CM086', NURSE],
    ['VIEN_CHUC', 'Điều dưỡng', null, null, ['V.08.05.13'], [4, 20], '07', 'Điều dưỡng', 'Chăm sóc người bệnh', 'CM086', NURSE],
    ['VIEN_CHUC', 'Trưởng khoa', 'TK', '0.5', ['V.08.01.03', 'V.08.01.02'], [14, 25], '11', 'Nhi khoa', 'Phụ trách khoa, khám bệnh, chữa bệnh', 'QL03', NURSE],
    ['VIEN_CHUC', 'Dược sĩ', null, null, ['V.08.08.22'], [3, 16], '04', 'Dược học', 'Cấp phát, quản lý thuốc', 'CM084', NURSE],
    ['VIEN_CHUC', 'Hộ sinh', null, null, ['V.08.06.15'], [4, 19], '04', 'Hộ sinh', 'Chăm sóc sản phụ, trẻ sơ sinh', 'CM087', NURSE],
    ['VIEN_CHUC', 'Kỹ thuật y', null, null, ['V.08.07.18'], [3, 16], '04', 'Kỹ thuật xét nghiệm y học', 'Thực hiện xét nghiệm', 'CM088', NURSE],
    ['LAO_DONG_HOP_DONG', 'Nhân viên phục vụ', null, null, [], [3, 12], '9999', 'Chưa qua đào tạo', 'Vệ sinh, phục vụ tại khoa', null, []],
  ],
  branch: [
    ['CONG_CHUC', 'Chi cục trưởng', 'CCT', '0.6', [CV, CVC], [17, 27], '03', 'Y tế công cộng', 'Lãnh đạo, quản lý toàn diện công tác của Chi cục', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [5, 14], '04', 'Quản trị văn phòng', 'Tổ chức, hành chính, quản lý hồ sơ công chức', null, CIVIL],
    ['CONG_CHUC', 'Phó Chi cục trưởng', 'PCCT', '0.4', [CV, CVC], [15, 25], '03', 'Công nghệ thực phẩm', 'Giúp Chi cục trưởng phụ trách thanh tra, kiểm tra', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [3, 16], '04', 'Công nghệ thực phẩm', 'Thẩm định điều kiện an toàn thực phẩm', null, CIVIL],
    ['CONG_CHUC', 'Trưởng phòng thuộc Chi cục', 'TP_CC', '0.25', [CV], [10, 20], '04', 'Hóa phân tích', 'Phụ trách phòng nghiệp vụ', null, CIVIL],
  ],
  assembly: [
    ['CONG_CHUC', 'Chánh Văn phòng', 'CVP_DDBQH', '0.9', [CV, CVC], [20, 28], '03', 'Luật', 'Lãnh đạo, quản lý toàn diện công tác của Văn phòng', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [5, 14], '04', 'Hành chính học', 'Tổ chức, hành chính, quản lý hồ sơ công chức', null, CIVIL],
    ['CAN_BO', 'Trưởng ban Pháp chế HĐND tỉnh', 'TB_HDND_TINH', '0.9', [CV, CVC], [20, 29], '03', 'Luật', 'Thẩm tra, giám sát lĩnh vực pháp chế', null, CIVIL],
    ['CONG_CHUC', 'Phó Chánh Văn phòng', 'PCVP_DDBQH', '0.7', [CV, CVC], [17, 26], '03', 'Quản lý công', 'Giúp Chánh Văn phòng phụ trách công tác Hội đồng', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [3, 17], '04', 'Luật', 'Tham mưu, phục vụ hoạt động giám sát', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên chính', null, null, [CV, CVC], [15, 26], '03', 'Kinh tế', 'Tổng hợp, tham mưu kỳ họp', null, CIVIL],
  ],
  zone: [
    ['CONG_CHUC', 'Trưởng ban', 'TB_BQL_KKT', '0.9', [CV, CVC], [20, 28], '03', 'Quản trị kinh doanh', 'Lãnh đạo, quản lý toàn diện công tác của Ban', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [5, 14], '04', 'Quản trị văn phòng', 'Tổ chức, hành chính, quản lý hồ sơ công chức', null, CIVIL],
    ['CONG_CHUC', 'Phó Trưởng ban', 'PTB_BQL_KKT', '0.7', [CV, CVC], [17, 26], '03', 'Kinh tế phát triển', 'Phụ trách xúc tiến đầu tư', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [3, 16], '05', 'Xây dựng', 'Quản lý quy hoạch, xây dựng trong khu', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [3, 16], '04', 'Khoa học môi trường', 'Quản lý môi trường trong khu', null, CIVIL],
  ],
  traffic: [
    ['CONG_CHUC', 'Chánh Văn phòng', 'CVP_ATGT', '0.7', [CV, CVC], [18, 27], '04', 'Kỹ thuật giao thông', 'Lãnh đạo, quản lý toàn diện công tác của Văn phòng', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [4, 14], '04', 'Hành chính học', 'Tổ chức, hành chính, quản lý hồ sơ công chức', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [3, 17], '04', 'Luật', 'Tuyên truyền, tổng hợp an toàn giao thông', null, CIVIL],
  ],
  commune: [
    ['CAN_BO', 'Chủ tịch UBND', 'CT_UBND_XA', '0.6', [CV], [14, 24], '04', 'Luật', 'Lãnh đạo, điều hành công việc của Ủy ban nhân dân', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên Văn phòng HĐND và UBND', null, null, [CV], [5, 14], '04', 'Hành chính học', 'Tổ chức, nội vụ, quản lý hồ sơ cán bộ, công chức', null, CIVIL],
    ['CAN_BO', 'Phó Chủ tịch UBND', 'PCT_UBND_XA', '0.5', [CV], [12, 22], '04', 'Quản lý nhà nước', 'Phụ trách khối văn hóa – xã hội', null, CIVIL],
    ['CONG_CHUC', 'Trưởng phòng Kinh tế', 'TP_XA', '0.25', [CV], [10, 20], '04', 'Kinh tế nông nghiệp', 'Phụ trách phòng Kinh tế', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [3, 18], '04', 'Quản lý đất đai', 'Địa chính, xây dựng, đô thị và môi trường', null, CIVIL],
    ['CONG_CHUC', 'Chuyên viên', null, null, [CV], [3, 16], '04', 'Luật', 'Tư pháp, hộ tịch', null, CIVIL],
    ['CONG_CHUC', 'Nhân viên văn thư', null, null, ['02.008'], [28, 32], '07', 'Văn thư – lưu trữ', 'Văn thư, lưu trữ', null, CIVIL],
    ['CONG_CHUC', 'Cán sự', null, null, ['01.004'], [4, 14], '06', 'Kế toán', 'Tài chính, kế toán', null, CIVIL],
  ],
  association: [
    ['NGUOI_LAM_VIEC_HOI', 'Chủ tịch Hội', 'CT_HOI', '0.7', [CV, CVC], [18, 27], '04', 'Công tác xã hội', 'Lãnh đạo, quản lý toàn diện công tác của Hội', null, []],
    ['NGUOI_LAM_VIEC_HOI', 'Chánh Văn phòng Hội', 'CVP_HOI', '0.3', [CV], [8, 18], '04', 'Quản trị văn phòng', 'Tổ chức, hành chính, quản lý hồ sơ', null, []],
    ['NGUOI_LAM_VIEC_HOI', 'Chuyên viên', null, null, [CV], [3, 16], '04', 'Công tác xã hội', 'Vận động, tổ chức phong trào nhân đạo', null, []],
  ],
} as const satisfies Record<string, readonly Line[]>

/** The jobs of a workplace: the head's, the records officer's, then those of everyone else in turn. */
export const jobsOf = (staff: Staff): Job[] =>
  (JOBS[staff] as readonly Line[]).map(
    ([category, title, position, positionAllowance, ranks, service, degree, major, duty, jobPosition, allowances]) => ({
      ...{ category, title, position, positionAllowance, ranks, service },
      ...{ degree, major, duty, jobPosition, allowances },
    }),
  )
