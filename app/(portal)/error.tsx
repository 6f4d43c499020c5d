'use client'

import { PageFault, type PageFaultProps } from '@/components/layout/page-fault'

/** Within the frame, so that the other doors stay at hand. */
export default function ErrorPage(props: PageFaultProps) {
  return <PageFault {...props} />
}
