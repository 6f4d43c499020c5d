/**
 * The shared code lists as the product brings them, loaded once. Not imported by screens: a list reaches the browser only
 * where it is asked for. What the administration changed since stands in the database: `lib/server/code-lists` gives both.
 */
import type { CodeEntry, Lists } from './code-list'
import bacNgheNghiep2026 from './code-lists/bac-nghe-nghiep-2026.json'
import chucDanhCanBoXa from './code-lists/chuc-danh-can-bo-xa.json'
import chucDanhNgheNghiep from './code-lists/chuc-danh-nghe-nghiep.json'
import chucVu from './code-lists/chuc-vu.json'
import chucVuDang from './code-lists/chuc-vu-dang.json'
import danToc from './code-lists/dan-toc.json'
import danhHieuNhaNuoc from './code-lists/danh-hieu-nha-nuoc.json'
import danhHieuThiDua from './code-lists/danh-hieu-thi-dua.json'
import doiTuong from './code-lists/doi-tuong.json'
import doiTuongChinhSach from './code-lists/doi-tuong-chinh-sach.json'
import donViHanhChinhDongThap from './code-lists/don-vi-hanh-chinh-dong-thap.json'
import gioiTinh from './code-lists/gioi-tinh.json'
import hinhThucDaoTao from './code-lists/hinh-thuc-dao-tao.json'
import hinhThucHuong from './code-lists/hinh-thuc-huong.json'
import hinhThucKhenThuong from './code-lists/hinh-thuc-khen-thuong.json'
import hinhThucKyLuat from './code-lists/hinh-thuc-ky-luat.json'
import hinhThucTuyenDung from './code-lists/hinh-thuc-tuyen-dung.json'
import hocHam from './code-lists/hoc-ham.json'
import loaiDonVi from './code-lists/loai-don-vi.json'
import loaiHopDong from './code-lists/loai-hop-dong.json'
import loaiNhaDat from './code-lists/loai-nha-dat.json'
import lyLuanChinhTri from './code-lists/ly-luan-chinh-tri.json'
import ngachCongChuc from './code-lists/ngach-cong-chuc.json'
import ngoaiNgu from './code-lists/ngoai-ngu.json'
import nhomMau from './code-lists/nhom-mau.json'
import phuCap from './code-lists/phu-cap.json'
import quanHam from './code-lists/quan-ham.json'
import quanHeGiaDinh from './code-lists/quan-he-gia-dinh.json'
import quanLyNhaNuoc from './code-lists/quan-ly-nha-nuoc.json'
import quocPhongAnNinh from './code-lists/quoc-phong-an-ninh.json'
import sucKhoe from './code-lists/suc-khoe.json'
import thanhPhanGiaDinh from './code-lists/thanh-phan-gia-dinh.json'
import tinHoc from './code-lists/tin-hoc.json'
import tinhThanh34 from './code-lists/tinh-thanh-34.json'
import tinhThanh63 from './code-lists/tinh-thanh-63.json'
import toChucChinhTriXaHoi from './code-lists/to-chuc-chinh-tri-xa-hoi.json'
import tonGiao from './code-lists/ton-giao.json'
import trangThaiCongTac from './code-lists/trang-thai-cong-tac.json'
import trinhDoChuyenMon from './code-lists/trinh-do-chuyen-mon.json'
import trinhDoGdpt from './code-lists/trinh-do-gdpt.json'
import trinhDoNgoaiNgu from './code-lists/trinh-do-ngoai-ngu.json'
import viTriViecLam from './code-lists/vi-tri-viec-lam.json'
import xepLoaiChatLuong from './code-lists/xep-loai-chat-luong.json'

type Raw = {
  code: string
  labelVi: string
  validFrom?: string | null
  validUntil?: string | null
  group?: string | null
  /** Disciplines: of the Party or of the administration; a kind of row, like a group. */
  branch?: string | null
  note?: string | null
  level?: string | null
  parentCode?: string
  /** Of a province of before 01/07/2025: the one it belongs to now. */
  successorCode?: string
}

