export const POPULATION_RESULTS = ['match', 'noMatch', 'error'] as const
export type PopulationResult = (typeof POPULATION_RESULTS)[number]

export const RESULT_WORDS = {
  match: { word: 'Khớp dân cư', chip: 'approved' },
  noMatch: { word: 'Không khớp', chip: 'error' },
  error: { word: 'Chưa kiểm được', chip: 'none' },
} as const satisfies Record<PopulationResult, { word: string; chip: string }>

const CAUSES: Record<string, string> = {
  noAnswer: 'cơ sở dữ liệu dân cư không trả lời',
  garbled: 'trả lời không đúng dạng',
  refused: 'tài khoản kết nối bị từ chối',
  quota: 'đã dùng hết số lượt trong ngày',
}

type Said = { result: PopulationResult; cause: string | null }

/** “Không khớp: số định danh, họ tên hoặc ngày sinh khác dữ liệu dân cư”. */
export function sayResult({ result, cause }: Said): string {
  const { word } = RESULT_WORDS[result]
  if (result === 'match') return word
  if (result === 'error') return `${word}: ${CAUSES[cause ?? ''] ?? 'không rõ lý do'}`
  return `${word}: số định danh, họ tên hoặc ngày sinh khác dữ liệu dân cư`
}
