import 'server-only'
import type { LeftOut } from '@/lib/documents/account-slips'
import { LEFT_SERVICE, readIssueList } from '@/lib/domain/issue-list'
import type { Actor } from '@/lib/domain/policy'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../../db'
import { sqlWithin } from '../../within'

export type Candidate = { personId: string; name: string; unitId: string; unitName: string; unitPath: string }

type Found = Candidate & { citizenId: string; status: string; username: string | null }

/** Who of the unit is to get an account, by unit and given name; and who is not, with the reason. */
export async function candidates(
  actor: Actor,
  { unitPath, own, list }: { unitPath: string; own: boolean; list: string },
): Promise<{ wanted: Candidate[]; leftOut: LeftOut[] }> {
  const read = readIssueList(list)
  const listed = list.trim() === '' ? null : read.citizenIds
  const where = own ? Prisma.sql`u.path = ${unitPath}` : Prisma.sql`starts_with(u.path, ${unitPath})`
  const found = await db.$queryRaw<Found[]>`
    SELECT p.id AS "personId", p.full_name AS name, p.citizen_id AS "citizenId", p.employment_status AS status,
      u.id AS "unitId", u.name AS "unitName", u.path AS "unitPath", account.username
    FROM person p JOIN unit u ON u.id = p.unit_id LEFT JOIN user_account account ON account.person_id = p.id
    WHERE ${sqlWithin(actor, 'account.manage')} AND ${where}
      AND (${listed === null} OR p.citizen_id = ANY (${listed ?? []}::text[]))
    ORDER BY u.path, p.search_name, p.id`
  const known = new Set(found.map(({ citizenId }) => citizenId))
  const strangers = (listed ?? []).filter((id) => !known.has(id))
  const wanted: Candidate[] = []
  const leftOut: LeftOut[] = []
  for (const { citizenId, status, username, ...person } of found) {
    const why = whyNot({ citizenId, status, username })
    if (why === null) wanted.push(person)
    else leftOut.push({ who: person.name, unitName: person.unitName, why })
  }
  for (const { typed, why } of read.faults) leftOut.push({ who: typed, unitName: '', why })
  for (const who of strangers) leftOut.push({ who, unitName: '', why: 'Không có ai như vậy trong đơn vị đã chọn' })
  return { wanted, leftOut }
}

function whyNot({ citizenId, status, username }: Pick<Found, 'citizenId' | 'status' | 'username'>): string | null {
  if (username !== null) return `Đã có tài khoản ${username}`
  if (LEFT_SERVICE.includes(status)) return 'Không còn công tác'
  if (!/^\d{12}$/.test(citizenId)) return 'Chưa có số căn cước'
  return null
}
