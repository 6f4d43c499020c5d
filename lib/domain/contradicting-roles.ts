import type { Role } from './policy'

type Contradiction = { from: string; roles: readonly [Role, Role]; basis: string }

const SEPARATION =
  'TCVN 14423:2026, tách bạch nhiệm vụ: người quản trị hệ thống không duyệt dữ liệu, người kiểm tra không kiểm tra việc của mình'

const pairs = (one: Role, others: readonly Role[]): Contradiction[] =>
  others.map((other) => ({ from: '2024-12-06', roles: [one, other], basis: SEPARATION }))

/** Roles that one person may not hold at the same time, wherever. A change is a row. */
const CONTRADICTIONS: readonly Contradiction[] = [
  ...pairs('unitHead', ['provinceAdmin', 'unitAdmin', 'integrationAdmin']),
  ...pairs('auditor', [
    'provinceAdmin',
    'unitAdmin',
    'integrationAdmin',
    'unitHead',
    'recordsOfficer',
    'sealKeeper',
    'homeAffairsOfficer',
  ]),
]

/** The role held that the wanted one does not go with; null where all go. */
export const contradicted = (wanted: Role, held: readonly Role[], day: string): Role | null =>
  held.find((role) =>
    CONTRADICTIONS.some(
      ({ from, roles }) => from <= day && roles.includes(wanted) && roles.includes(role) && role !== wanted,
    ),
  ) ?? null
