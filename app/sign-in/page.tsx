import type { Metadata } from 'next'
import { Gate } from '@/components/layout/gate'

export const metadata: Metadata = { title: 'Đăng nhập' }

export default function SignInPage() {
  return (
    <Gate>
      <div className="gate-form">
        <h1>Đăng nhập</h1>
        <p className="soft">Dùng tài khoản đơn vị đã cấp cho Anh/Chị.</p>
      </div>
    </Gate>
  )
}
