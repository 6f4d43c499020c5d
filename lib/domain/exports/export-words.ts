export const EXPORT_KINDS = ['cv', 'list'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]
export type ExportState =
  | 'requested'
  | 'signatureWaits'
  | 'signed'
  | 'sealWaits'
  | 'issued'
  | 'replaced'
  | 'refused'
  | 'cancelled'

/** What each kind is called, and its sign behind the number (Nghị định 30/2020, Phụ lục III). */
export const KIND_WORDS: Record<ExportKind, { name: string; sign: string }> = {
  cv: { name: 'Xác nhận sơ yếu lý lịch', sign: 'XN' },
  list: { name: 'Danh sách cán bộ, công chức, viên chức', sign: 'DS' },
}

/** The states as the pages say them. Only what was issued is no draft any more. */
export const EXPORT_CHIPS: Record<
  ExportState,
  { word: string; chip: 'submitted' | 'checked' | 'approved' | 'draft' | 'returned' }
> = {
  requested: { word: 'Chờ ký', chip: 'submitted' },
  signatureWaits: { word: 'Đã ký, chờ kiểm tra thu hồi', chip: 'submitted' },
  signed: { word: 'Bản nháp, chờ đóng dấu', chip: 'checked' },
  sealWaits: { word: 'Đã đóng dấu, chờ kiểm tra thu hồi', chip: 'checked' },
  issued: { word: 'Đã phát hành', chip: 'approved' },
  replaced: { word: 'Đã thay bằng văn bản khác', chip: 'draft' },
  refused: { word: 'Không cấp', chip: 'returned' },
  cancelled: { word: 'Đã rút lại', chip: 'draft' },
}

/** `05/XN-THPTSADEC`: below ten with a nought before it. */
export const exportNumber = (number: number, kind: ExportKind, unitCode: string): string =>
  `${String(number).padStart(2, '0')}/${KIND_WORDS[kind].sign}-${unitCode.toUpperCase()}`

/** The number of what was issued, null before. */
export const numberOf = (one: { kind: ExportKind; number: number | null; unit: { code: string } }): string | null =>
  one.number === null ? null : exportNumber(one.number, one.kind, one.unit.code)

/** What the signer stands by. */
export const exportVow = (kind: ExportKind): string =>
  kind === 'cv'
    ? 'Tôi đã đọc bản xác nhận và sơ yếu lý lịch kèm theo, và chịu trách nhiệm về nội dung xác nhận.'
    : 'Tôi đã đọc danh sách, và chịu trách nhiệm về nội dung xác nhận.'
