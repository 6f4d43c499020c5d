import type { SectionId } from '@/lib/catalogue'
import { type Actor, can, type Grant, grantsFor, type Holder, ON_DUTY, type Subject } from './policy'

/** `masked`: shown to be there, not what it says. `withheld`: no part of what this reader works with. */
export type Sight = 'open' | 'masked' | 'withheld'

/** How one reader sees one record. */
export type Reading = {
  see(section: SectionId, field: { code: string; sensitive: boolean }): Sight
  /** In which role: what the log and the person are told. */
  role: Holder
  /** Off daily duty only what was approved: unapproved work never shows as official. */
  of: 'draft' | 'approved'
  /** What an agreement in writing lets this reader see, and for what. */
  agreed: Grant['agreed'] | null
}

/** Third persons' data (items 36.1, 36.2): for the person, the unit's records officer and its head only. */
const RELATIVES: readonly string[] = ['family']

/**
 * How this actor sees this person's record; null when not at all. `opened`: today they have stated what they need the
 * sensitive values for.
 */
export function readingOf(actor: Actor, subject: Subject, { opened }: { opened: boolean }): Reading | null {
  const grants = grantsFor(actor, 'record.read', subject)
  const grant = bestOf(grants)
  if (!grant) return null
  const reaches = (permission: 'sensitive.read' | 'relatives.read') =>
    grantsFor(actor, permission, subject).some(({ role }) => opened || ON_DUTY.includes(role))
  const [sensitive, relatives] = [reaches('sensitive.read'), reaches('relatives.read')]
  return {
    role: grant.role,
    of: grants.some(({ role }) => ON_DUTY.includes(role)) ? 'draft' : 'approved',
    agreed: grant.agreed ?? null,
    see(section, field) {
      if (!can(actor, 'record.read', subject, `${section}.${field.code}`)) return 'withheld'
      if (RELATIVES.includes(field.code)) return relatives ? 'open' : 'masked'
      return field.sensitive && !sensitive ? 'masked' : 'open'
    },
  }
}

/** Must this reader first say what for? Not whose daily work it is, nor whom the agency let see it in writing. */
export const needsPurpose = (actor: Actor, subject: Subject): boolean =>
  !grantsFor(actor, 'record.read', subject).some(({ role }) => ON_DUTY.includes(role) || role === 'agreement')

/** May this reader open the sensitive values by saying what for? */
export const mayOpenSensitive = (actor: Actor, subject: Subject): boolean =>
  grantsFor(actor, 'sensitive.read', subject).some(({ role }) => !ON_DUTY.includes(role))

/** The same person on their daily duty alone: what lists may show of drafts, and of sensitive values. */
export const onDuty = (actor: Actor): Actor => ({
  ...actor,
  grants: actor.grants.filter(({ role }) => ON_DUTY.includes(role)),
})

/** The same person without it: of these records they see only what was approved, and lists show that too. */
export const offDuty = (actor: Actor): Actor => ({
  ...actor,
  grants: actor.grants.filter(({ role }) => !ON_DUTY.includes(role)),
})

const RANKS: readonly Holder[] = [...ON_DUTY, 'agreement']
const rankOf = ({ role }: Grant) => (RANKS.includes(role) ? RANKS.indexOf(role) : RANKS.length)

/** One's own first, then the daily duty, then what is in writing. */
const bestOf = (grants: readonly Grant[]): Grant | undefined => grants.toSorted((a, b) => rankOf(a) - rankOf(b))[0]
