import type { Profile } from '../profile'

/** Where somebody of this work and degree studied; the same answer wherever it is asked. */
export function schoolOf(profile: Profile): string {
  const { staff } = profile.unit
  const { degree } = profile.job
  const chance = profile.chance('school')
  if (degree === '07') return chance.one(TRADE_SCHOOLS)
  if (degree === '06') return 'Trường Cao đẳng Cộng đồng Đồng Tháp'
  return chance.one(
    staff === 'hospital' || staff === 'branch' ? MEDICINE : TEACHING.includes(staff) ? PEDAGOGY : UNIVERSITIES,
  )
}

export function furtherSchool(profile: Profile): string {
  const { staff } = profile.unit
  const schools = staff === 'hospital' ? MEDICINE : TEACHING.includes(staff) ? PEDAGOGY : UNIVERSITIES
  return profile.chance('further school').one(schools)
}

const TEACHING = ['highSchool', 'middleSchool', 'primary', 'kindergarten']
const PEDAGOGY = [
  'Trường Đại học Đồng Tháp',
  'Trường Đại học Đồng Tháp',
  'Trường Đại học Sư phạm Thành phố Hồ Chí Minh',
  'Trường Đại học Cần Thơ',
]
const UNIVERSITIES = [
  'Trường Đại học Cần Thơ',
  'Trường Đại học Luật Thành phố Hồ Chí Minh',
  'Trường Đại học Kinh tế Thành phố Hồ Chí Minh',
  'Trường Đại học Đồng Tháp',
  'Trường Đại học Tiền Giang',
]
const MEDICINE = ['Trường Đại học Y Dược Cần Thơ', 'Đại học Y Dược Thành phố Hồ Chí Minh']
const TRADE_SCHOOLS = [
  'Trường Trung cấp nghề Tháp Mười',
  'Trường Cao đẳng Y tế Đồng Tháp',
  'Trường Cao đẳng Nghề Đồng Tháp',
]
