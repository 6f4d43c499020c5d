import type { ReactNode } from 'react'
import { currentActor } from '@/lib/server/session'
import { PortalShell } from '../portal-shell'

/** Open to everybody: who cannot sign in needs it most. */
export default async function HelpLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  return actor ? (
    <PortalShell actor={actor}>{children}</PortalShell>
  ) : (
    <main className="alone" id="main">
      {children}
    </main>
  )
}
