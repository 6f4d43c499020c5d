export const GROUNDS = {
  nameBirth: 'trùng họ tên và ngày sinh',
  phone: 'trùng số điện thoại',
  insurance: 'trùng số bảo hiểm',
  citizenId: 'trùng số căn cước',
  staffNumber: 'trùng số hiệu',
  nationalId: 'trùng mã số định danh',
} as const satisfies Record<string, string>

/** “trùng họ tên và ngày sinh, trùng số điện thoại”. */
export const groundWords = (grounds: readonly string[]) =>
  grounds.map((ground) => GROUNDS[ground as keyof typeof GROUNDS] ?? ground).join(', ')

export const DUPLICATE_STATES = { open: 'Chờ xem', different: 'Hai người khác nhau', same: 'Cùng một người' } as const
export type DuplicateStanding = keyof typeof DUPLICATE_STATES
export const isDuplicateStanding = (text: string): text is DuplicateStanding => Object.hasOwn(DUPLICATE_STATES, text)

/** What a reader of one side only is told of the other. */
export const ELSEWHERE = 'Một hồ sơ ở đơn vị khác'