const FILES: Record<string, { titleVi: string; source: string; items: readonly Raw[] }> = {
  'bac-nghe-nghiep-2026': bacNgheNghiep2026,
  'chuc-danh-can-bo-xa': chucDanhCanBoXa,
  'chuc-danh-nghe-nghiep': chucDanhNgheNghiep,
  'chuc-vu': chucVu,
  'chuc-vu-dang': chucVuDang,
  'dan-toc': danToc,
  'danh-hieu-nha-nuoc': danhHieuNhaNuoc,
  'danh-hieu-thi-dua': danhHieuThiDua,
  'doi-tuong': doiTuong,
  'doi-tuong-chinh-sach': doiTuongChinhSach,
  'don-vi-hanh-chinh-dong-thap': donViHanhChinhDongThap,
  'gioi-tinh': gioiTinh,
  'hinh-thuc-dao-tao': hinhThucDaoTao,
  'hinh-thuc-huong': hinhThucHuong,
  'hinh-thuc-khen-thuong': hinhThucKhenThuong,
  'hinh-thuc-ky-luat': hinhThucKyLuat,
  'hinh-thuc-tuyen-dung': hinhThucTuyenDung,
  'hoc-ham': hocHam,
  'loai-don-vi': loaiDonVi,
  'loai-hop-dong': loaiHopDong,
  'loai-nha-dat': loaiNhaDat,
  'ly-luan-chinh-tri': lyLuanChinhTri,
  'ngach-cong-chuc': ngachCongChuc,
  'ngoai-ngu': ngoaiNgu,
  'nhom-mau': nhomMau,
  'phu-cap': phuCap,
  'quan-ham': quanHam,
  'quan-he-gia-dinh': quanHeGiaDinh,
  'quan-ly-nha-nuoc': quanLyNhaNuoc,
  'quoc-phong-an-ninh': quocPhongAnNinh,
  'suc-khoe': sucKhoe,
  'thanh-phan-gia-dinh': thanhPhanGiaDinh,
  'tin-hoc': tinHoc,
  'tinh-thanh-34': tinhThanh34,
  'tinh-thanh-63': tinhThanh63,
  'to-chuc-chinh-tri-xa-hoi': toChucChinhTriXaHoi,
  'ton-giao': tonGiao,
  'trang-thai-cong-tac': trangThaiCongTac,
  'trinh-do-chuyen-mon': trinhDoChuyenMon,
  'trinh-do-gdpt': trinhDoGdpt,
  'trinh-do-ngoai-ngu': trinhDoNgoaiNgu,
  'vi-tri-viec-lam': viTriViecLam,
  'xep-loai-chat-luong': xepLoaiChatLuong,
}

/** Province lists name no day of their own, but a place is known by code and the day its list began. */
const LIST_BEGAN: Record<string, string> = { 'tinh-thanh-34': '2025-07-01' }

const UNIONS: Record<string, string[]> = {
  'don-vi-hanh-chinh': ['don-vi-hanh-chinh-dong-thap', 'tinh-thanh-34', 'tinh-thanh-63'],
}

/** Lists of their own; unions are made of them. */
export const SINGLE_LISTS = Object.keys(FILES)

export const CODE_LIST_NAMES = [...SINGLE_LISTS, ...Object.keys(UNIONS)]

/** The lists a name stands for. */
export const partsOf = (name: string): string[] =>
  (UNIONS[name] ?? name.split(' + ')).flatMap((part) => (UNIONS[part] ? partsOf(part) : [part]))

/** All lists, of which some stand as changed here. Throws on a name the catalogue should not have used. */
export function listsWith(changed: ReadonlyMap<string, readonly CodeEntry[]>): Lists {
  const loaded = new Map<string, readonly CodeEntry[]>()
  return (name) => {
    const known = loaded.get(name) ?? partsOf(name).flatMap((part) => changed.get(part) ?? shipped(part))
    loaded.set(name, known)
    return known
  }
}

const shippedLists = new Map<string, readonly CodeEntry[]>()

function shipped(name: string): readonly CodeEntry[] {
  const file = FILES[name]
  if (!file) throw new Error(`No code list is called ${name}`)
  const known = shippedLists.get(name) ?? file.items.map((item) => entry(name, item, file.items))
  shippedLists.set(name, known)
  return known
}

/** The code lists as shipped, as the decrees in force gave them then. */
export const codeLists: Lists = listsWith(new Map())

/** Where a shipped list was taken from. */
export const listSource = (name: string): string => FILES[name]?.source ?? ''

function entry(list: string, item: Raw, siblings: readonly Raw[]): CodeEntry {
  return {
    code: item.code,
    label: list === 'don-vi-hanh-chinh-dong-thap' ? placeName(item, siblings) : item.labelVi,
    validFrom: item.validFrom ?? LIST_BEGAN[list] ?? null,
    validUntil: item.validUntil ?? null,
    group: item.group ?? item.branch ?? null,
    note: item.note ?? successor(item),
  }
}

/** Who types the old name is told the new one. */
function successor({ successorCode, labelVi }: Raw): string | null {
  const now = successorCode && FILES['tinh-thanh-34']?.items.find(({ code }) => code === successorCode)
  return now && now.labelVi !== labelVi ? `nay thuộc ${now.labelVi}` : null
}

/** “Phường 1, Thành phố Cao Lãnh”: there is a Phường 1 in every former town. */
function placeName(item: Raw, siblings: readonly Raw[]): string {
  const parent = item.validUntil && siblings.find((one) => one.code === item.parentCode && one.level === 'HUYEN')
  return parent ? `${item.labelVi}, ${parent.labelVi}` : item.labelVi
}

/** What a list is called: “Danh mục dân tộc”; of a union both. */
export const listTitle = (name: string): string =>
  (UNIONS[name] ?? name.split(' + ')).map((part) => FILES[part]?.titleVi ?? part).join('; ')
