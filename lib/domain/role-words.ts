import type { Holder } from './policy'

/** What a role is called on the screen. */
export const ROLE_WORDS: Record<Holder, string> = {
  person: 'Cá nhân',
  recordsOfficer: 'Cán bộ hồ sơ',
  unitAdmin: 'Quản trị đơn vị',
  unitHead: 'Thủ trưởng',
  sealKeeper: 'Văn thư',
  provinceAdmin: 'Quản trị tỉnh',
  homeAffairsOfficer: 'Chuyên viên Sở Nội vụ',
  finance: 'Tài chính',
  politicalSchool: 'Trường Chính trị',
  provincialLeader: 'Lãnh đạo tỉnh',
  auditor: 'Kiểm toán',
  partyBody: 'Cơ quan Đảng, Mặt trận, đoàn thể',
  integrationAdmin: 'Quản trị kết nối',
  agreement: 'Theo văn bản đồng ý',
  mandate: 'Ký thay thủ trưởng',
}
