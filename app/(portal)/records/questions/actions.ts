'use server'

import { action } from '@/lib/server/action'
import { AnswerQuestion, answerQuestion } from '@/lib/server/records/view-questions'

export const answer = action(AnswerQuestion, answerQuestion, () => ['/records/questions', '/records'])
