import 'server-only'
import { createHash } from 'node:crypto'
import { Refusal } from '@/lib/domain/refusal'
import { db } from '../db'
import type { SigningSubject } from '../signing/subject'
import { acceptEnrolment } from './accept-enrolment'
import { ownEnrolment } from './own-enrolment'
import { completeEnrolment, startEnrolment } from './sign-enrolment'

/** The sheet by which a key is shown to be one's own. */
export const ENROLMENT_SUBJECT: SigningSubject = {
  paper: async (call) => {
    const { paper } = await ownEnrolment(call)
    return { pdf: new Uint8Array(paper), name: 'phieu-dang-ky-chung-thu.pdf' }
  },
  begin: async (call) => {
    const { attributes } = await startEnrolment(call)
    return { attributes, title: 'Đăng ký chứng thư số' }
  },
  finish: completeEnrolment,
  // Typed by whoever enrols, and kept: with the certificate confirmed, it signs without being asked for again.
  remoteAccount: async (call) => {
    const { id } = await ownEnrolment(call)
    const { account } = call.input
    if (account !== null) await db.certificateEnrolment.update({ where: { id }, data: { remoteAccount: account } })
    return account
  },
  take: async (call) => {
    const enrolment = await ownEnrolment(call)
    const startsWith = new Uint8Array(enrolment.paper)
    if (createHash('sha256').update(startsWith).digest('hex') !== call.input.paperSha256) {
      throw new Refusal('enrolmentOver', {})
    }
    return acceptEnrolment(call, { enrolment, signedPdf: call.input.signedPdf, expected: { startsWith } })
  },
}
