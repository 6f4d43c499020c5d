import type { ReactNode } from 'react'
import { Brand } from '@/components/check/brand'

/** Open to everybody who holds a paper; the same with and without an account. */
export default function VerifyLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="topbar">
        <Brand />
      </header>
      <main className="alone check" id="main">
        {children}
      </main>
    </>
  )
}
