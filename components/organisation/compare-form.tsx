'use client'

import Link from 'next/link'
import type { FormEvent } from 'react'
import { ActionBar } from '@/components/layout/page-head'
import { RefusedForm } from '@/components/people/refused-form'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { Comparison, LocalUnit } from '@/lib/domain/organisation/compare-units'
import type { Result } from '@/lib/domain/result'
import { chosenFile } from './chosen-file'
import { FaultList, type LineFault } from './fault-list'
import { FileRow } from './file-row'

type Answer = Comparison & { lines: number; faults: readonly LineFault[] }

type CompareFormProps = {
  compare: (input: { file: string }) => Promise<Result<Answer>>
  /** May give a unit another name or code. */
  manages: boolean
}

/** Our units beside the ministry's list. */
export function CompareForm({ compare, manages }: CompareFormProps) {
  const { run, busy, refused, fields, value } = useAct(compare)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { file } = await chosenFile(new FormData(event.currentTarget).get('file'))
    run({ file })
  }
  return (
    <form onSubmit={submit} noValidate>
      <RefusedForm refused={refused} labels={{ file: 'Tệp danh sách' }} />
      <section className="panel form" aria-label="So với danh sách của Bộ">
        <FileRow
          hint="Dòng đầu có cột Tên đơn vị; nên có Mã định danh và Mã đơn vị của Bộ. Tệp .xlsx hoặc .csv"
          fault={fields.file}
        />
      </section>
      {value && <FaultList faults={value.faults} count={value.faults.length} />}
      {value && <Differences of={value} manages={manages} />}
      <ActionBar says="Chỉ so, không ghi gì vào hệ thống.">
        <Button look="main" type="submit" aria-busy={busy}>
          So hai danh sách
        </Button>
      </ActionBar>
    </form>
  )
}

const WHAT = { name: 'tên', agencyCode: 'mã định danh', nationalCode: 'mã đơn vị của Bộ' }

/** What differs, and where it is mended. */
export function Differences({ of, manages }: { of: Comparison; manages: boolean }) {
  const { same, missingHere, missingThere, differing } = of
  return (
    <>
      <p className="sums" role="status">
        <b>{same}</b> đơn vị khớp · <b>{differing.length}</b> khác tên hoặc mã · <b>{missingHere.length}</b> chỉ có ở Bộ
        · <b>{missingThere.length}</b> chỉ có ở tỉnh
      </p>
      {differing.length > 0 && (
        <Panel title={`${differing.length} đơn vị khác tên hoặc mã`} padded={false}>
          <ul className="plain-list">
            {differing.map(({ local, national, what }) => (
              <li key={local.id}>
                <Unit of={local} /> khác {what.map((one) => WHAT[one]).join(', ')}. Ở Bộ: {national.name}
                {national.agencyCode && `, ${national.agencyCode}`}
                {national.nationalCode && `, ${national.nationalCode}`}.{' '}
                {manages && (
                  <Link href={`/administration/units/operations/new?kind=rename&unit=${local.id}`}>
                    Đổi tên, đổi mã
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {missingHere.length > 0 && (
        <Panel title={`${missingHere.length} đơn vị chỉ có ở Bộ`} padded={false}>
          <ul className="plain-list">
            {missingHere.map(({ line, name, agencyCode, nationalCode }) => (
              <li key={line}>
                {[name, agencyCode, nationalCode].filter(Boolean).join(', ')}{' '}
                <span className="soft">(dòng {line})</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {missingThere.length > 0 && (
        <Panel title={`${missingThere.length} đơn vị chỉ có ở tỉnh`} padded={false}>
          <ul className="plain-list">
            {missingThere.map((local) => (
              <li key={local.id}>
                <Unit of={local} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

const Unit = ({ of: { id, name, agencyCode } }: { of: LocalUnit }) => (
  <>
    <Link href={`/administration/units/${id}`}>{name}</Link>
    {agencyCode && <span className="soft"> {agencyCode}</span>}
  </>
)
