'use server'

import type { SectionId } from '@/lib/catalogue'
import { formReply } from '@/lib/domain/form-reply'
import type { Typed, TypedRow } from '@/lib/domain/typed'
import { action } from '@/lib/server/action'
import { codeLists } from '@/lib/server/code-lists/code-lists'
import { ConfirmRecord, confirmRecord } from '@/lib/server/records/confirm-record'
import * as corrections from '@/lib/server/records/corrections'
import * as judging from '@/lib/server/records/judge-rows'
import { SaveSection, saveSection } from '@/lib/server/records/save-section'
import * as submitting from '@/lib/server/records/submit-record'

const save = action(SaveSection, saveSection)
const judge = action(judging.JudgeRows, judging.judgeRows)
const ask = action(corrections.AskCorrection, corrections.askCorrection, () => ['/my-record'])
const takeBack = action(corrections.WithdrawCorrection, corrections.withdrawCorrection, () => ['/my-record'])
const submit = action(submitting.SubmitRecord, submitting.submitRecord, () => ['/my-record'])
const confirm = action(ConfirmRecord, confirmRecord, () => ['/my-record'])
const withdraw = action(submitting.WithdrawSubmission, submitting.withdrawSubmission, () => ['/my-record'])

/** Keeps what was typed; bound to one section of one record by the page that shows it. */
export async function saveAnswers(
  place: { recordId: string; section: SectionId },
  typed: { version: number; answers: Record<string, Typed> },
) {
  const input = { ...place, ...typed }
  return formReply(input.section, await save(input), codeLists)
}

/** What rows from a spreadsheet would become, before they are taken. */
export async function judgeRows(place: { recordId: string; section: SectionId }, table: string, rows: TypedRow[]) {
  return judge({ ...place, table, rows })
}

export async function submitRecord(recordId: string, declared: boolean, confirmed: string[]) {
  return submit({ recordId, declared, confirmed })
}

export async function withdrawSubmission(recordId: string) {
  return withdraw({ recordId })
}

export async function confirmMonth(recordId: string, version: number) {
  return confirm({ recordId, version })
}

/** Asks the unit to correct a field that is not the person's to write. */
export async function askCorrection(
  place: { recordId: string; section: SectionId },
  asked: { code: string; wrong: string; proposed: string },
) {
  return ask({ ...place, ...asked })
}

export async function withdrawCorrection(correctionId: string) {
  return takeBack({ correctionId })
}
