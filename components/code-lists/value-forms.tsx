'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent, ReactNode } from 'react'
import { readForm } from '@/components/people/read-form'
import { RefusedForm } from '@/components/people/refused-form'
import { type Choice, SelectRow } from '@/components/people/select-row'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { sayPartialDay } from '@/lib/catalogue/days'
import type { EntryEdit } from '@/lib/domain/code-lists/edit-entry'
import type { Result } from '@/lib/domain/result'

type Change = (input: { list: string; basis: string; edit: EntryEdit }) => Promise<Result<unknown>>
type Shared = { list: string; today: string; change: Change }
type Read = ReturnType<typeof readForm>

const LABELS = {
  'edit.code': 'Mã',
  'edit.label': 'Tên',
  'edit.validFrom': 'Hiệu lực từ ngày',
  'edit.validUntil': 'Đến hết ngày',
  'edit.group': 'Nhóm',
  'edit.successor': 'Mã thay thế',
  'edit.note': 'Ghi chú',
  basis: 'Căn cứ',
}

/** A refusal of the domain names the part of the edit alone. */
const faultOf = (fields: Readonly<Record<string, string>>, part: string) => fields[`edit.${part}`] ?? fields[part]

export function AddValue({ groups, ...shared }: Shared & { groups: readonly string[] }) {
  const read = ({ word, day }: Read): EntryEdit => ({
    ...{ kind: 'add', code: word('code'), label: word('label'), validFrom: day('validFrom') },
    ...{ group: word('group') || null, note: word('note') || null },
  })
  return (
    <ValueForm {...shared} title="Giá trị mới" send="Thêm giá trị" read={read}>
      {(fault) => (
        <>
          <TextRow id="code" label={LABELS['edit.code']} must width="id" fault={fault('code')} />
          <TextRow id="label" label={LABELS['edit.label']} must fault={fault('label')} />
          {groups.length > 0 && (
            <SelectRow
              id="group"
              label={LABELS['edit.group']}
              must
              choices={groups.map((group) => ({ value: group, label: group }))}
              empty="Chọn nhóm"
              fault={fault('group')}
            />
          )}
          <TextRow
            id="validFrom"
            label={LABELS['edit.validFrom']}
            must
            width="date"
            inputMode="numeric"
            typed={sayPartialDay(shared.today)}
            fault={fault('validFrom')}
          />
          <TextRow id="note" label={LABELS['edit.note']} hint="Điều tên không nói hết, hiện ở dòng dưới" />
        </>
      )}
    </ValueForm>
  )
}

export function CloseValue({ code, others, ...shared }: Shared & { code: string; others: readonly Choice[] }) {
  const read = ({ word, day }: Read): EntryEdit => ({
    ...{ kind: 'close', code, validUntil: day('validUntil'), successor: word('successor') || null },
  })
  return (
    <ValueForm {...shared} title="Đóng giá trị" send="Đóng giá trị" read={read}>
      {(fault) => (
        <>
          <TextRow
            id="validUntil"
            label={LABELS['edit.validUntil']}
            must
            width="date"
            inputMode="numeric"
            hint="Ngày cuối còn hiệu lực. Hồ sơ đã ghi giữ nguyên, người khai được nhắc giá trị thay thế"
            fault={fault('validUntil')}
          />
          <SuccessorRow others={others} fault={fault('successor')} />
        </>
      )}
    </ValueForm>
  )
}

export function NameSuccessor({
  code,
  others,
  successor,
  ...shared
}: Shared & { code: string; others: readonly Choice[]; successor: string }) {
  const read = ({ word }: Read): EntryEdit => ({ kind: 'succeed', code, successor: word('successor') || null })
  return (
    <ValueForm {...shared} title="Mã thay thế" send="Ghi mã thay thế" read={read}>
      {(fault) => <SuccessorRow others={others} chosen={successor} fault={fault('successor')} />}
    </ValueForm>
  )
}

export function RenameValue({ code, label, ...shared }: Shared & { code: string; label: string }) {
  const read = ({ word }: Read): EntryEdit => ({ kind: 'rename', code, label: word('label') })
  return (
    <ValueForm {...shared} title="Đổi tên" send="Đổi tên" read={read}>
      {(fault) => (
        <TextRow
          id="label"
          label={LABELS['edit.label']}
          must
          typed={label}
          hint="Mã và nghĩa không đổi. Nghĩa khác thì đóng giá trị này, thêm giá trị mới"
          fault={fault('label')}
        />
      )}
    </ValueForm>
  )
}

const SuccessorRow = ({
  others,
  chosen,
  fault,
}: {
  others: readonly Choice[]
  chosen?: string
  fault: string | undefined
}) => (
  <SelectRow
    id="successor"
    label={LABELS['edit.successor']}
    choices={others}
    empty="Chưa có"
    {...(chosen === undefined ? {} : { chosen })}
    fault={fault}
  />
)

type FormProps = Shared & {
  title: string
  send: string
  read: (form: Read) => EntryEdit
  children: (fault: (part: string) => string | undefined) => ReactNode
}

/** One change and the document it rests on. */
function ValueForm({ list, change, title, send, read, children }: FormProps) {
  const router = useRouter()
  const { run, busy, refused, fields } = useAct(change)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const form = readForm(event)
    run({ list, basis: form.word('basis'), edit: read(form) }, () => router.push(`/administration/code-lists/${list}`))
  }
  return (
    <Panel title={title} padded={false}>
      <form onSubmit={submit} className="form" noValidate aria-label={title}>
        <RefusedForm refused={refused} labels={LABELS} />
        {children((part) => faultOf(fields, part))}
        <TextRow id="basis" label={LABELS.basis} must hint="Số, ngày, cơ quan ban hành" fault={fields.basis} />
        <p className="acts form-end">
          <Button type="submit" aria-busy={busy}>
            {send}
          </Button>
        </p>
      </form>
    </Panel>
  )
}
