import type { ReactNode } from 'react'

/** Nothing here: why, when next, and one act. In a `<Panel padded={false}>`. `<Empty title="Chưa có thay đổi nào chờ kiểm." act={…}>Kỳ ký tới: 26/11.</Empty>` */
export function Empty({
  title,
  act,
  children,
}: {
  title: ReactNode
  act?: ReactNode | undefined
  children?: ReactNode | undefined
}) {
  return (
    <div className="empty">
      <p>
        <b>{title}</b>
      </p>
      {children && <p className="soft">{children}</p>}
      {act && <p className="acts">{act}</p>}
    </div>
  )
}
