import type { ReactNode } from 'react'
import { currentActor, requireSession } from '@/lib/server/session'
import { PortalShell } from '../portal-shell'

/** Also for who must first change the password: then without the frame, since no door opens yet. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  await requireSession()
  const actor = await currentActor()
  return actor ? (
    <PortalShell actor={actor}>{children}</PortalShell>
  ) : (
    <main className="alone" id="main">
      {children}
    </main>
  )
}
