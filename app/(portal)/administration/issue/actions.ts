'use server'

import { action } from '@/lib/server/action'
import { ListFile, readListFile } from '@/lib/server/jobs/issue-accounts/read-list-file'

export const readList = action(ListFile, readListFile)
