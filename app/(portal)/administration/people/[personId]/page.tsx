import type { Metadata } from 'next'
import { PageHead } from '@/components/layout/page-head'
import { AccountPanel } from '@/components/people/account-panel'
import { CertificatesPanel } from '@/components/people/certificates-panel'
import { GrantForm } from '@/components/people/grant-form'
import { RolesPanel } from '@/components/people/roles-panel'
import { ButtonLink } from '@/components/ui/button'
import { StateChip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { sayInstant } from '@/lib/domain/calendar'
import { HANDED_OVER } from '@/lib/domain/granting'
import { isId } from '@/lib/domain/list-query'
import { MESSAGES } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { ROLE_WORDS } from '@/lib/domain/role-words'
import { noteView, orNotFound, requireDoor } from '@/lib/server/access'
import { now } from '@/lib/server/clock'
import { type AccountPage, accountPage } from '@/lib/server/people/account-page'
import { unitChoices } from '@/lib/server/units/unit-tree'
import * as actions from '../../actions'

export const metadata: Metadata = { title: 'Tài khoản' }

type Address = { params: Promise<{ personId: string }> }

/** One person's account, roles and certificates. */
export default async function AccountOfPerson({ params }: Address) {
  const { personId } = await params
  const address = `/administration/people/${personId}`
  const actor = await requireDoor('account.manage', address)
  const page = await orNotFound(actor, address, () => {
    if (!isId(personId)) throw new Refusal('notFound', {})
    return accountPage(actor, personId)
  })
  const { person, user, roles, pastRoles, own, mayManage, mayRegister, grantable } = page
  if (user && !own) {
    const subject = { type: 'user', id: user.id, name: person.fullName } as const
    await noteView(actor, { action: 'account.viewed', subject, unitPath: person.unit.path })
  }
  const units = mayManage && user ? await unitChoices(actor, 'account.manage') : []
  return (
    <>
      <PageHead
        title={person.fullName}
        crumbs={[{ label: 'Quản trị', href: '/administration' }]}
        lead={`${person.unit.name}. Số căn cước ${person.citizenId}`}
        chip={user?.disabledAt && <StateChip state="error">Đã ngừng</StateChip>}
      >
        <ButtonLink href={`/movements/people/${person.id}`}>Biến động</ButtonLink>
        {mayManage && roles.some(({ role }) => HANDED_OVER.includes(role)) && (
          <ButtonLink href={`${address}/hand-over`}>Bàn giao việc quản trị</ButtonLink>
        )}
        {person.record && <ButtonLink href={`/records/${person.record.id}`}>Mở hồ sơ</ButtonLink>}
      </PageHead>
      {!mayManage && <Notice title={own ? MESSAGES.ownAccount({}) : MESSAGES.accountAboveYou({})} />}
      <div className="cols">
        <div>
          {user ? (
            <>
              <RolesPanel
                userId={user.id}
                roles={roles}
                past={pastRoles}
                take={mayManage ? actions.takeRole : null}
                change={mayManage ? actions.changeTerm : null}
              />
              {mayManage && (
                <GrantForm
                  userId={user.id}
                  roles={grantable.map((role) => ({ value: role, label: ROLE_WORDS[role] }))}
                  units={units}
                  unitId={person.unitId}
                  today={actor.today}
                  give={actions.giveRole}
                />
              )}
            </>
          ) : (
            <Panel title="Vai trò">Có tài khoản rồi mới giao vai trò được.</Panel>
          )}
        </div>
        <div>
          <AccountPanel
            personId={personId}
            account={
              user && {
                userId: user.id,
                username: user.username,
                disabled: user.disabledAt !== null,
                secondFactor: user.secondFactorSince !== null,
                facts: factsOf(user),
              }
            }
            mayManage={mayManage}
            give={actions.giveAccount}
            reset={actions.givePassword}
            close={actions.closeAccount}
            open={actions.openAccount}
            takeFactor={actions.takeSecondFactor}
          />
          {user && (
            <CertificatesPanel
              userId={user.id}
              certificates={user.certificates}
              mayRegister={mayRegister}
              read={actions.readCertificate}
              add={actions.addCertificate}
              take={actions.takeCertificate}
            />
          )}
        </div>
      </div>
    </>
  )
}

function factsOf(user: NonNullable<AccountPage['user']>): [string, string][] {
  const {
    username,
    createdAt,
    lastSignInAt,
    mustChangePassword,
    secondFactorSince,
    lockedUntil,
    disabledAt,
    disabledReason,
  } = user
  return [
    ['Tên đăng nhập', username],
    ['Cấp lúc', sayInstant(createdAt)],
    ['Đăng nhập gần nhất', lastSignInAt ? sayInstant(lastSignInAt) : 'chưa lần nào'],
    ['Mật khẩu', mustChangePassword ? 'dùng một lần, chưa đổi' : 'do người dùng đặt'],
    ['Xác thực hai bước', secondFactorSince ? `bật từ ${sayInstant(secondFactorSince)}` : 'chưa bật'],
    ...(lockedUntil && lockedUntil > now()
      ? [['Khóa vì gõ sai', `đến ${sayInstant(lockedUntil)}`] as [string, string]]
      : []),
    ...(disabledAt
      ? [['Ngừng lúc', `${sayInstant(disabledAt)}${disabledReason ? `. ${disabledReason}` : ''}`] as [string, string]]
      : []),
  ]
}
