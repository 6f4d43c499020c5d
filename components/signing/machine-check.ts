import { type CheckLine, clockLine } from '@/lib/domain/signing/check-line'
import type { ToolProblem, ToolProblemCode } from './tool-problem'
import { askTool, localAccess } from './vgca-tool'

const TOOL = 'Công cụ VGCA Sign Service'
const PERMISSION = 'Quyền của trình duyệt'
const PATIENCE_MS = 10_000

/** What only this machine can tell: its clock, and where the tool is offered, the browser's permission and the tool itself. */
export async function checkMachine(tool: string | null): Promise<CheckLine[]> {
  const clock = await checkClock()
  if (!tool) return [clock]
  // The tool first: the browser asks for the permission when it is needed.
  const answer = await checkTool(tool)
  return [clock, await checkPermission(answer.state === 'good'), answer]
}

async function checkClock(): Promise<CheckLine> {
  try {
    const before = Date.now()
    const answer = await fetch('/api/health', { cache: 'no-store' })
    const server = Date.parse(answer.headers.get('date') ?? '')
    if (Number.isNaN(server)) throw new RangeError('No date')
    // The server names whole seconds.
    return clockLine((before + Date.now()) / 2, server + 500)
  } catch {
    const remedy = 'Xem lại kết nối mạng rồi kiểm lại.'
    return { what: 'Đồng hồ máy này', state: 'unknown', is: 'Chưa so được với giờ máy chủ.', remedy }
  }
}

async function checkPermission(reached: boolean): Promise<CheckLine> {
  const state = await localAccess()
  // A page of the same network is let through without being asked.
  if (state === 'granted' || reached)
    return { what: PERMISSION, state: 'good', is: 'Được kết nối với công cụ trên máy.', remedy: null }
  if (state === 'denied') {
    return {
      ...{ what: PERMISSION, state: 'bad', is: 'Trình duyệt đang chặn trang này kết nối với công cụ trên máy.' },
      remedy:
        'Bấm biểu tượng cạnh địa chỉ trang, cho phép kết nối thiết bị trong mạng nội bộ. Máy của cơ quan thì nhờ quản trị đặt chính sách LocalNetworkAccessAllowedForUrls cho địa chỉ này.',
    }
  }
  if (state === 'prompt') {
    const remedy = 'Chrome, Edge từ bản 147 hỏi một lần; chọn Cho phép.'
    return { what: PERMISSION, state: 'warn', is: 'Trình duyệt sẽ hỏi khi ký.', remedy }
  }
  return { what: PERMISSION, state: 'good', is: 'Trình duyệt này không đòi quyền riêng.', remedy: null }
}

async function checkTool(tool: string): Promise<CheckLine> {
  try {
    const { status, message } = await askTool(tool, '/GetCertInfo', {}, { patienceMs: PATIENCE_MS })
    if (status === 0) return { what: TOOL, state: 'good', is: 'Đang chạy và trả lời.', remedy: null }
    const is = `Đang chạy, báo: ${message || `mã ${status}`}`
    return { what: TOOL, state: 'warn', is, remedy: 'Cắm token hoặc chọn SIM trong công cụ, rồi kiểm lại.' }
  } catch (problem) {
    const { code } = problem as ToolProblem
    return { what: TOOL, state: 'bad', ...WORDS[code] }
  }
}

const NOT_RUNNING = {
  is: 'Không kết nối được.',
  remedy:
    'Cài và mở VGCA Sign Service trên máy này. Đang mở mà vẫn không được: mở công cụ, cài lại chứng chỉ kết nối của nó (Cấu hình, Cài chứng chỉ), rồi khởi động lại trình duyệt.',
}
const WORDS: Record<ToolProblemCode, { is: string; remedy: string }> = {
  unreachable: NOT_RUNNING,
  permission: { is: 'Trình duyệt không cho kết nối.', remedy: 'Cho phép ở dòng Quyền của trình duyệt, rồi kiểm lại.' },
  policy: { is: 'Trang này chưa được phép gọi công cụ.', remedy: 'Báo quản trị hệ thống xem cấu hình VGCA_TOOL_URL.' },
  dropped: { is: 'Công cụ ngắt kết nối giữa chừng.', remedy: 'Đóng công cụ, mở lại, rồi kiểm lại.' },
  garbled: { is: 'Công cụ trả lời không đọc được.', remedy: 'Cập nhật công cụ lên bản mới.' },
  silent: { is: 'Công cụ không trả lời trong 10 giây.', remedy: 'Đóng hộp thoại còn mở của công cụ, rồi kiểm lại.' },
  declined: { is: 'Công cụ từ chối.', remedy: 'Mở công cụ xem thông báo.' },
}
