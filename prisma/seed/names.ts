import type { Chance } from './chance'

export type Gender = '1' | '2'

const words = (text: string) => text.split(' ')

// Often heard ones stand several times.
const FAMILIES = words(
  'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Lê Phạm Phạm Huỳnh Huỳnh Võ Võ Phan Trương Bùi Đặng Đỗ Hồ Ngô Dương Lý Đoàn Mai Tô Cao Châu Lâm Lương Thái Hà Tạ Đinh Trịnh Quách',
)
const KHMER = words('Thạch Kim Sơn Danh Kiên Thị')
const HOA = words('Quách Lâm Mã Trương La Ông')

const MALE_MIDDLE = words(
  'Văn Văn Văn Hữu Minh Thanh Quốc Hoàng Đức Công Tấn Phước Trung Ngọc Chí Thành Nhật Anh Hải Duy',
)
const FEMALE_MIDDLE = words(
  'Thị Thị Thị Thị Thị Ngọc Kim Thanh Mỹ Bích Hồng Thùy Phương Minh Như Cẩm Tuyết Diễm Ánh Bảo',
)
const MALE_GIVEN = words(
  'An Bảo Bình Chiến Cường Danh Dũng Duy Đạt Đông Giang Hải Hậu Hiếu Hiệp Hòa Hoàng Hùng Huy Hưng Khang Khánh Khoa Kiệt Lâm Lộc Lợi Long Luân Mẫn Minh Nam Nghĩa Nguyên Nhân Nhựt Phát Phong Phú Phúc Quang Quân Quý Sang Sơn Tâm Tân Tài Thái Thành Thắng Thiện Thịnh Thuận Tiến Tín Toàn Trí Trọng Trung Trường Tuấn Tùng Tường Việt Vinh Vũ',
)
const FEMALE_GIVEN = words(
  'An Anh Ánh Bình Chi Cúc Diễm Dung Duyên Đào Giang Giàu Hà Hạnh Hằng Hân Hiền Hoa Hồng Huệ Hương Huyền Khanh Lan Lệ Liên Linh Loan Ly Mai My Nga Ngân Ngọc Nguyệt Nhi Nhung Như Oanh Phương Phượng Quyên Sương Tâm Thảo Thanh Thi Thu Thủy Thúy Thư Thy Tiên Trang Trâm Trinh Trúc Tuyền Tuyết Uyên Vân Vy Xuân Yến',
)

/** A name as people of the Mekong delta bear it. `family` keeps it in a family. */
export function nameOf(
  chance: Chance,
  gender: Gender,
  { ethnicity = '01', family }: { ethnicity?: string; family?: string } = {},
) {
  const first = family ?? chance.one(ethnicity === '05' ? KHMER : ethnicity === '06' ? HOA : FAMILIES)
  const middle = chance.one(gender === '1' ? MALE_MIDDLE : FEMALE_MIDDLE)
  const given = chance.one(gender === '1' ? MALE_GIVEN : FEMALE_GIVEN)
  if (middle === given) return `${first} ${middle} ${gender === '1' ? 'Khôi' : 'Nương'}`
  // A third word, as one name in four has it: “Thị Thùy Linh”.
  if (gender === '2' && middle === 'Thị' && chance.happens(35))
    return `${first} Thị ${chance.one(FEMALE_MIDDLE.slice(5))} ${given}`
  return `${first} ${middle} ${given}`
}

export const familyOf = (fullName: string) => fullName.split(' ')[0] ?? fullName
