import 'server-only'
import { z } from 'zod'
import { fitPicture, MOST_PICTURE_BYTES } from '@/lib/documents/pdf-signature/picture'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { writeAudit } from '../audit'
import type { Call } from '../call'
import { db } from '../db'
import { fileStore, readStored } from '../storage/file-store'

type Holder = { userId: string } | { unitId: string }

export const SetPicture = z.object({
  /** The agency whose seal it is; null for one's own signature. */
  unitId: z.uuid().nullable(),
  /** Null takes the picture away: from then on words stand there again. A file travels as base64 text. */
  file: z
    .base64('Chọn ảnh PNG.')
    .max(Math.ceil(MOST_PICTURE_BYTES / 3) * 4, 'Ảnh không lớn hơn 500 kB.')
    .nullable(),
})

/** Registers the picture that stands where this person signs, or where the agency seals. What was signed before stays as it was. */
export async function setPicture({ transact, actor, input, now }: Call<z.output<typeof SetPicture>>) {
  const holder = await holderFor(actor, input.unitId)
  const png = input.file === null ? null : await fitPicture(Buffer.from(input.file, 'base64'))
  if (input.file !== null && !png) throw new Refusal('signaturePictureUnfit', {})
  const stored = png ? await fileStore('signatures').put(png) : null
  const { name, unitPath, of } = holder
  await transact(async (tx) => {
    await tx.signaturePicture.create({
      data: {
        ...{ ...holder.whose, sha256: stored?.sha256 ?? null },
        ...{ setById: actor.userId, setBy: actor.personName, setAt: now },
      },
    })
    const action = stored ? 'signing.pictureSet' : 'signing.pictureRemoved'
    const detail = { of, sha256: stored?.sha256 ?? null }
    const subject = { type: 'certificate', id: input.unitId ?? actor.userId, name } as const
    await writeAudit(tx, actor, { action, subject, unitPath, detail }, now)
  })
}

/** One's own, for whoever may register a certificate of their own; an agency's, for whoever registers its certificate. */
async function holderFor(actor: Actor, unitId: string | null) {
  if (unitId !== null) {
    const unit = await db.unit.findUnique({ where: { id: unitId }, select: { name: true, path: true } })
    if (!unit || !can(actor, 'certificate.register', { personId: null, unitPath: unit.path }))
      throw new Refusal('notFound', {})
    return { whose: { unitId }, name: unit.name, unitPath: unit.path, of: 'agency' } as const
  }
  const person = await db.person.findFirst({
    where: { user: { id: actor.userId } },
    select: { id: true, fullName: true, unit: { select: { path: true } } },
  })
  if (!person || !can(actor, 'certificate.enrol', { personId: person.id, unitPath: person.unit.path }))
    throw new Refusal('notFound', {})
  return { whose: { userId: actor.userId }, name: person.fullName, unitPath: person.unit.path, of: 'person' } as const
}

/** The picture that stands for somebody now; null where words do. */
export async function pictureOf(holder: Holder): Promise<Uint8Array | null> {
  const newest = await db.signaturePicture.findFirst({ where: holder, orderBy: [{ setAt: 'desc' }, { id: 'desc' }] })
  return newest?.sha256 ? new Uint8Array(await readStored(fileStore('signatures'), newest.sha256)) : null
}

/** The same for a page. */
export async function shownPicture(holder: Holder): Promise<string | null> {
  const png = await pictureOf(holder)
  return png && `data:image/png;base64,${Buffer.from(png).toString('base64')}`
}
