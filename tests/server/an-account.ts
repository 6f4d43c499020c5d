import { randomInt, randomUUID } from 'node:crypto'
import { db } from '@/lib/server/db'
import { hashPassword } from '@/lib/server/passwords'

export const PASSWORD = 'Kênh-Xáng#7341'

/** Somebody with an account: born 14/08/1988, named Nguyễn Thị Thùy Linh, in a unit of her own. */
export async function anAccount(more: { username?: string; disabledAt?: Date } = {}) {
  const code = randomUUID().slice(0, 8)
  const unit = await db.unit.create({
    data: {
      code,
      name: 'Trường THPT Bình Hàng',
      searchName: 'truong thpt binh hang',
      typeCode: '1',
      path: `/dt/${code}/`,
    },
  })
  const person = await db.person.create({
    data: {
      citizenId: String(randomInt(10 ** 11, 10 ** 12 - 1)),
      fullName: 'Nguyễn Thị Thùy Linh',
      searchName: 'linh nguyen thi thuy',
      dateOfBirth: '1988-08-14',
      unitId: unit.id,
      personCategory: 'VIEN_CHUC',
      employmentStatus: 'DANG_LAM_VIEC',
    },
  })
  const user = await db.user.create({
    data: {
      username: `linh.${code}`,
      personId: person.id,
      passwordHash: await hashPassword(PASSWORD),
      ...more,
    },
  })
  return { user, person, unit }
}
