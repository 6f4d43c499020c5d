'use server'

import { action } from '@/lib/server/action'
import { WriteMessage, writeMessage } from '@/lib/server/exchange/write-message'

export const writeRow = action(WriteMessage, writeMessage, () => ['/pushes/messages', '/pushes'])
