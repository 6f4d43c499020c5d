import { transact } from '@/lib/server/call'
import { createPerson } from '@/lib/server/people/create-person'
import { createUnit } from '@/lib/server/units/create-unit'
import { asks, FOUNDER, type Roster } from './roster'

type Line = [code: string, parent: string, agencyCode: string, typeCode: string, name: string, people: string[]]

/**
 * A district as it stood on 30/06/2025, which nobody has reorganised in the portal yet: for playing the reform of
 * 01/07/2025, as Sở Nội vụ had to. Its people have records and no accounts.
 */
// biome-ignore format: meant to be read as a table
const LINES: Line[] = [
  ['h-tan-hong',      'dt',         'H20.36',    'UBND_HUYEN', 'Ủy ban nhân dân huyện Tân Hồng',        ['Lê Hoàng Nhã', 'Trần Thị Út Mười', 'Nguyễn Tấn Lộc', 'Phạm Thị Kiều Oanh', 'Huỳnh Văn Đượm']],
  ['tt-sa-rai',       'h-tan-hong', 'H20.36.11', 'UBND_XA',    'Ủy ban nhân dân thị trấn Sa Rài',       ['Võ Minh Cảnh', 'Đặng Thị Thu Ba', 'Bùi Quốc Khởi', 'Ngô Thị Bé Hai']],
  ['x-binh-phu',      'h-tan-hong', 'H20.36.12', 'UBND_XA',    'Ủy ban nhân dân xã Bình Phú',           ['Đỗ Thành Nhơn', 'Cao Thị Mộng Kiều', 'Hồ Văn Tám Lớn']],
  ['x-tan-cong-chi',  'h-tan-hong', 'H20.36.13', 'UBND_XA',    'Ủy ban nhân dân xã Tân Công Chí',       ['Dương Công Hiển', 'Mai Thị Xuân Lan', 'Tô Hữu Nghị']],
  ['thcs-tan-hong',   'h-tan-hong', 'H20.36.51', 'DVSN_HUYEN', 'Trường THCS Nguyễn Du, huyện Tân Hồng', ['Lý Thị Ngọc Sương', 'Châu Văn Thới', 'Trương Thị Mỹ Nương']],
]

export const OLD_DISTRICT_PEOPLE = LINES.reduce((sum, [, , , , , people]) => sum + people.length, 0)

export const foundOldDistrict = (roster: Roster, at: Date) =>
  transact(async (tx) => {
    const ids = new Map([['dt', roster.unit('dt').id]])
    let serial = 0
    for (const [code, parent, agencyCode, typeCode, name, people] of LINES) {
      const unit = { code, name, typeCode, agencyCode, parentId: ids.get(parent) ?? null }
      const paper = { validFrom: '2004-01-01', basis: '36/QĐ-UBND ngày 01/01/2004' }
      const { unitId } = await createUnit(asks(tx, FOUNDER, at, { ...unit, ...paper }))
      ids.set(code, unitId)
      for (const fullName of people) {
        serial += 1
        const woman = fullName.includes(' Thị ')
        const born = 1972 + ((serial * 7) % 22)
        const citizenId = `087${woman ? '1' : '0'}${String(born).slice(2)}${String(930_100 + serial)}`
        const person = {
          citizenId,
          fullName,
          dateOfBirth: `${String(born)}-0${1 + (serial % 9)}-1${serial % 9}`,
          unitId,
        }
        const category = typeCode === 'DVSN_HUYEN' ? 'VIEN_CHUC' : 'CONG_CHUC'
        const post = {
          // Nobody was in a unit before it was there.
          from: `01/0${1 + (serial % 9)}/${Math.max(born + 25, 2004)}`,
          personCategory: category,
          employmentStatus: 'DANG_LAM_VIEC',
        }
        await createPerson(asks(tx, FOUNDER, at, { ...person, ...post, managedByStandingCommittee: false }))
      }
    }
  })
