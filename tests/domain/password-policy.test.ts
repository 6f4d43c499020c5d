import { describe, expect, test } from 'vitest'
import { passwordFaults } from '@/lib/domain/password-policy'

const linh = {
  username: 'nhanvien',
  fullName: 'Nguyễn Thị Thùy Linh',
  citizenId: '087188004321',
  dateOfBirth: '1988-08-14',
}

describe('a new password', () => {
  test.each(['Dong-Thap#2026', 'Sen-hong#7341', 'Kênh Xáng Xà No 4#'])('%s is good', (password) => {
    expect(passwordFaults(password, linh)).toEqual([])
  })

  test.each([
    ['Linh14081988@', 'chứa tên “Linh”'],
    ['Linh14081988@', 'chứa ngày sinh hoặc năm sinh'],
    ['thuy#Kenh7341x', 'chứa tên “Thùy”'],
    ['THÙY#kênh7341x', 'chứa tên “Thùy”'],
    ['Sen#14.08.hong', 'chứa ngày sinh hoặc năm sinh'],
    ['Sen#0814#honG', 'chứa ngày sinh hoặc năm sinh'],
    ['Sen#hong-1988', 'chứa ngày sinh hoặc năm sinh'],
    ['NhanVien#73412', 'chứa tên tài khoản hoặc số CCCD'],
    ['Sen#087188004321', 'chứa tên tài khoản hoặc số CCCD'],
    ['Mật-khẩu#7341', 'chứa từ dễ đoán'],
    ['Sen#7341', 'cần ít nhất 12 ký tự'],
    ['sen-hong#7341', 'thiếu chữ hoa'],
    ['SEN-HONG#7341', 'thiếu chữ thường'],
    ['Sen-hong#muoi', 'thiếu chữ số'],
    ['Senhongmuoi734', 'thiếu dấu (như # @ -)'],
  ])('%s: %s', (password, fault) => {
    expect(passwordFaults(password, linh)).toContain(fault)
  })

  test('a name of two letters counts only where it stands alone', () => {
    const an = { ...linh, fullName: 'Lê An' }
    expect(passwordFaults('Banh-trang#7341', an)).toEqual([])
    expect(passwordFaults('Banh#An#734199', an)).toContain('chứa tên “An”')
  })

  test('a birth date known only by its year is still refused', () => {
    expect(passwordFaults('Sen-hong#1960', { ...linh, dateOfBirth: '1960' })).toEqual(['chứa ngày sinh hoặc năm sinh'])
  })

  test('however the keyboard composed its letters, the judgement is the same', () => {
    const composed = 'Đờn ca tài tử 7#'
    expect(passwordFaults(composed.normalize('NFD'), linh)).toEqual(passwordFaults(composed, linh))
  })
})
