import 'server-only'
import type { PasswordOwner } from '@/lib/domain/password-policy'
import { db } from './db'

const OWNER = {
  username: true,
  secondFactorSince: true,
  person: {
    select: { fullName: true, citizenId: true, dateOfBirth: true, unit: { select: { name: true, code: true } } },
  },
  grants: { where: { role: { not: 'person' } }, select: { unit: { select: { name: true, code: true } } } },
} as const

/** What must not be in this person's password: theirs, and their units' (Quy chế, Điều 10). */
export async function passwordOwner(userId: string): Promise<PasswordOwner> {
  const { username, person, secondFactorSince, grants } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: OWNER,
  })
  const units = [person, ...grants].flatMap(({ unit }) => [unit.name, unit.code])
  return {
    username,
    fullName: person.fullName,
    citizenId: person.citizenId,
    dateOfBirth: person.dateOfBirth,
    units: [...new Set(units)],
    secondFactor: secondFactorSince !== null,
  }
}
