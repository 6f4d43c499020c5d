import type { ReactNode } from 'react'
import { requireActor } from '@/lib/server/session'
import { PortalShell } from '../portal-shell'

export default async function PortalLayout({ children }: { children: ReactNode }) {
  return <PortalShell actor={await requireActor()}>{children}</PortalShell>
}
