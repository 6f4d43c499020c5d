import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCommonPassword } from '@/lib/domain/common-passwords'
import { PASSWORD_FIGURES, passwordFiguresOn } from '@/lib/domain/password-figures'
import { type PasswordOwner, passwordFaults, passwordRules } from '@/lib/domain/password-policy'
import { bare, readings } from '@/lib/domain/password-readings'
import { unitNameIn } from '@/lib/domain/unit-name-parts'

const figures = passwordFiguresOn('2026-11-27')
const linh: PasswordOwner = {
  username: 'nhanvien',
  fullName: 'Nguyễn Thị Thùy Linh',
  citizenId: '087188004321',
  dateOfBirth: '1988-08-14',
  units: ['Trường THPT Bình Hàng', 'thpt-binh-hang'],
  secondFactor: false,
}
const faults = (password: string, owner: Partial<PasswordOwner> = {}) =>
  passwordFaults(password, { ...linh, ...owner }, figures)

describe('a new password', () => {
  test.each(['Bông súng#7341-x', 'Mương-vườn#7341', 'Kênh Xáng Xà No 4#'])('%s is good', (password) => {
    expect(faults(password)).toEqual([])
  })

  test.each([
    ['bông súng#7341-x', 'thiếu chữ hoa'],
    ['BÔNG SÚNG#7341-X', 'thiếu chữ thường'],
    ['Bông súng#nở-đẹp', 'thiếu chữ số'],
    ['Bongsungno7341xx', 'thiếu dấu (như # @ -)'],
    ['Bông#7341-nở', 'cần ít nhất 14 ký tự'],
  ])('R40: %s: %s', (password, fault) => {
    expect(faults(password)).toEqual([fault])
  })

  test.each([
    ['Linh14081988@', 'chứa tên “Linh”'],
    ['Linh14081988@', 'chứa ngày sinh hoặc năm sinh'],
    ['thuy#Kenh7341x', 'chứa tên “Thùy”'],
    ['THÙY#kênh7341x', 'chứa tên “Thùy”'],
    ['L1nh#kênh7341x', 'chứa tên “Linh”'],
    ['Th.ù.y#kênh7341', 'chứa tên “Thùy”'],
    ['Kenh#14.08.song', 'chứa ngày sinh hoặc năm sinh'],
    ['Kenh#0814#sonG', 'chứa ngày sinh hoặc năm sinh'],
    ['Kenh#song-1988', 'chứa ngày sinh hoặc năm sinh'],
    ['NhanVien#73412', 'chứa tên tài khoản hoặc số CCCD'],
    ['Kenh#087188004321', 'chứa tên tài khoản hoặc số CCCD'],
  ])('R41: %s: %s', (password, fault) => {
    expect(faults(password)).toContain(fault)
  })

  test.each([
    ['Bình-Hàng#73412', 'binhhang'],
    ['BinhHang#734123', 'binhhang'],
    ['B1nhH@ng#734123', 'binhhang'],
    ['Ngoi-TBH#734123', 'tbh'],
    ['THPTBH#kenh-734', 'thptbh'],
  ])('R42: %s holds the unit’s name (%s)', (password, part) => {
    expect(faults(password).join()).toContain('chứa tên đơn vị')
    expect(readings(password).some((reading) => reading.includes(part))).toBe(true)
  })

  test('R42: an administrator’s password is not the name of a unit they administer, with figures', () => {
    const administrator = { units: ['Sở Nội vụ', 'snv', 'Ủy ban nhân dân tỉnh Đồng Tháp', 'dt'] }
    for (const weak of ['Sonoivu@2026-x7', 'SNV@2026-kenh-xa', 'UBND@2026-kenhx', 'Tinh-DongThap@26']) {
      expect(faults(weak, administrator).join()).toContain('chứa tên đơn vị')
    }
    expect(faults('Mương-vườn#7341', administrator)).toEqual([])
  })

  test('with a second factor eight characters will do, without one fourteen', () => {
    expect(faults('Mưa#73xy', { secondFactor: true })).toEqual([])
    expect(faults('Mưa#73xy')).toEqual(['cần ít nhất 14 ký tự'])
    expect(faults('Mưa#73x', { secondFactor: true })).toEqual(['cần ít nhất 8 ký tự'])
  })

  test('a name of two letters counts only where it stands alone', () => {
    expect(faults('Banh-trang#7341', { fullName: 'Lê An' })).toEqual([])
    expect(faults('Banh#An#7341999', { fullName: 'Lê An' })).toContain('chứa tên “An”')
  })

  test('a birth date known only by its year is still refused', () => {
    expect(faults('Mương-vườn#1960', { dateOfBirth: '1960' })).toEqual(['chứa ngày sinh hoặc năm sinh'])
  })

  test('however the keyboard composed its letters, the judgement is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'Đờn ca tài tử ợẵ#7Aệ'.normalize('NFC')) }), (text) => {
        expect(faults(text.normalize('NFD'))).toEqual(faults(text.normalize('NFC')))
      }),
    )
  })

  test('the rules ticked off on the page are the rules of the refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'Linh1408#xB9ư-'), maxLength: 24 }), (text) => {
        const open = passwordRules(linh, figures).flatMap(({ faultsOf }) => faultsOf(text.normalize('NFKC')))
        expect(open).toEqual(faults(text))
      }),
    )
  })
})

