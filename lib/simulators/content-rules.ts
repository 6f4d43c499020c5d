import type { Group } from './message-envelope'
import { groupsOf, listsOf } from './message-envelope'
import { WireRefusal } from './wire-answer'

type Rule = { name: string; says: string; holds: (value: string) => boolean }

const inRange = (from: number, to: number, width: number, ...others: string[]) => {
  const codes = new Set(others)
  for (let code = from; code <= to; code++) codes.add(String(code).padStart(width, '0'))
  return (value: string) => codes.has(value)
}
const listed = (what: string) => `Mã ${what} không đúng với danh mục!`
const matches = (pattern: RegExp) => (value: string) => pattern.test(value)
const day = matches(/^\d{4}((0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?)?$/)
const unit = matches(/^(H20(\.[0-9A-Z]{2,})*|\d{3}\.\d{2}\.\d{2}\.H20)$/)
const rank = matches(/^(\d{2}[a-z]?\.\d{3}|V(\.\d{2,3}){2,3})$/)

/** Empty is "not given" everywhere but here. */
const REQUIRED: Record<string, string> = {
  MaDonviSuDung: 'Mã đơn vị sử dụng',
  MaDonViQuanLy: 'Mã đơn vị quản lý',
  HoVaTen: 'Họ và tên',
}

/** In the order the service looks: only the first fault is told. Where the ministry's codes are not public, nothing is checked. */
const RULES: Record<string, Rule[]> = {
  THONGTINCHUNG: [
    { name: 'MaDonviSuDung', says: listed('đơn vị sử dụng'), holds: unit },
    { name: 'MaDonViQuanLy', says: listed('đơn vị quản lý'), holds: unit },
    { name: 'GioiTinh', says: listed('giới tính'), holds: inRange(0, 2, 1) },
    { name: 'DanToc', says: listed('dân tộc'), holds: inRange(0, 55, 2) },
    { name: 'TonGiao', says: listed('tôn giáo'), holds: inRange(0, 15, 2, '99') },
  ],
  LUONG_PHUCAP_CHUCVU: [
    { name: 'MaNgachChucDanh', says: listed('ngạch, chức danh nghề nghiệp'), holds: rank },
    { name: 'BacLuong', says: listed('bậc lương'), holds: inRange(1, 12, 1) },
  ],
  TRINHDO_DAOTAO_BOIDUONG: [
    { name: 'HocVanPhoThong', says: listed('giáo dục phổ thông'), holds: inRange(0, 44, 2) },
    { name: 'BoiDuongQuocPhongAnNinh', says: listed('bồi dưỡng quốc phòng an ninh'), holds: inRange(0, 1, 1) },
  ],
  DS_QUATRINH_CONGTAC: [
    { name: 'TuNgay', says: 'Từ ngày của quá trình công tác không đúng định dạng!', holds: day },
    { name: 'DenNgay', says: 'Đến ngày của quá trình công tác không đúng định dạng!', holds: day },
  ],
  DS_QUATRINH_PHUCAP: [{ name: 'LoaiPhuCap', says: listed('loại phụ cấp'), holds: inRange(0, 17, 2) }],
  DS_QUATRINH_LUONG: [
    { name: 'Ngach', says: listed('ngạch lương'), holds: rank },
    { name: 'BacLuong', says: listed('bậc lương'), holds: inRange(1, 12, 1) },
  ],
}

/** Judges the content of a file: the first fault is thrown, the others stay unsaid. */
export function checkContent(body: Group) {
  for (const [name, label] of Object.entries(REQUIRED)) {
    if (groupsOf(body).find(([part]) => part === 'THONGTINCHUNG')?.[1][name] === '')
      throw new WireRefusal(`${label} không được để trống!`)
  }
  for (const [name, part] of groupsOf(body)) {
    checkPart(name, part)
    for (const [list, rows] of listsOf(part)) for (const row of rows) checkPart(list, row)
  }
}

/** What the service would say if this field were wrong. */
export function complaintAbout(field: string): WireRefusal {
  const rule = Object.values(RULES)
    .flat()
    .find(({ name }) => name === field)
  return new WireRefusal(rule?.says ?? `Giá trị của trường ${field} không đúng quy định!`)
}

function checkPart(name: string, part: Group) {
  for (const rule of RULES[name] ?? []) {
    const value = part[rule.name]
    if (typeof value === 'string' && value !== '' && !rule.holds(value)) throw new WireRefusal(rule.says)
  }
}
