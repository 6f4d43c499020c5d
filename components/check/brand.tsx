import { Emblem } from '@/components/ui/emblem'

/** Whose word it is. */
export function Brand() {
  return (
    <div className="brand">
      <Emblem />
      <span>
        Hồ sơ cán bộ, công chức, viên chức
        <small>Tỉnh Đồng Tháp</small>
      </span>
    </div>
  )
}
