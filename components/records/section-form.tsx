'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Evidence, EvidenceProvider } from '@/components/evidence/evidence-context'
import { type AskJudge, type Returned, SectionProvider } from '@/components/fields/section-state'
import { ActionBar, PageHead, type PageHeadProps } from '@/components/layout/page-head'
import type { Place } from '@/components/outbox/edit'
import { Button, ButtonLink } from '@/components/ui/button'
import { ErrorsSummary } from '@/components/ui/errors-summary'
import { isShown } from '@/lib/catalogue/conditions'
import type { SectionSheet } from '@/lib/domain/form-spec'
import type { Advice } from '@/lib/domain/rules/advice'
import { roughly, type Typed } from '@/lib/domain/typed'
import { ConflictChooser } from './conflict-chooser'
import { errorLines } from './error-lines'
import { SaveNote } from './save-note'
import { SaveTrouble } from './save-trouble'
import { sameTyped } from './say-typed'
import { SectionPanels } from './section-panels'
import { useAutosave } from './use-autosave'

type Way = { href: string; label: string }

export type SectionFormProps = {
  sheet: SectionSheet
  version: number
  savedAt: string | null
  returned: readonly Returned[]
  place: Place
  judgeRows: AskJudge
  /** Papers of the record, and how its values stand. */
  evidence: Omit<Evidence, 'recordId' | 'section' | 'flush'>
  /** What the rules say of this section as it was opened. */
  advice: readonly Advice[]
  head: Pick<PageHeadProps, 'crumbs' | 'here' | 'lead'> & { chip: ReactNode; acts: ReactNode }
  /** The list of all sections, and notes that stand above the form. */
  nav: ReactNode
  notes: ReactNode
  next: Way | null
  finish: Way
  promise: string
}

/** One section of the form, drawn from its description. It knows no field by name. */
export function SectionForm(props: SectionFormProps) {
  const { sheet, head, nav, notes, next, finish } = props
  const { autosave, state, errors, advice } = useAutosave({ ...props, onElsewhere: (given) => adopt(given) })
  const router = useRouter()
  const typed = useRef(sheet.typed)
  const touched = useRef(new Set<string>())
  const [answers, setAnswers] = useState(sheet.answers)
  const [rounds, setRounds] = useState<Record<string, number>>({})
  /** Counts how often faults were asked for; they are listed on top only then, and the list takes the focus. */
  const [asked, setAsked] = useState(0)

  /** Puts answers from elsewhere into their controls; never over words typed here. */
  const adopt = (given: Record<string, Typed>) => {
    const news = Object.entries(given).filter(
      ([code, value]) => !touched.current.has(code) && !sameTyped(typed.current[code], value),
    )
    if (news.length === 0) return
    typed.current = { ...typed.current, ...Object.fromEntries(news) }
    const asked = news.filter(([code]) => code in sheet.answers).map(([code, value]) => [code, roughly(value)])
    setAnswers((now) => ({ ...now, ...Object.fromEntries(asked) }))
    setRounds((now) => ({ ...now, ...Object.fromEntries(news.map(([code]) => [code, (now[code] ?? 0) + 1])) }))
  }
  const onTyped = (code: string, value: Typed) => {
    touched.current.add(code)
    typed.current = { ...typed.current, [code]: value }
    if (code in sheet.answers) setAnswers((now) => ({ ...now, [code]: roughly(value) }))
    autosave.touch(code, value)
  }
  /** A value that was not typed into its control: the control begins anew with it. */
  const onPut = (code: string, value: Typed) => {
    onTyped(code, value)
    setRounds((now) => ({ ...now, [code]: (now[code] ?? 0) + 1 }))
    void autosave.flush()
  }
  const saveNow = async (): Promise<boolean> => {
    await autosave.flush()
    const faulty = Object.keys(autosave.errors()).length > 0
    if (faulty) setAsked((times) => times + 1)
    return !faulty && !autosave.hasUnsaved()
  }
  const choose = (keepMine: ReadonlySet<string>) => {
    if (state.is !== 'conflict') return
    const taken = Object.entries(state.theirs.answers).filter(([code]) => !keepMine.has(code))
    for (const [code] of taken) touched.current.delete(code)
    adopt(Object.fromEntries(taken.map(([code, theirs]) => [code, theirs.typed])))
    void autosave.settle(keepMine)
  }
  useSaveKey(saveNow)
  useHashFocus()

  const shown = sheet.fields.filter((field) => isShown(field, answers))
  const lines = errorLines(shown, typed.current, errors)
  const edited = sheet.hasApproved
    ? shown.filter(({ code, readOnly }) => !readOnly && !sameTyped(sheet.approved[code]?.typed, typed.current[code]))
        .length
    : 0

  return (
    <>
      <PageHead
        title={sheet.title}
        {...(head.crumbs ? { crumbs: head.crumbs } : {})}
        here={head.here}
        lead={head.lead}
        chip={
          <>
            {head.chip}
            <SaveNote state={state} />
          </>
        }
      >
        {head.acts}
      </PageHead>
      <div className="work">
        {nav}
        <div>
          {asked > 0 && lines.length > 0 && (
            <ErrorsSummary key={asked} title={`Còn ${lines.length} lỗi phải sửa trước khi gửi`} errors={lines} />
          )}
          <SaveTrouble state={state} />
          {state.is === 'conflict' && (
            <ConflictChooser
              fields={sheet.fields}
              theirs={state.theirs}
              mine={state.mine}
              before={sheet.typed}
              onChoose={choose}
            />
          )}
          {notes}
          <SectionProvider
            value={{
              errors,
              advice,
              answers,
              approved: sheet.approved,
              hasApproved: sheet.hasApproved,
              returned: props.returned,
              judgeRows: props.judgeRows,
            }}
          >
            <EvidenceProvider {...props.evidence} {...props.place} flush={autosave.flush}>
              <form
                noValidate
                onSubmit={(event) => {
                  event.preventDefault()
                  void saveNow()
                }}
                onBlur={() => void autosave.flush()}
              >
                <SectionPanels
                  item={sheet.item}
                  fields={shown}
                  rounds={rounds}
                  current={(code) => typed.current[code]}
                  onTyped={onTyped}
                  onPut={onPut}
                />
              </form>
            </EvidenceProvider>
          </SectionProvider>
        </div>
      </div>
      <ActionBar says={barWords(lines.length, edited, props.promise)}>
        {next && (
          <ButtonLink className="only-wide" href={next.href}>
            {next.label}
          </ButtonLink>
        )}
        <Button onClick={saveNow}>
          Lưu nháp<kbd className="only-wide">Ctrl S</kbd>
        </Button>
        <Button look="main" onClick={async () => (await saveNow()) && router.push(finish.href)}>
          {finish.label}
        </Button>
      </ActionBar>
    </>
  )
}

const barWords = (faults: number, edited: number, promise: string) =>
  [[faults > 0 && `${faults} lỗi`, edited > 0 && `${edited} trường đã sửa`].filter(Boolean).join(', '), promise]
    .filter(Boolean)
    .join('. ')

/** Ctrl + S, by the physical key: input methods take letters away. */
function useSaveKey(save: () => Promise<boolean>) {
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      void latest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** A link to one field (`#f-phone`) puts the focus into it; a period in a table begins at its first cell. */
function useHashFocus() {
  useEffect(() => {
    const id = decodeURIComponent(window.location.hash.slice(1))
    if (id === '') return
    const field = document.getElementById(id) ?? document.getElementById(`${id}-from`)
    field?.focus()
  }, [])
}
