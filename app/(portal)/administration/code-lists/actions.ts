'use server'

import { action } from '@/lib/server/action'
import { ChangeEntry, changeEntry } from '@/lib/server/code-lists/change-entry'
import { ImportCodeList, importCodeList } from '@/lib/server/code-lists/import-list'
import { RecountUsage, recountUsage } from '@/lib/server/code-lists/recount-usage'
import { UndoVersion, undoVersion } from '@/lib/server/code-lists/undo-version'

const LISTS = '/administration/code-lists'
const pagesOf = ({ list }: { list: string }) => [LISTS, `${LISTS}/${list}`]

export const change = action(ChangeEntry, changeEntry, pagesOf)
export const bring = action(ImportCodeList, importCodeList, pagesOf)
export const takeBack = action(UndoVersion, undoVersion, () => [LISTS])
export const recount = action(RecountUsage, recountUsage, pagesOf)
