import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '@/lib/domain/refusal'
import { minutesBefore } from '@/lib/domain/sign-in-limits'
import { writeAudit } from '../../audit'
import type { Call } from '../../call'
import { env } from '../../env'
import { closeOpen } from '../open-session'
import { SUBJECT_NAMES, SUBJECTS } from '../subjects'
import { type HashSigningService, ServiceProblem } from './hash-signing'
import { installedService } from './installed-service'

export const OpenRemote = z.object({
  subject: z.enum(SUBJECT_NAMES),
  subjectId: z.uuid(),
  /** Of who enrols; a batch is signed with the account that was confirmed. */
  account: z
    .string()
    .trim()
    .regex(/^[\w.@+-]{3,100}$/, 'Ghi tài khoản ký số từ xa, ví dụ số căn cước.')
    .nullable()
    .default(null),
})

/**
 * Asks a remote service to sign: first its certificate, which is judged like any other and named in what is signed, then the hash.
 * The signer confirms on the telephone; the page asks for the outcome meanwhile.
 */
export async function openRemote(
  call: Call<z.output<typeof OpenRemote>>,
  service: HashSigningService | null = installedService(),
) {
  const { transact, actor, input, now } = call
  const { subject, subjectId } = input
  if (!service) throw new Refusal('signingWayClosed', {})
  const { paper, begin, remoteAccount } = SUBJECTS[subject]
  const { pdf, name } = await paper({ ...call, input: { id: subjectId } })
  const account = await remoteAccount({ ...call, input: { id: subjectId, account: input.account } })
  if (!account) throw new Refusal('remoteAccountMissing', {})
  const { credential, certificate, intermediates } = await serve(service, () => service.certificateOf(account))
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const key = { id: subjectId, certificate: text(certificate), intermediates: intermediates.map(text) }
  const { attributes, title } = await begin({ ...call, input: key })
  const sha256 = createHash('sha256').update(Buffer.from(attributes, 'base64')).digest()
  const minutes = env.REMOTE_SIGNING_MINUTES
  const asked = await serve(service, () => service.ask({ credential, sha256, title, validSeconds: minutes * 60 }))
  const whose = { subject, subjectId, userId: actor.userId }
  const { id } = await transact(async (tx) => {
    await closeOpen(tx, whose, now)
    const session = await tx.signingSession.create({
      data: {
        ...{ ...whose, way: 'remote', portalSessionId: actor.sessionId, ...asked },
        paperSha256: createHash('sha256').update(pdf).digest('hex'),
        createdAt: now,
        expiresAt: minutesBefore(now, -minutes),
      },
      select: { id: true },
    })
    await writeAudit(
      tx,
      actor,
      {
        action: 'signing.opened',
        subject: { type: 'signing', id: session.id, name },
        detail: { way: 'remote', subject, subjectId },
      },
      now,
    )
    return session
  })
  return { sessionId: id, code: asked.code, minutes }
}

/** What the service could not do, in words; the log of the server has its own word for it. */
export async function serve<T>(service: HashSigningService, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ServiceProblem)) throw error
    if (error.code === 'accountUnknown') throw new Refusal('remoteAccountUnknown', { service: service.name })
    console.error(`[signing] ${service.name}: ${error.code}`)
    throw new Refusal('remoteServiceDown', { service: service.name })
  }
}
