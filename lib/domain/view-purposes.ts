/** What a reader off duty may look into a record for, and where that stands. The person reads the words. */
export const VIEW_PURPOSES = [
  { code: 'inspection', label: 'Kiểm tra, giám sát', basis: 'Quy chế, Điều 26 khoản 7' },
  { code: 'approval', label: 'Xử lý hồ sơ thuộc thẩm quyền', basis: 'Quy chế, Điều 26 khoản 5' },
  { code: 'report', label: 'Tổng hợp, báo cáo', basis: 'Quy chế, Điều 13 khoản 5' },
  { code: 'salary', label: 'Rà soát tiền lương, dự toán', basis: 'Quy chế, Điều 17' },
  { code: 'training', label: 'Chiêu sinh, theo dõi đào tạo', basis: 'Quy chế, Điều 16' },
  { code: 'support', label: 'Hỗ trợ đơn vị, xử lý lỗi gửi Bộ', basis: 'Quy chế, Điều 24' },
] as const

export type ViewPurpose = (typeof VIEW_PURPOSES)[number]['code']
export const PURPOSE_CODES = VIEW_PURPOSES.map(({ code }) => code)

/** As it is kept and shown: `Kiểm tra, giám sát: công văn 12/SNV-TTr`. */
export const sayPurpose = (code: ViewPurpose, matter: string): string =>
  `${VIEW_PURPOSES.find((one) => one.code === code)?.label ?? code}: ${matter}`
