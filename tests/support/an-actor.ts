import type { Actor, Grant, Holder } from '@/lib/domain/policy'

/** Somebody with these roles over this part of the tree; nobody's record is theirs unless said so. */
export const anActor = (
  roles: readonly Holder[],
  { path = '/dt/', personId = 'reader', agreed }: { path?: string; personId?: string; agreed?: Grant['agreed'] } = {},
): Actor => ({
  userId: 'u',
  personId,
  personName: 'Võ Thị Kim Ngân',
  sessionId: 's',
  today: '2026-11-27',
  grants: roles.map((role) => ({
    role,
    unitId: 'u',
    unitPath: path,
    unitName: 'Đơn vị',
    from: '2026-01-01',
    until: null,
    ...(agreed && { agreed }),
  })),
})
