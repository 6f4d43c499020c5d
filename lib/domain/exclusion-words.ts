import type { Exclusion } from './batch'

type Words = { why: string; next: string }

/** Why somebody is left out of a batch and what happens next, as the head reads it. */
export const EXCLUSION_WORDS: { [Code in Exclusion['code']]: (why: Extract<Exclusion, { code: Code }>) => Words } = {
  ownRecord: () => ({ why: 'Hồ sơ của chính người ký', next: 'Cấp trên trực tiếp ký' }),
  headsRecord: () => ({ why: 'Hồ sơ của thủ trưởng giao ký', next: 'Cấp trên trực tiếp ký' }),
  approverElsewhere: ({ unitName }) => ({
    why: `Người đứng đầu ${unitName} duyệt (Quy chế, Điều 11)`,
    next: `Ký trong đợt của ${unitName}`,
  }),
  approverNotDefined: () => ({ why: 'Chưa có người duyệt theo bảng người duyệt', next: 'Sở Nội vụ bổ sung bảng' }),
  neverSignedIn: () => ({ why: 'Chưa đăng nhập lần nào', next: 'Nhắc đăng nhập và khai' }),
  incomplete: ({ missing }) => ({ why: `Đang khai, còn ${missing} trường bắt buộc`, next: 'Nhắc khai tiếp' }),
  notSubmitted: () => ({ why: 'Đã khai đủ, chưa gửi', next: 'Nhắc gửi' }),
  notChecked: () => ({ why: 'Đã gửi, chưa kiểm', next: 'Cán bộ hồ sơ kiểm' }),
  numberHeld: () => ({
    why: 'Số căn cước, số hiệu hoặc số bảo hiểm trùng với hồ sơ khác',
    next: 'So hai hồ sơ ở mục Nghi trùng, trả lại hồ sơ ghi sai',
  }),
  returned: ({ fields }) => ({
    why: fields > 0 ? `Còn ${fields} trường bị trả lại, chưa gửi lại` : 'Bị trả lại, chưa gửi lại',
    next: 'Nhắc người khai',
  }),
  frozenElsewhere: () => ({ why: 'Đang khóa để ký trong đợt khác', next: 'Chờ đợt đó ký xong' }),
  affirmed: () => ({ why: 'Đã ký trong tháng này, không có thay đổi', next: 'Không phải làm gì' }),
  noChange: () => ({ why: 'Không có thay đổi từ lần duyệt trước', next: 'Không phải làm gì' }),
}

export const exclusionWords = (why: Exclusion): Words => (EXCLUSION_WORDS[why.code] as (why: Exclusion) => Words)(why)

/** Nothing is wrong with these people: they are counted, not listed. */
export const isQuiet = ({ code }: { code: string }) => code === 'affirmed' || code === 'noChange'
