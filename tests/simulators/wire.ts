import type { Simulator } from '@/lib/simulators/national-simulator'

export const ORG = '000.00.00.H20'

/** A whole file as the service wants it: every name it reads is there, empty where nothing is given. */
export function aFile(number: string, general: Record<string, string> = {}, groups: Record<string, object> = {}) {
  return {
    SoHieuCBCCVC_BNDP: number,
    THONGTINCHUNG: {
      MaDonviSuDung: 'H20.09',
      MaDonViQuanLy: 'H20',
      HoVaTen: 'Nguyễn Thị Sen',
      PhanLoaiHoSo: '',
      GioiTinh: '2',
      DanToc: '01',
      TonGiao: '99',
      ...general,
    },
    TUYENDUNG_QT_CONGTAC: { ViTriTuyenDung: '', DS_QUATRINH_CONGTAC: [{ TuNgay: '201009', DenNgay: '' }] },
    LUONG_PHUCAP_CHUCVU: { MaNgachChucDanh: '01.003', BacLuong: '3', ChucVu: '', ChucVuChucDanhKiemNhiem: '' },
    TRINHDO_DAOTAO_BOIDUONG: {
      HocVanPhoThong: '22',
      TrinhDoChuyenMon: '04',
      TrinhDoLyLuanChinhTri: '',
      TrinhDoQuanLyNhaNuoc: '',
      BoiDuongQuocPhongAnNinh: '',
      MaChucDanhKhoaHoc: '',
      MaHocVi: '',
      TiengDanTocThieuSo: '',
    },
    THONGTIN_KHAC: { ChucVuDang: '' },
    DS_KETQUA_DANHGIA_PHANLOAI: [],
    ...groups,
  }
}

export async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

export async function logIn(simulator: Simulator) {
  const answer = await post(`${simulator.url}/apiauth/oauth/login`, { username: 'dongthap', password: 'mo-phong' })
  return ((await answer.json()) as { access_token: string }).access_token
}

export function envelope(action: string, file: unknown) {
  const content = { Data: { Header: { Sender_Code: ORG, Action_Type: action }, Body: { HOSO_CBCCVC: file } } }
  return { org_Code: ORG, jsonContent: Buffer.from(JSON.stringify(content)).toString('base64') }
}

export async function send(simulator: Simulator, token: string, message: unknown) {
  const url = `${simulator.url}/apisyncmsg/syncmsg/servicem0001`
  const answer = await post(url, message, { authorization: `Bearer ${token}` })
  return {
    status: answer.status,
    ...((await answer.json()) as { message: string; err_code: number; transaction_id?: string }),
  }
}

export async function recordsOf(simulator: Simulator) {
  const answer = await fetch(`${simulator.url}/__sim/records`)
  return (await answer.json()) as { key: string; action: string; receivedAt: string; body: Record<string, never> }[]
}
