'use client'

import { PageFault, type PageFaultProps } from '@/components/layout/page-fault'
import { IconSprite } from '@/components/ui/icon-sprite'
import './globals.css'

/** When even the root layout fails; it brings its own. */
export default function GlobalError(props: PageFaultProps) {
  return (
    <html lang="vi">
      <body>
        <IconSprite />
        <main className="alone" id="main">
          <PageFault {...props} />
        </main>
      </body>
    </html>
  )
}
