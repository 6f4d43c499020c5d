'use client'

import { type FormEvent, useRef, useState } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { RefusalDetails } from '@/lib/domain/messages'
import type { Role } from '@/lib/domain/policy'
import type { Result } from '@/lib/domain/result'
import { AccountRows } from './account-rows'
import { AlikeNotice } from './alike-notice'
import { FormRow, rowAria } from './form-row'
import { RefusedForm } from './refused-form'
import { type Choice, SelectRow } from './select-row'
import { Slip, type SlipFacts } from './slip'
import { TextRow } from './text-row'
import { type UnitChoice, UnitSelect } from './unit-select'
import { useAct } from './use-act'

type Input = {
  citizenId: string
  fullName: string
  dateOfBirth: string
  unitId: string
  from: string
  personCategory: string
  employmentStatus: string
  managedByStandingCommittee: boolean
  account: { role: Role | null; reason: string } | null
  alikeSeen?: boolean
}

type NewPersonFormProps = {
  units: readonly UnitChoice[]
  unitId: string | null
  role: string
  categories: readonly Choice[]
  statuses: readonly Choice[]
  /** Roles this administrator may give; empty for who makes people and no accounts. */
  roles: readonly Choice[]
  mayIssue: boolean
  create: (input: Input) => Promise<Result<{ personId: string; recordId: string; slip: SlipFacts | null }>>
}

const LABELS = {
  citizen_id: 'Số căn cước',
  full_name: 'Họ và tên',
  date_of_birth: 'Ngày sinh',
  unitId: 'Đơn vị',
  from: 'Làm việc từ ngày',
  person_category: 'Đối tượng',
  employment_status: 'Trạng thái công tác',
  role: 'Vai trò',
  'account.reason': 'Căn cứ giao vai trò',
}

/** Somebody new, with account and role in the same step. */
export function NewPersonForm(props: NewPersonFormProps) {
  const { run, busy, value, refused, fields } = useAct(props.create)
  const [withAccount, setWithAccount] = useState(props.mayIssue)
  const form = useRef<HTMLFormElement>(null)
  if (value) return <Made {...value} />
  const send = (alikeSeen: boolean) => {
    if (form.current) run({ ...inputOf(new FormData(form.current), withAccount), alikeSeen })
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send(false)
  }
  return (
    <form onSubmit={submit} id="new-person" ref={form} noValidate>
      {refused?.code === 'sameNameAndBirth' ? (
        <AlikeNotice
          people={(refused.details as RefusalDetails['sameNameAndBirth']).people}
          busy={busy}
          onConfirm={() => send(true)}
        />
      ) : (
        <RefusedForm refused={refused} labels={LABELS} />
      )}
      <section className="panel form" aria-label="Người mới">
        <TextRow id="full_name" no="1" label="Họ và tên khai sinh" must fault={fields.full_name} />
        <TextRow
          id="date_of_birth"
          no="3"
          label="Sinh ngày"
          must
          width="date"
          inputMode="numeric"
          hint="Ví dụ 05/09/1985. Chỉ nhớ năm thì ghi 1985"
          fault={fields.date_of_birth}
        />
        <TextRow
          id="citizen_id"
          no="8"
          label="Số căn cước công dân"
          must
          width="id"
          inputMode="numeric"
          hint="12 chữ số, như trên thẻ"
          fault={fields.citizen_id}
        />
        <FormRow id="unitId" label="Đơn vị sử dụng" must fault={fields.unitId}>
          <UnitSelect
            id="unitId"
            name="unitId"
            units={props.units}
            chosen={props.unitId}
            empty="Chọn đơn vị"
            invalid={fields.unitId && 'unitId-fault'}
          />
        </FormRow>
        <TextRow
          id="from"
          label="Làm việc tại đơn vị từ ngày"
          must
          width="date"
          inputMode="numeric"
          hint="Ngày/tháng/năm"
          fault={fields.from}
        />
        <SelectRow
          id="person_category"
          label="Đối tượng"
          must
          choices={props.categories}
          empty="Chọn đối tượng"
          fault={fields.person_category}
        />
        <SelectRow
          id="employment_status"
          label="Trạng thái công tác"
          must
          choices={props.statuses}
          chosen="DANG_LAM_VIEC"
          fault={fields.employment_status}
        />
        <FormRow id="managed" label="Diện Ban Thường vụ Tỉnh ủy quản lý">
          <label className="choice">
            <input {...rowAria('managed', {})} type="checkbox" name="managed" />
            Thuộc diện quản lý
          </label>
        </FormRow>
        {props.mayIssue && (
          <AccountRows
            roles={props.roles}
            role={props.role}
            on={withAccount}
            setOn={setWithAccount}
            faults={{ role: fields.role, reason: fields['account.reason'] ?? fields.reason }}
          />
        )}
      </section>
      <ActionBar says={withAccount ? 'Phiếu tài khoản hiện ngay sau khi thêm.' : 'Người này chưa có tài khoản.'}>
        <Button look="main" type="submit" aria-busy={busy}>
          {withAccount ? 'Thêm người và cấp tài khoản' : 'Thêm người'}
        </Button>
      </ActionBar>
    </form>
  )
}

function Made({ personId, recordId, slip }: { personId: string; recordId: string; slip: SlipFacts | null }) {
  return (
    <>
      {slip ? <Slip {...slip} /> : <Notice look="good" live title="Đã thêm người." />}
      <p className="acts mt-4">
        <ButtonLink href={`/records/${recordId}`}>Mở hồ sơ</ButtonLink>
        {slip && <ButtonLink href={`/administration/people/${personId}`}>Mở tài khoản</ButtonLink>}
        <Button onClick={() => window.location.reload()}>Thêm người nữa</Button>
      </p>
    </>
  )
}

function inputOf(form: FormData, withAccount: boolean): Input {
  const word = (name: string) => String(form.get(name) ?? '')
  const role = word('role') === '' ? null : (word('role') as Role)
  return {
    citizenId: word('citizen_id'),
    fullName: word('full_name'),
    dateOfBirth: word('date_of_birth'),
    unitId: word('unitId'),
    from: word('from'),
    personCategory: word('person_category'),
    employmentStatus: word('employment_status'),
    managedByStandingCommittee: form.has('managed'),
    account: withAccount ? { role, reason: word('account.reason') } : null,
  }
}
