import type { ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icon-paths'

const LOOKS = {
  plain: { className: 'note', icon: 'stop' },
  warn: { className: 'note note--warn', icon: 'warn' },
  good: { className: 'note note--good', icon: 'check' },
} as const satisfies Record<string, { className: string; icon: IconName }>

type NoticeProps = {
  look?: keyof typeof LOOKS | undefined
  icon?: IconName | undefined
  /** What is so, bold; then (children) what to do. At most two notices on a page. */
  title: ReactNode
  /** Set for what appears after an act, so that it is read out. */
  live?: boolean | undefined
  children?: ReactNode | undefined
}

/** `<Notice look="warn" title="Chưa ký được: kỳ ký mở 26–30/11.">Việc gấp thì mở đợt ký riêng.</Notice>` */
export function Notice({ look = 'plain', icon, title, live = false, children }: NoticeProps) {
  const { className, icon: usual } = LOOKS[look]
  return (
    <div className={className} role={live ? 'status' : undefined}>
      <Icon name={icon ?? usual} />
      <p>
        <b>{title}</b> {children}
      </p>
    </div>
  )
}
