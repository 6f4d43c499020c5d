import Link from 'next/link'
import type { ReactNode } from 'react'
import { KeyboardHelp } from '@/components/keyboard/keyboard-help'
import { LockScreen } from '@/components/lock/lock-screen'
import type { CheckPassword } from '@/components/lock/password-ask'
import { OutboxNote } from '@/components/outbox/outbox-note'
import { Emblem } from '@/components/ui/emblem'
import { Icon } from '@/components/ui/icon'
import { CATALOGUE, SECTION_IDS, type SectionId } from '@/lib/catalogue'
import { type Find, FindBox } from './find-box'
import { PhoneMenu } from './phone-menu'
import { type MenuEntry, Rail } from './rail'
import { type RoleChoice, RoleSelect } from './role-select'
import { SignOutForm } from './sign-out-form'

export type PortalFrameProps = {
  entries: MenuEntry[]
  person: string
  roles: { choices: RoleChoice[]; chosen: string }
  find?: Find | undefined
  /** One line about the account, over the page. */
  note?: ReactNode | undefined
  chooseRole: (form: FormData) => Promise<void>
  signOut: () => Promise<void>
  /** After how long the screen locks, and what opens it. */
  idleMinutes: number
  unlock: CheckPassword
  children: ReactNode
}

/** The frame around every page of the portal: top bar, rail, and on a phone the menu. Entries come from `menuFor(actor)`. */
export function PortalFrame({
  entries,
  person,
  roles,
  find,
  note,
  chooseRole,
  signOut,
  idleMinutes,
  unlock,
  children,
}: PortalFrameProps) {
  return (
    <>
      <a className="skip" href="#main">
        Đến nội dung chính
      </a>
      <header className="topbar">
        <Link className="brand" href="/">
          <Emblem />
          <span>
            <span className="only-wide">Hồ sơ cán bộ, công chức, viên chức</span>
            <span className="only-phone">Hồ sơ CBCCVC</span>
            <small>Tỉnh Đồng Tháp</small>
          </span>
        </Link>
        {roles.choices.length > 0 && <RoleSelect {...roles} choose={chooseRole} />}
        {find && <FindBox {...find} />}
        <ul>
          <li>
            <Link href="/help">
              <Icon name="help" />
              Trợ giúp
            </Link>
          </li>
          <li>
            <Link href="/account">
              <Icon name="user" />
              {person}
            </Link>
          </li>
          <li>
            <SignOutForm signOut={signOut}>
              <button type="submit">Đăng xuất</button>
            </SignOutForm>
          </li>
        </ul>
        <PhoneMenu entries={entries} person={person} signOut={signOut}>
          {roles.choices.length > 0 && <RoleSelect {...roles} choose={chooseRole} />}
        </PhoneMenu>
      </header>
      <div className="shell">
        <Rail entries={entries} />
        <KeyboardHelp />
        <LockScreen minutes={idleMinutes} person={person} unlock={unlock} />
        <main id="main" tabIndex={-1}>
          <OutboxNote titles={SECTION_TITLES} />
          {note}
          {children}
        </main>
      </div>
    </>
  )
}

/** Told to the page, so that it need not carry the catalogue. */
const SECTION_TITLES = Object.fromEntries(SECTION_IDS.map((section) => [section, CATALOGUE[section].title])) as Record<
  SectionId,
  string
>
