'use server'

import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import { MakePackage, makePackage } from '@/lib/server/handover/make-package'
import { RecordReceipt, recordReceipt } from '@/lib/server/handover/record-receipt'
import { RecordMovement } from '@/lib/server/movements/movement-input'
import { recordMovement } from '@/lib/server/movements/record-movement'
import { ReportMovement, reportMovement } from '@/lib/server/movements/report-movement'
import { UndoMovement, undoMovement } from '@/lib/server/movements/undo-movement'
import {
  RemoveCalendarDay,
  removeCalendarDay,
  WriteCalendarDay,
  writeCalendarDay,
} from '@/lib/server/movements/working-calendar'

const HERE = () => ['/movements', '/records', '/administration']
const CALENDAR = () => ['/movements/calendar', '/movements']

export const writeMovement = action(RecordMovement, fresh(recordMovement), HERE)
export const takeBack = action(UndoMovement, fresh(undoMovement), HERE)
export const report = action(ReportMovement, reportMovement, HERE)
export const makeHandover = action(MakePackage, fresh(makePackage), HERE)
export const writeReceipt = action(RecordReceipt, recordReceipt, HERE)
export const writeDay = action(WriteCalendarDay, writeCalendarDay, CALENDAR)
export const removeDay = action(RemoveCalendarDay, removeCalendarDay, CALENDAR)
