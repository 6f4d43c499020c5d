const CAUSES: Record<string, string> = {
  'blocked:auth': 'tài khoản kết nối bị từ chối',
  'blocked:config': 'nơi nhận không có dịch vụ ở địa chỉ này, hoặc không cho gọi',
  'retry:network': 'không nối được máy chủ của nơi nhận',
  'retry:busy': 'nơi nhận báo bận hoặc đang bảo trì',
  'unknown:timeout': 'nơi nhận không trả lời kịp',
  'unknown:reset': 'đường truyền đứt giữa chừng',
  'unknown:serverError': 'máy chủ của nơi nhận báo lỗi',
  'unknown:notJson': 'nơi nhận trả lời không đúng dạng',
}

/** Why the channel rests, as part of a sentence; `kind:cause` of the outcome that stopped it. */
export const sayChannelCause = (cause: string | null) => CAUSES[cause ?? ''] ?? 'nơi nhận không trả lời'
