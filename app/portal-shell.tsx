import type { ReactNode } from 'react'
import { AccountNote } from '@/components/layout/account-note'
import { PortalFrame } from '@/components/layout/portal-frame'
import { FreshProvider } from '@/components/lock/fresh-provider'
import { OutboxProvider } from '@/components/outbox/outbox-provider'
import { ALL_ROLES, menuFor, roleKey, rolesOf } from '@/lib/domain/menu'
import { type Actor, mayAnywhere } from '@/lib/domain/policy'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { accountNotes } from '@/lib/server/account-notes'
import { deviceKeyOf } from '@/lib/server/device-key'
import { env } from '@/lib/server/env'
import { menuCounts } from '@/lib/server/menu-counts'
import { heldRoles } from '@/lib/server/session'
import { saveAnswers } from './(portal)/my-record/actions'
import { chooseRole, signOut } from './account/actions'
import { askFresh, prove, unlock } from './unlock/actions'

/** The frame as this person sees it: doors that open for the role they have chosen. */
export async function PortalShell({ actor, children }: { actor: Actor; children: ReactNode }) {
  const [{ all, chosen }, counts, notes] = await Promise.all([heldRoles(), menuCounts(actor), accountNotes()])
  const roles = rolesOf(all).map((one) => ({
    value: roleKey(one),
    label: `${ROLE_WORDS[one.role]} · ${one.unitName}`,
  }))
  const choices = roles.length > 1 ? [{ value: ALL_ROLES, label: 'Mọi vai trò' }, ...roles] : roles
  const one = roles.find(({ value }) => value === chosen)?.value
  return (
    <OutboxProvider owner={{ userId: actor.userId, deviceKey: deviceKeyOf(actor.userId) }} send={saveAnswers}>
      <FreshProvider prove={prove} ask={askFresh}>
        <PortalFrame
          entries={menuFor(actor).map((entry) => ({ ...entry, count: counts[entry.href] }))}
          person={actor.personName}
          roles={{ choices, chosen: one ?? choices[0]?.value ?? '' }}
          find={
            mayAnywhere(actor, 'unit.read') ? { label: 'Tìm người theo tên, số CCCD', action: '/records' } : undefined
          }
          note={<AccountNote {...notes} />}
          chooseRole={chooseRole}
          signOut={signOut}
          idleMinutes={env.IDLE_MINUTES}
          unlock={unlock}
        >
          {children}
        </PortalFrame>
      </FreshProvider>
    </OutboxProvider>
  )
}