describe('R41: whatever stands around it, and however it is written', () => {
  const around = fc.string({ unit: fc.constantFrom(...'xqw-#@ 29Kư'), maxLength: 8 })
  const part = fc.constantFrom('Linh', 'linh', 'LINH', 'L1nh', 'Thùy', 'thuy', 'Thuỳ', 'NGUYỄN', 'nguyen', 'Nguy3n')

  test('a name is found', () => {
    fc.assert(
      fc.property(around, part, around, (before, name, after) => {
        expect(faults(before + name + after).some((fault) => fault.startsWith('chứa tên “'))).toBe(true)
      }),
    )
  })

  test('a birth date is found, in any order and with any sign between', () => {
    const date = fc.constantFrom('14081988', '14-08-1988', '14/08', '0814', '08.14', '1988', '140888', '19880814')
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z#@-]{0,8}$/), date, (before, born) => {
        expect(faults(`${before}x${born}`)).toContain('chứa ngày sinh hoặc năm sinh')
      }),
    )
  })
})

describe('passwords of many', () => {
  test.each([
    ...['Matkhau@123', 'M@tkh4u2026', 'Mật-khẩu#7341', 'Anhyeuem@123', 'P@ssw0rd', '@nhyeu3m', 'Dong-Thap#2026'],
    ...['Admin@123456', 'QuanTri#2026', 'Welcome1!', 'Abc@12345678', 'Vietnam-vodich#1', '!!Iloveyou!!', 'Hoso@2026'],
    ...['Aaaa1111@@@@aaaa', 'Saigon-Hanoi#2026', 'Monkey99Dragon!'],
  ])('%s is one', (password) => {
    expect(isCommonPassword(password)).toBe(true)
  })

  test.each(['Kênh-Xáng#7341', 'Đờn-ca-tài-tử#7', 'Sen-Tháp-Mười#88', 'xK7#mQ2$vT9!pL'])('%s is none', (password) => {
    expect(isCommonPassword(password)).toBe(false)
  })

  test('what is hung on at the ends hides nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9#@!.-]{0,6}$/), fc.stringMatching(/^[0-9#@!.-]{0,6}$/), (before, after) => {
        expect(isCommonPassword(`${before}Matkhau${after}`)).toBe(true)
        expect(isCommonPassword(`${before}Tinhyeu${after}`)).toBe(true)
      }),
    )
  })
})

test('a text is read as it stands and as it is meant', () => {
  expect(bare('M@t-Khẩu 1')).toBe('mtkhau1')
  expect(readings('L1nh')).toEqual(['l1nh', 'linh', 'llnh'])
  expect(unitNameIn('toiosonoivu', 'Sở Nội vụ')).toBe('sonoi')
  expect(unitNameIn('sở', 'Sở Nội vụ')).toBeNull()
})

test('the figures of a day are those of the last row before it, each with its law', () => {
  expect(passwordFiguresOn('2020-01-01')).toBe(PASSWORD_FIGURES[0])
  expect(passwordFiguresOn('2030-01-01')).toBe(PASSWORD_FIGURES.at(-1))
  for (const { basis } of PASSWORD_FIGURES) expect(basis).toContain('Điều 10')
})
