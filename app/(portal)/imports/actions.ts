'use server'

import { action } from '@/lib/server/action'
import { fresh } from '@/lib/server/fresh'
import {
  DecideCell,
  decideCell,
  ImportAsked,
  MapImport,
  mapImport,
  removeImport,
  startWriting,
} from '@/lib/server/imports/import-acts'
import { explainWord, MapWord, mapWord } from '@/lib/server/imports/unmatched'

const pageOf = ({ importId }: { importId: string }) => [`/imports/${importId}`]

export const tryList = action(MapImport, mapImport, pageOf)
export const writeList = action(ImportAsked, fresh(startWriting), pageOf)
export const decide = action(DecideCell, decideCell, pageOf)
export const removeList = action(ImportAsked, removeImport, () => ['/imports'])
export const mapWaiting = action(MapWord, mapWord, () => ['/imports/unmatched'])
export const explain = action(MapWord, explainWord)
