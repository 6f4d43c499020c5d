'use client'

import { type FocusEvent, useState } from 'react'
import { EditProofs } from '@/components/evidence/edit-proofs'
import { FieldControl } from '@/components/fields/field-control'
import { useSectionState } from '@/components/fields/section-state'
import { Fault } from '@/components/ui/fault'
import { Icon } from '@/components/ui/icon'
import { GATE_CODES, type GateCode, isRequired } from '@/lib/catalogue/conditions'
import type { FieldSpec } from '@/lib/domain/form-spec'
import type { Proposal } from '@/lib/domain/rules/rule'
import type { Typed } from '@/lib/domain/typed'
import { AdviceLines } from './advice-lines'
import { CorrectionAsk } from './correction-ask'
import { CorrectionWish } from './correction-wish'
import { sameTyped, sayEcho } from './say-typed'

type FieldRowProps = {
  spec: FieldSpec
  /** Reads what stands in the control now. */
  current: () => Typed
  onTyped: (code: string, typed: Typed) => void
  /** Puts a value into the control from outside of it. */
  onPut: (code: string, typed: Typed) => void
}

/** One field: number, label, control, and at the right why it cannot be typed. A fault is said when the field is left. */
export function FieldRow({ spec, current, onTyped, onPut }: FieldRowProps) {
  const { errors, advice, approved, hasApproved, returned } = useSectionState()
  const [opened] = useState(current)
  const [typed, setTyped] = useState(current)
  const [held, setHeld] = useState<{ fault: string | undefined } | null>(null)
  const id = `f-${spec.code}`
  const fault = held ? held.fault : errors[spec.code]
  const reasons = returned.filter(({ code, row }) => code === spec.code && row === null)
  const said = advice.filter(({ code }) => code === spec.code)
  const before = approved[spec.code]
  const edited = hasApproved && before !== undefined && !sameTyped(before.typed, typed)
  const echo = sayEcho(spec, typed)
  const parts = { hint: spec.hint, returned: reasons.length > 0, fault, advice: said.length > 0 }
  const described = Object.entries(parts).flatMap(([part, given]) => (given ? [`${id}-${part}`] : []))

  const onBlur = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget)) return
    setHeld(null)
    setTyped(current())
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: notes whether the focus is inside, for when to speak of a fault
    <div
      className={['row', fault && 'row--bad', edited && 'row--new'].filter(Boolean).join(' ')}
      onFocus={() => setHeld((now) => now ?? { fault: errors[spec.code] })}
      onBlur={onBlur}
    >
      <span className="no">{spec.item === 'đầu mẫu' ? '' : spec.item}</span>
      <FieldLabel spec={spec} id={id} />
      <div className="row-field">
        {spec.readOnly === null ? (
          <div className="inline-set">
            <div className={BASIS[spec.width]}>
              <FieldControl
                spec={spec}
                id={id}
                typed={typed}
                onTyped={(next) => onTyped(spec.code, next)}
                described={described.length > 0 ? described.join(' ') : undefined}
                invalid={fault !== undefined}
              />
            </div>
            {echo && <span className="echo">{echo}</span>}
            {edited && <span className="echo">trước đó: {before.said === '' ? 'chưa ghi' : before.said}</span>}
          </div>
        ) : (
          <p className="given" id={id} tabIndex={-1}>
            {spec.said === '' ? <span className="mute">chưa ghi</span> : spec.said}
          </p>
        )}
        {spec.readOnly === null ? (
          <CorrectionWish code={spec.code} />
        ) : (
          <CorrectionAsk code={spec.code} label={spec.label} />
        )}
        {reasons.length > 0 && (
          <p className="returned" id={`${id}-returned`}>
            <Icon name="back" small />
            <span>Cán bộ hồ sơ trả lại: “{reasons.map(({ reason }) => reason).join('; ')}”</span>
          </p>
        )}
        {fault && <Fault id={`${id}-fault`}>{fault}</Fault>}
        {said.length > 0 && (
          <AdviceLines
            id={`${id}-advice`}
            advice={said}
            take={
              spec.readOnly === null
                ? (proposal) => onPut(spec.code, withProposal(spec, current(), proposal))
                : undefined
            }
          />
        )}
        {spec.hint && (
          <p className="hint" id={`${id}-hint`}>
            {spec.hint}
          </p>
        )}
      </div>
      <div className="row-proof">
        {spec.readOnly && <span className="meta">{spec.readOnly}</span>}
        {!isGate(spec.code) && <EditProofs code={spec.code} label={spec.label} changed={!sameTyped(opened, typed)} />}
      </div>
    </div>
  )
}

/** The code proposed instead of a closed one; by its words where the list is not here. */
function withProposal({ source }: FieldSpec, typed: Typed, { from, to, label }: Proposal): Typed {
  const known = source?.options.some(({ value }) => value === to)
  if (Array.isArray(typed)) return (typed as string[]).map((code) => (code === from ? to : code))
  return known ? to : label
}

/** A question that only opens others is proven by them. */
const isGate = (code: string) => GATE_CODES.includes(code as GateCode)

/** A long field takes its line; what is said of a short one stands beside it. */
const BASIS: Record<FieldSpec['width'], string | undefined> = {
  date: undefined,
  id: undefined,
  short: 'basis-80',
  full: 'basis-full',
}

/** Kinds of several controls are named as a group; one control has a label of its own. */
const GROUPS: ReadonlySet<FieldSpec['kind']> = new Set(['boolean', 'address', 'partialDateRange', 'unit'])

function FieldLabel({ spec, id }: { spec: FieldSpec; id: string }) {
  const { answers } = useSectionState()
  return (
    <div className="row-label">
      {GROUPS.has(spec.kind) || spec.readOnly !== null ? (
        <b id={`${id}-label`}>{spec.label}</b>
      ) : (
        <label id={`${id}-label`} htmlFor={id}>
          {spec.label}
        </label>
      )}
      {spec.readOnly === null && isRequired(spec, answers) && (
        <>
          {' '}
          <span className="must" aria-hidden="true">
            *
          </span>
          <span className="vh"> bắt buộc</span>
        </>
      )}
    </div>
  )
}
