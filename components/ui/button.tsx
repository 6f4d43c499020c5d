import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icon-paths'

type Look = {
  /** `main`: the one filled act of the page. `back`: giving back, withdrawing. `small`: only inside panels. */
  look?: 'main' | 'back' | 'small' | 'plain' | undefined
  wide?: boolean | undefined
  icon?: IconName | undefined
  children: ReactNode
}

/**
 * Words are verb + object + number ("Ký duyệt 65 hồ sơ"). Never disabled: hide it and say why.
 * `<Button look="main" type="submit">Gửi 2 thay đổi</Button>`; `type` is "button" unless told.
 */
export function Button({
  look = 'plain',
  wide = false,
  icon,
  className,
  children,
  ...rest
}: Look & ComponentProps<'button'>) {
  return (
    <button type="button" className={classOf(look, wide, className)} {...rest}>
      {icon && <Icon name={icon} small={look === 'small'} />}
      {children}
    </button>
  )
}

/** The same look for going somewhere: `<ButtonLink look="small" href="/records">…</ButtonLink>`. */
export function ButtonLink({
  look = 'plain',
  wide = false,
  icon,
  className,
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link className={classOf(look, wide, className)} {...rest}>
      {icon && <Icon name={icon} small={look === 'small'} />}
      {children}
    </Link>
  )
}

function classOf(look: NonNullable<Look['look']>, wide: boolean, extra: string | undefined) {
  return ['button', look !== 'plain' && `button--${look}`, wide && 'button--wide', extra].filter(Boolean).join(' ')
}
