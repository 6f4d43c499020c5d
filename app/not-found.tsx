import type { Metadata } from 'next'
import { NothingHere } from '@/components/layout/nothing-here'

export const metadata: Metadata = { title: 'Không tìm thấy trang này' }

export default function NotFound() {
  return (
    <main className="alone" id="main">
      <NothingHere />
    </main>
  )
}
