import 'server-only'
import type { SubjectName } from '@/lib/domain/signing/ways'
import { BATCH_SUBJECT } from '../approvals/batch-subject'
import { ENROLMENT_SUBJECT } from '../enrolment/enrolment-subject'
import { EXPORT_SUBJECT, SEAL_SUBJECT } from '../exports/export-subjects'
import { WITHDRAWAL_SUBJECT } from '../withdrawals/withdrawal-subject'
import type { SigningSubject } from './subject'

/** Everything that can be signed, by the name a signing session keeps. */
export const SUBJECTS: Record<SubjectName, SigningSubject> = {
  batch: BATCH_SUBJECT,
  enrolment: ENROLMENT_SUBJECT,
  withdrawal: WITHDRAWAL_SUBJECT,
  export: EXPORT_SUBJECT,
  seal: SEAL_SUBJECT,
}

export const SUBJECT_NAMES = Object.keys(SUBJECTS) as SubjectName[]
