'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { RefusedForm } from '@/components/people/refused-form'
import { TextRow } from '@/components/people/text-row'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { isRealDay, readPartialDay, sayPartialDay } from '@/lib/catalogue/days'
import type { Operation } from '@/lib/domain/organisation/operation'
import type { FieldErrors } from '@/lib/domain/refusal'
import type { Result } from '@/lib/domain/result'
import { KIND_WORDS } from './kind-words'
import { MergeFields } from './merge-fields'
import { readOperation } from './read-operation'
import { RehearsalReport, type Report } from './rehearsal-report'
import { CloseFields, MoveFields, RenameFields } from './single-fields'
import { SplitFields, type SplitUnit } from './split-fields'
import { NewUnitFields, type UnitChoice } from './unit-fields'

type OperationFormProps = {
  start: Operation
  /** Open units in reach, as they stand in the tree. */
  units: readonly UnitChoice[]
  today: string
  splits: SplitUnit
  rehearse: (operation: Operation) => Promise<Result<Report>>
  run: (input: { operation: Operation; digest: string }) => Promise<Result<{ operationId: string }>>
}

/** An operation is rehearsed first; what is then run is exactly what was shown. */
export function OperationForm({ start, units, today, splits, rehearse, run }: OperationFormProps) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [day, setDay] = useState(start.day || today)
  const [rehearsed, setRehearsed] = useState<{ operation: Operation; report: Report } | null>(null)
  const trial = useAct(rehearse)
  const deed = useAct(run)
  const changed = () => setRehearsed(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const operation = readOperation(start.kind, new FormData(event.currentTarget))
    setRehearsed(null)
    trial.run(operation, (report) => setRehearsed({ operation, report }))
  }
  const carryOut = () => {
    if (!rehearsed) return
    const { operation, report } = rehearsed
    deed.run({ operation, digest: report.digest }, ({ operationId }) =>
      router.push(`/administration/units/operations/${operationId}`),
    )
  }
  const ready = rehearsed !== null && rehearsed.report.blocks.length === 0
  const { fields } = trial
  return (
    <form ref={form} onSubmit={submit} onChange={changed} noValidate>
      <RefusedForm refused={deed.refused ?? trial.refused} labels={labelsOf(fields)} />
      <section className="panel form" aria-label={KIND_WORDS[start.kind]}>
        <TextRow
          id="day"
          label="Có hiệu lực từ ngày"
          must
          width="date"
          inputMode="numeric"
          typed={sayPartialDay(start.day || today)}
          hint="Ngày/tháng/năm; ghi được ngày đã qua hoặc sắp tới"
          fault={fields.day}
          onLeave={(typed) => {
            const read = readPartialDay(typed)
            if (read !== null && isRealDay(read)) setDay(read)
          }}
        />
        <TextRow
          id="basis"
          label="Quyết định, nghị quyết"
          must
          typed={start.basis}
          hint="Số, ngày, cơ quan ban hành"
          fault={fields.basis}
        />
        {'unitId' in start && <input type="hidden" name="unitId" value={start.unitId} />}
        <KindFields {...{ start, units, day, fields, splits, changed }} />
      </section>
      {rehearsed && <RehearsalReport report={rehearsed.report} day={sayPartialDay(rehearsed.operation.day)} />}
      <ActionBar
        says={ready ? 'Hoàn tác được khi chưa có gì dựa vào kết quả.' : 'Diễn tập trước: chỉ xem hệ quả, chưa ghi gì.'}
      >
        <Button look={ready ? 'plain' : 'main'} type="submit" aria-busy={trial.busy}>
          {rehearsed ? 'Diễn tập lại' : 'Diễn tập'}
        </Button>
        {ready && (
          <Button look="main" onClick={carryOut} aria-busy={deed.busy}>
            {rehearsed.report.moved > 0 ? `Thực hiện, chuyển ${rehearsed.report.moved} người` : 'Thực hiện'}
          </Button>
        )}
      </ActionBar>
    </form>
  )
}

type KindFieldsProps = {
  start: Operation
  units: readonly UnitChoice[]
  day: string
  fields: FieldErrors
  splits: SplitUnit
  changed: () => void
}

function KindFields({ start, splits, changed, ...rest }: KindFieldsProps) {
  switch (start.kind) {
    case 'create':
      return <NewUnitFields prefix="unit." start={start.unit} {...rest} />
    case 'rename':
      return <RenameFields start={start} {...rest} />
    case 'move':
      return <MoveFields start={start} {...rest} />
    case 'close':
      return <CloseFields start={start} {...rest} />
    case 'merge':
      return <MergeFields start={start} changed={changed} {...rest} />
    case 'split':
      return <SplitFields start={start} of={splits} changed={changed} {...rest} />
  }
}

const LABELS: Record<string, string> = {
  ...{ day: 'Có hiệu lực từ ngày', basis: 'Quyết định', name: 'Tên đơn vị', code: 'Mã trong tỉnh' },
  ...{ typeCode: 'Loại đơn vị', parentId: 'Đơn vị cấp trên', agencyCode: 'Mã định danh', unitId: 'Đơn vị nhận' },
  ...{ legacyCode: 'Mã định danh cũ', nationalCode: 'Mã đơn vị của Bộ', unitIds: 'Đơn vị kết thúc' },
}

/** Labels by the path of each field that is at fault; the last step of the path says which it is. */
const labelsOf = (fields: FieldErrors) =>
  Object.fromEntries(Object.keys(fields).map((path) => [path, LABELS[path.split('.').at(-1) ?? ''] ?? 'Ô này']))
