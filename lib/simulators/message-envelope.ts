import { WireRefusal } from './wire-answer'

export type Group = Record<string, unknown>
export type Action = 'ADD' | 'EDIT' | 'DEL'
export type Message = { senderCode: string; action: Action; number: string; body: Group }

const MALFORMED = 'Cấu trúc gói tin json M0001 không đúng định dạng quy định!'
const ACTIONS: readonly string[] = ['ADD', 'EDIT', 'DEL']

/**
 * Names the service reads without asking whether they are there: a missing one breaks the message, an empty one does not.
 * Lists are read only where they are present.
 */
const SCALARS: Record<string, readonly string[]> = {
  THONGTINCHUNG: ['MaDonviSuDung', 'MaDonViQuanLy', 'HoVaTen', 'PhanLoaiHoSo', 'GioiTinh', 'DanToc', 'TonGiao'],
  TUYENDUNG_QT_CONGTAC: ['ViTriTuyenDung'],
  LUONG_PHUCAP_CHUCVU: ['MaNgachChucDanh', 'BacLuong', 'ChucVu', 'ChucVuChucDanhKiemNhiem'],
  TRINHDO_DAOTAO_BOIDUONG: [
    'HocVanPhoThong',
    'TrinhDoChuyenMon',
    'TrinhDoLyLuanChinhTri',
    'TrinhDoQuanLyNhaNuoc',
    'BoiDuongQuocPhongAnNinh',
    'MaChucDanhKhoaHoc',
    'MaHocVi',
    'TiengDanTocThieuSo',
  ],
  THONGTIN_KHAC: ['ChucVuDang'],
}

/** Opens `jsonContent`: base64 of UTF-8 JSON. Whatever is not as prescribed is told in one sentence, without a trace number. */
export function openMessage(jsonContent: string): Message {
  const data = group(group(parse(jsonContent)).Data)
  const header = group(data.Header)
  const body = group(group(data.Body).HOSO_CBCCVC)
  const action = text(header.Action_Type)
  const number = text(body.SoHieuCBCCVC_BNDP)
  if (!ACTIONS.includes(action) || number === '') throw malformed()
  if (action !== 'DEL') checkShape(body)
  return { senderCode: text(header.Sender_Code), action: action as Action, number, body }
}

/** The lists of a group, by name. */
export const listsOf = (part: Group): [string, Group[]][] =>
  Object.entries(part).flatMap(([name, value]) => (Array.isArray(value) ? [[name, value as Group[]]] : []))

/** The groups of a file, by name. */
export const groupsOf = (body: Group): [string, Group][] =>
  Object.entries(body).flatMap(([name, value]) => (isGroup(value) ? [[name, value]] : []))

function parse(jsonContent: string): unknown {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(jsonContent)) throw malformed()
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(jsonContent, 'base64')))
  } catch {
    throw malformed()
  }
}

function checkShape(body: Group) {
  for (const [name, scalars] of Object.entries(SCALARS)) {
    const part = group(body[name])
    for (const scalar of scalars) text(part[scalar])
  }
  for (const [, part] of [['', body] as const, ...groupsOf(body)]) {
    for (const value of Object.values(part)) if (!isGroup(value) || part !== body) checkValue(value)
  }
}

/** Everything is a string, or a list of rows of strings. */
function checkValue(value: unknown) {
  if (!Array.isArray(value)) return text(value)
  for (const row of value) for (const cell of Object.values(group(row))) text(cell)
}

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

function group(value: unknown): Group {
  if (!isGroup(value)) throw malformed()
  return value
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw malformed()
  return value
}

const malformed = () => new WireRefusal(MALFORMED, false)
