type Purpose = { code: string; title: string; basis: string; from: string; until: string | null }

/** What the population database may be asked for, from when to when, and by which document. A new one is a new line. */
const PURPOSES: readonly Purpose[] = [
  {
    code: 'keepRecord',
    title: 'Lập, cập nhật hồ sơ cán bộ, công chức, viên chức',
    basis: 'Kế hoạch của UBND tỉnh năm 2023, mục I.2',
    from: '2023-01-01',
    until: null,
  },
  {
    code: 'identifier',
    title: 'Định danh hồ sơ điện tử bằng số định danh cá nhân',
    basis: 'Nghị định 27/2026/NĐ-CP',
    from: '2026-07-01',
    until: null,
  },
]

export const purposesOn = (day: string) =>
  PURPOSES.filter(({ from, until }) => from <= day && (until === null || day <= until))

/** Of what happens by itself, whatever day it is. */
export const USUAL_PURPOSE = 'keepRecord'

export const sayPurpose = (code: string) => PURPOSES.find((purpose) => purpose.code === code)?.title ?? code
