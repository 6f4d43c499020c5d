import type { ReactNode } from 'react'
import { Emblem } from '@/components/ui/emblem'
import { Lotus } from '@/components/ui/lotus'

/** Two halves: whose house this is, and the door. For what is shown before anybody is known. */
export function Gate({ children }: { children: ReactNode }) {
  return (
    <div className="gate">
      <header className="gate-side">
        <Lotus />
        <div className="brand">
          <Emblem />
          <span>
            Ủy ban nhân dân tỉnh Đồng Tháp
            <small>Sở Nội vụ</small>
          </span>
        </div>
        <p className="big">
          Hồ sơ cán bộ,
          <br />
          công chức, viên chức
        </p>
        <p className="law">
          Mỗi người khai hồ sơ của mình.
          <br />
          Đơn vị kiểm, thủ trưởng ký số, tỉnh gửi Bộ Nội vụ.
        </p>
      </header>
      <main className="gate-main" id="main">
        {children}
      </main>
    </div>
  )
}
