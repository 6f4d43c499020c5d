'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { chosenFile } from '@/components/organisation/chosen-file'
import { FormRow, rowAria } from '@/components/people/form-row'
import { RefusedForm } from '@/components/people/refused-form'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { readPartialDay } from '@/lib/catalogue/days'
import { PACKAGE_FAULTS, PACKAGE_MOST_BYTES } from '@/lib/domain/handover/package-faults'
import { DECISION_MOST_BYTES } from '@/lib/domain/movements/decision-file'
import type { FieldErrors } from '@/lib/domain/refusal'
import type { Result } from '@/lib/domain/result'
import { type PackageSaid, PackageShown } from './package-shown'
import { RECEPTION_LABELS, ReceptionFields } from './reception-fields'

type CheckInput = { unitId: string; package: string }
type ReceiveInput = CheckInput & {
  from: string
  basis: string
  decidedOn: string
  file: string | null
  fileName: string
}

type ReceiveFormProps = {
  units: readonly UnitChoice[]
  unitId: string | null
  check: (input: CheckInput) => Promise<Result<PackageSaid>>
  receive: (input: ReceiveInput) => Promise<Result<{ movementId: string }>>
}

const LABELS = { unitId: 'Đơn vị nhận', package: 'Gói bàn giao', ...RECEPTION_LABELS }

/** The package is checked first; what it says is shown, and only then can its person be taken in. */
export function ReceiveForm({ units, unitId, check, receive }: ReceiveFormProps) {
  const router = useRouter()
  const looking = useAct(check)
  const taking = useAct(receive)
  const [checked, setChecked] = useState<{ input: CheckInput; said: PackageSaid } | null>(null)
  const [large, setLarge] = useState<FieldErrors>({})
  const refused = taking.refused ?? looking.refused
  const faults = { ...looking.fields, ...taking.fields, ...large }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const word = (name: string) => String(form.get(name) ?? '')
    const tooLarge = sizesOf(form)
    setLarge(tooLarge)
    if (Object.keys(tooLarge).length > 0) return
    if (checked === null) {
      const input = { unitId: word('unitId'), package: (await chosenFile(form.get('package'))).file }
      return looking.run(input, (said) => setChecked({ input, said }))
    }
    const { file, fileName } = await chosenFile(form.get('file'))
    const days = { from: dayIn(word('from')), decidedOn: dayIn(word('decidedOn')) }
    const input = { ...checked.input, ...days, basis: word('basis'), file: file || null, fileName }
    taking.run(input, ({ movementId }) => router.push(`/movements/${movementId}`))
  }
  const hint = 'Tệp .zip do bên giao lập, tối đa 8 MB'
  // Another package or unit is another check.
  const again = () => setChecked(null)
  return (
    <form onSubmit={submit} noValidate>
      <RefusedForm refused={refused} labels={LABELS} />
      <section className="panel form" aria-label="Cần kiểm">
        <div onChange={again}>
          <FormRow id="unitId" label={LABELS.unitId} must fault={faults.unitId}>
            <UnitSelect
              id="unitId"
              name="unitId"
              units={units}
              chosen={unitId}
              empty="Chọn đơn vị"
              invalid={faults.unitId && 'unitId-fault'}
            />
          </FormRow>
          <FormRow id="package" label={LABELS.package} must hint={hint} fault={faults.package}>
            <input {...rowAria('package', { hint, fault: faults.package })} type="file" name="package" accept=".zip" />
          </FormRow>
        </div>
      </section>
      {checked && (
        <>
          <PackageShown said={checked.said} />
          <ReceptionFields faults={faults} />
        </>
      )}
      <ActionBar says="Hồ sơ nhận vào là bản nháp: người đó xem lại, đơn vị kiểm và ký thì mới được duyệt ở đây.">
        <Button look="main" type="submit" aria-busy={looking.busy || taking.busy}>
          {checked ? 'Nhận vào đơn vị' : 'Kiểm gói'}
        </Button>
      </ActionBar>
    </form>
  )
}

const sizeOf = (given: FormDataEntryValue | null) => (given instanceof File ? given.size : 0)

function sizesOf(form: FormData): FieldErrors {
  return {
    ...(sizeOf(form.get('package')) > PACKAGE_MOST_BYTES && { package: PACKAGE_FAULTS.tooLarge() }),
    ...(sizeOf(form.get('file')) > DECISION_MOST_BYTES && {
      file: 'Tệp lớn hơn 5 MB. Quét lại ở độ phân giải thấp hơn.',
    }),
  }
}

/** What cannot be read is sent as it was typed: the answer says what is wrong. */
const dayIn = (typed: string) => readPartialDay(typed) ?? typed
