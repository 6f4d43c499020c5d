import { Emblem } from '@/components/ui/emblem'

/** Whose word it is. */
export function Brand() {
  return (
    <div className="brand check-brand">
      <Emblem />
      <span>
        Ủy ban nhân dân tỉnh Đồng Tháp
        <small>Hồ sơ cán bộ, công chức, viên chức</small>
      </span>
    </div>
  )
}
