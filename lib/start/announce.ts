import { relative } from 'node:path'
import type { Portal } from './portal'

// biome-ignore format: meant to be read as a table
const ACCOUNTS = [
  ['nhanvien',     'viên chức, tự khai hồ sơ',                      'a person and their own record'],
  ['hoso',         'cán bộ hồ sơ và quản trị đơn vị',               'records officer and unit administrator'],
  ['thutruong',    'thủ trưởng cùng đơn vị, ký duyệt',              'head of the same unit, signs'],
  ['vanthu',       'văn thư, giữ khóa của cơ quan',                 "keeper of that unit's agency key"],
  ['sonoivu',      'Sở Nội vụ, quản trị cấp tỉnh',                  'province administrator'],
  ['giamdoc.snv',  'Giám đốc Sở Nội vụ, ký duyệt',                  'head of Sở Nội vụ, signs'],
  ['quantri2',     'Sở Nội vụ, quản trị cấp tỉnh, xác thực hai bước', 'province administrator with a second factor'],
  ['kiemtoan',     'kiểm tra, đọc nhật ký',                         'auditor, reads the audit log'],
  ['chuyenvien.snv', 'chuyên viên Sở Nội vụ, xem có ghi mục đích',  'officer of Sở Nội vụ, reads for a purpose'],
  ['taichinh',     'Sở Tài chính, phân hệ tiền lương',              'Sở Tài chính, the salary sub-system'],
  ['truongct',     'Trường Chính trị, phân hệ đào tạo',             'Trường Chính trị, the training sub-system'],
  ['doanthe',      'đoàn thể, phân hệ đào tạo của đơn vị mình',     "a body's training sub-system"],
  ['lanhdao',      'lãnh đạo tỉnh, xem số tổng hợp',                'provincial leader, totals only'],
  ['ketnoi',       'quản trị kết nối với Bộ',                       'administrator of the national exchange'],
] as const

/** What the codes of `quantri2` are made of; a demonstration keeps no secret. */
const SECOND_FACTOR = 'OF2WC3TUOJUTELLEMVWW6LLTMVRXEZLU'

/** What a newcomer needs to know once the portal answers. */
export function announce({ address, settings }: Portal) {
  console.log(`\nCổng hồ sơ đang chạy · The portal is running: ${address}`)
  if (settings.mode === 'demonstration') announceDemonstration(settings)
  console.log('\nDừng · Stop: Ctrl-C\n')
}

function announceDemonstration({ dataFolder, simulatorPort }: Portal['settings']) {
  console.log('\nTài khoản dùng thử · Demo accounts, mật khẩu · password: Dong-Thap#2026')
  for (const [name, vietnamese, english] of ACCOUNTS) {
    console.log(`  ${name.padEnd(16)}${vietnamese} · ${english}`)
  }
  console.log(`\nMã xác thực của · One-time codes of quantri2: khóa · secret ${SECOND_FACTOR}`)
  console.log(`  otpauth://totp/Ho%20so%20Dong%20Thap:quantri2?secret=${SECOND_FACTOR}&issuer=Ho%20so%20Dong%20Thap`)
  const keys = `${relative('.', dataFolder) || '.'}/demo-keys/<tài khoản · account>.p12`
  console.log(`\nKhóa ký dùng thử · Demo keys: ${keys}, mật khẩu · password: demo-key`)
  console.log(`Trục quốc gia mô phỏng · National simulator: http://localhost:${simulatorPort}`)
}
