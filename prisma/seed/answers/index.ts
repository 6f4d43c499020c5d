import type { RecordData } from '@/lib/catalogue'
import type { Profile } from '../profile'
import { affiliation } from './affiliation'
import { background } from './background'
import { economy } from './economy'
import { family } from './family'
import { health } from './health'
import { identity } from './identity'
import { position } from './position'
import { qualification } from './qualification'
import { recognition } from './recognition'
import { salary } from './salary'
import { training } from './training'
import { work } from './work'

/** What a person writes in their record, section by section in the order of the form. */
export const OWN_SECTIONS = {
  identity,
  affiliation,
  qualification,
  position,
  salary,
  health,
  training,
  work,
  background,
  recognition,
  family,
  economy,
} satisfies { [S in Exclude<keyof RecordData, 'agency'>]: (profile: Profile) => RecordData[S] }

export type OwnSection = keyof typeof OWN_SECTIONS

/** What the unit writes at the head of a record; the rest of that section follows from the posting. */
export const unitAnswers = ({ unit, job, serial }: Profile) => ({
  staff_number: `DT.${String(serial).padStart(5, '0')}`,
  email_official:
    job.category === 'LAO_DONG_HOP_DONG' ? null : `${unit.code.replaceAll('-', '')}.${serial}@dongthap.gov.vn`,
})
