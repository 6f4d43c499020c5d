import type { Metadata } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { IconSprite } from '@/components/ui/icon-sprite'
import './globals.css'

export const metadata: Metadata = {
  title: { template: '%s – Hồ sơ CBCCVC Đồng Tháp', default: 'Hồ sơ CBCCVC Đồng Tháp' },
  robots: { index: false, follow: false },
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page built ahead of the request would carry no nonce, and its scripts would be refused.
  await connection()
  return (
    <html lang="vi">
      <body>
        <IconSprite />
        {children}
      </body>
    </html>
  )
}
