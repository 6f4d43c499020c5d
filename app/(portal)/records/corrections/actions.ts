'use server'

import { action } from '@/lib/server/action'
import { AnswerCorrection, answerCorrection } from '@/lib/server/records/corrections'

export const answer = action(AnswerCorrection, answerCorrection, () => ['/records/corrections', '/records/review'])
