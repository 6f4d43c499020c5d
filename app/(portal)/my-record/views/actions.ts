'use server'

import { action } from '@/lib/server/action'
import { AskAboutView, askAboutView } from '@/lib/server/records/view-questions'

export const ask = action(AskAboutView, askAboutView, () => ['/my-record/views'])
