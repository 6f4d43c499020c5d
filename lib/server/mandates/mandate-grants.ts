import 'server-only'
import { fromDateColumn } from '@/lib/domain/calendar'
import { type Mandated, type MandateKind, sharedDays } from '@/lib/domain/mandates/mandate'
import type { Grant } from '@/lib/domain/policy'
import type { Prisma } from '@/prisma/generated/client'

/** What must be loaded of a mandate to act by it: also whether its head still is one. */
export const MANDATES_OF_ACTOR = {
  where: { revokedAt: null },
  include: {
    unit: { select: { path: true, name: true } },
    mandator: {
      select: {
        disabledAt: true,
        person: { select: { id: true, fullName: true } },
        grants: { where: { role: 'unitHead' }, select: { unitId: true, validFrom: true, validUntil: true } },
      },
    },
  },
} as const satisfies Prisma.User$mandatesArgs

type Held = Prisma.MandateGetPayload<{ include: (typeof MANDATES_OF_ACTOR)['include'] }>

/** A mandate is a grant for as long as both it and the office it comes of are in force. */
export const grantsOfMandate = ({ unit, mandator, unitId, validFrom, validUntil, ...mandate }: Held): Grant[] => {
  if (mandator.disabledAt !== null) return []
  const own = { from: fromDateColumn(validFrom), until: validUntil && fromDateColumn(validUntil) }
  const mandated: Mandated = {
    ...{ mandateId: mandate.id, kind: mandate.kind as MandateKind, documentNo: mandate.documentNo },
    ...{ monthly: mandate.monthly, adHoc: mandate.adHoc },
    ...{ head: mandator.person.fullName, headPersonId: mandator.person.id },
  }
  return mandator.grants
    .filter((office) => office.unitId === unitId)
    .flatMap((office) => {
      const span = {
        from: fromDateColumn(office.validFrom),
        until: office.validUntil && fromDateColumn(office.validUntil),
      }
      const shared = sharedDays(own, span)
      return shared
        ? [{ role: 'mandate' as const, unitId, unitPath: unit.path, unitName: unit.name, ...shared, mandated }]
        : []
    })
}
