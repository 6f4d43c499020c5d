'use server'

import { z } from 'zod'
import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import {
  AccountWithReason,
  disableAccount,
  enableAccount,
  OfAccount,
  resetPassword,
  resetSecondFactor,
} from '@/lib/server/people/account-state'
import {
  inspectCertificate,
  registerCertificate,
  WithdrawCertificate,
  withdrawCertificate,
} from '@/lib/server/people/certificates'
import { HandOver, handOver } from '@/lib/server/people/hand-over'
import { IssueAccount, issueAccount } from '@/lib/server/people/issue-account'
import {
  ChangeRoleTerm,
  changeRoleTerm,
  GrantRole,
  grantRole,
  WithdrawRole,
  withdrawRole,
} from '@/lib/server/people/roles'
import { WelcomePerson, welcomePerson } from '@/lib/server/people/welcome-person'
import { CreateUnit, createUnit } from '@/lib/server/units/create-unit'

const HERE = () => ['/administration']

export const addUnit = action(CreateUnit, createUnit, () => ['/administration/units'])
/** Somebody new who gets a role at once is a change of roles too. */
const withRole = ({ account }: z.output<typeof WelcomePerson>) => account?.role != null && account.role !== 'person'

export const addPerson = action(WelcomePerson, fresh(welcomePerson, withRole), () => ['/administration', '/records'])
export const giveAccount = action(IssueAccount, issueAccount, HERE)
export const giveRole = action(GrantRole, fresh(grantRole), HERE)
export const takeRole = action(WithdrawRole, fresh(withdrawRole), HERE)
export const changeTerm = action(ChangeRoleTerm, fresh(changeRoleTerm), HERE)
export const handOverWork = action(HandOver, fresh(handOver), HERE)
export const givePassword = action(OfAccount, resetPassword, HERE)
export const takeSecondFactor = action(OfAccount, fresh(resetSecondFactor), HERE)
export const closeAccount = action(AccountWithReason, disableAccount, HERE)
export const openAccount = action(AccountWithReason, enableAccount, HERE)

/** A file travels as base64 text. */
const CertificateFile = z.object({
  userId: z.uuid(),
  file: z
    .base64('Chọn tệp chứng thư.')
    .max(140_000, 'Tệp chứng thư không lớn hơn 100 kB.')
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
})

export const readCertificate = action(CertificateFile, inspectCertificate)
export const addCertificate = action(CertificateFile, registerCertificate, HERE)
export const takeCertificate = action(WithdrawCertificate, withdrawCertificate, HERE)
