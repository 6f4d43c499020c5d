'use server'

import { action } from '@/lib/server/action'
import { CompareTree, compareTree, ImportTree, importTree } from '@/lib/server/organisation/import-tree'
import { SetPosition, setPosition } from '@/lib/server/organisation/job-positions'
import { OperationInput, RunInput } from '@/lib/server/organisation/operation-input'
import { SetQuota, setQuota } from '@/lib/server/organisation/quotas'
import { rehearseOperation } from '@/lib/server/organisation/rehearse-operation'
import { runOperation } from '@/lib/server/organisation/run-operation'
import { UndoOperation, undoOperation } from '@/lib/server/organisation/undo-operation'

const HERE = () => ['/administration/units']

export const tryOperation = action(OperationInput, rehearseOperation)
export const carryOutOperation = action(RunInput, runOperation, HERE)
export const takeBackOperation = action(UndoOperation, undoOperation, HERE)
export const allotHeadcount = action(SetQuota, setQuota, HERE)
export const approvePosition = action(SetPosition, setPosition, HERE)
export const bringTree = action(ImportTree, importTree, HERE)
export const holdAgainstNational = action(CompareTree, compareTree)
