/**
 * Who may do what, how far. One table; two readings: `can` for one subject, `within` as a filter for lists.
 * When one may (state, deadline, completeness) is decided elsewhere.
 */
import type { SectionId } from '@/lib/catalogue'
import type { Mandated } from './mandates/mandate'
import { coversPlace, type Place, SUB_SYSTEMS, type SubSystem } from './sub-systems'

export const ROLES = [
  'person',
  'recordsOfficer',
  'unitAdmin',
  'unitHead',
  'sealKeeper',
  'provinceAdmin',
  'homeAffairsOfficer',
  'finance',
  'politicalSchool',
  'provincialLeader',
  'auditor',
  'partyBody',
  'integrationAdmin',
] as const
export type Role = (typeof ROLES)[number]

/** Who a row speaks of: a role, or whoever the managing agency has let see more in writing (Quy chế, Điều 13 khoản 3). */
export type Holder = Role | 'agreement' | 'mandate'
export const HOLDERS: readonly Holder[] = [...ROLES, 'agreement', 'mandate']

/** `self`: one's own; `subtree`: the grant's unit and all below; `totals`: figures without names. */
export type Reach = 'self' | 'subtree' | 'province' | 'totals'

// biome-ignore format: meant to be read as a table
export const POLICY = {
  // the record
  'record.read':         { person: 'self', recordsOfficer: 'subtree', unitAdmin: 'subtree', unitHead: 'subtree', provinceAdmin: 'province', homeAffairsOfficer: 'province', finance: 'province', politicalSchool: 'province', partyBody: 'subtree', integrationAdmin: 'province', agreement: 'subtree', mandate: 'subtree' },
  // Values that are sensitive personal data (NĐ 356/2025, Điều 4), and those about relatives. Whoever keeps the system reads neither.
  'sensitive.read':      { person: 'self', recordsOfficer: 'subtree', unitHead: 'subtree', homeAffairsOfficer: 'province', mandate: 'subtree' },
  'relatives.read':      { person: 'self', recordsOfficer: 'subtree', unitHead: 'subtree', mandate: 'subtree' },
  'record.edit':         { person: 'self', recordsOfficer: 'subtree' },
  // Bodies of the Party, the Front and the organisations write of their own staff what the training sub-system needs (Quy chế, Điều 9 khoản 5).
  'record.editPart':     { partyBody: 'subtree' },
  'record.submit':       { person: 'self' },
  'record.review':       { recordsOfficer: 'subtree' },
  // The legal form of many at once: unmasked, so only for who reads both kinds of masked values.
  'record.exportMany':   { recordsOfficer: 'subtree', unitHead: 'subtree' },
  // A list of people: new ones with their records, proposals to those who are there; by the rules of the form.
  'record.import':       { recordsOfficer: 'subtree' },
  // Papers behind the values, and the photograph. Who reads a value reads its paper; who writes the record brings and removes them.
  'evidence.add':        { person: 'self', recordsOfficer: 'subtree' },
  // a value held against its paper and found so: never in one's own record
  'value.check':         { recordsOfficer: 'subtree', unitHead: 'subtree' },
  // what the unit owns is wrong: the person says so, the officer answers
  'correction.ask':      { person: 'self' },
  'correction.answer':   { recordsOfficer: 'subtree' },
  // who saw a record: the questions of the person it is about
  'view.answer':         { unitAdmin: 'subtree', unitHead: 'subtree', homeAffairsOfficer: 'province' },
  // wider access in writing
  'agreement.give':      { unitAdmin: 'subtree', provinceAdmin: 'province' },
  // approval by signature
  'batch.read':          { recordsOfficer: 'subtree', unitHead: 'subtree', unitAdmin: 'subtree', provinceAdmin: 'province', homeAffairsOfficer: 'province', mandate: 'subtree' },
  'batch.sign':          { unitHead: 'subtree', mandate: 'subtree' },
  // who signs in the head's place: nobody who does so themselves gives it on
  'mandate.give':        { unitHead: 'subtree', unitAdmin: 'subtree', provinceAdmin: 'province' },
  // who approves whose record (Quy chế, Điều 11), and when beyond the last days of the month
  'approver.manage':     { provinceAdmin: 'province', homeAffairsOfficer: 'province' },
  'month.reopen':        { provinceAdmin: 'province', homeAffairsOfficer: 'province' },
  // a key shown to be one's own, and confirmed by somebody else
  'certificate.enrol':   { person: 'self' },
  // documents with the value of the paper original (Quy chế, Điều 13 khoản 4); they are signed by who signs batches
  'export.request':      { person: 'self', recordsOfficer: 'subtree' },
  'export.read':         { recordsOfficer: 'subtree', unitHead: 'subtree', mandate: 'subtree' },
  'export.seal':         { sealKeeper: 'subtree' },
  'certificate.register': { unitAdmin: 'subtree', provinceAdmin: 'province' },
  // people, accounts, units
  'person.create':       { recordsOfficer: 'subtree', unitAdmin: 'subtree', provinceAdmin: 'province' },
  'account.manage':      { unitAdmin: 'subtree', provinceAdmin: 'province' },
  'account.grantUnitAdmin': { provinceAdmin: 'province' },
  // A leak is recorded, and the passwords it touches are taken away (Quy chế, Điều 10 khoản 3).
  'incident.record':     { unitAdmin: 'subtree', provinceAdmin: 'province' },
  // Administrators of the units below one's own (Quy chế, Điều 8 khoản 2); which kinds of unit may: lib/domain/delegation.ts.
  'account.delegate':    { unitAdmin: 'subtree', provinceAdmin: 'province' },
  'unit.read':           { recordsOfficer: 'subtree', unitAdmin: 'subtree', unitHead: 'subtree', provinceAdmin: 'province', homeAffairsOfficer: 'province', finance: 'province', politicalSchool: 'province', partyBody: 'subtree', agreement: 'subtree', mandate: 'subtree' },
  'unit.manage':         { provinceAdmin: 'province' },
  // the tree through time, with what is allotted to each unit
  'tree.read':           { unitAdmin: 'subtree', provinceAdmin: 'province', homeAffairsOfficer: 'province' },
  // the code lists everybody chooses from
  'codeList.manage':     { provinceAdmin: 'province', homeAffairsOfficer: 'province' },
  // the life of a person: recruited, moved, seconded, gone
  'movement.read':       { recordsOfficer: 'subtree', unitAdmin: 'subtree', unitHead: 'subtree', provinceAdmin: 'province', homeAffairsOfficer: 'province' },
  'movement.record':     { recordsOfficer: 'subtree', unitAdmin: 'subtree', provinceAdmin: 'province' },
  // the record of who leaves the province, handed over whole; and one that comes from elsewhere (Quy chế, Điều 18)
  'handover.make':       { recordsOfficer: 'subtree', unitHead: 'subtree' },
  'handover.receive':    { recordsOfficer: 'subtree' },
  'calendar.manage':     { homeAffairsOfficer: 'province' },
  // raises of pay: who is due for one, and the decision that gives it (TT 08/2013/TT-BNV). Why one comes late tells of disciplines.
  'raise.read':          { recordsOfficer: 'subtree', unitHead: 'subtree' },
  'raise.record':        { recordsOfficer: 'subtree' },
  // the national exchange
  'push.read':           { recordsOfficer: 'subtree', unitAdmin: 'subtree', unitHead: 'subtree', provinceAdmin: 'province', homeAffairsOfficer: 'province', integrationAdmin: 'province' },
  // the channel itself: how it is configured and whether it works
  'exchange.read':       { provinceAdmin: 'province', homeAffairsOfficer: 'province', integrationAdmin: 'province' },
  'exchange.manage':     { integrationAdmin: 'province' },
  'push.resend':         { provinceAdmin: 'province', integrationAdmin: 'province' },
  // the province
  'overview.read':       { provinceAdmin: 'province', homeAffairsOfficer: 'province', provincialLeader: 'totals', unitHead: 'subtree', unitAdmin: 'subtree' },
  // how good the records are, with the lists behind the figures for who may read them
  'quality.read':        { recordsOfficer: 'subtree', unitHead: 'subtree', unitAdmin: 'subtree', provinceAdmin: 'province', homeAffairsOfficer: 'province', provincialLeader: 'totals' },
  // statistics of the law, from approved records; of salary, whoever keeps the province's reports on staff hears nothing (Quy chế, Điều 13 khoản 5)
  'report.staff':        { recordsOfficer: 'subtree', unitHead: 'subtree', homeAffairsOfficer: 'province', provincialLeader: 'totals' },
  // asking the population database whether number, name and birth belong together
  'population.check':    { recordsOfficer: 'subtree', homeAffairsOfficer: 'province' },
  // people with their pay, as the forms of the law list them (Quy chế, Điều 13 khoản 5, 6)
  'report.salary':       { recordsOfficer: 'subtree', unitHead: 'subtree', finance: 'province' },
  // how the portal is used, unit by unit (Quy chế, Điều 22 khoản 6, Điều 26 khoản 8)
  'report.use':          { recordsOfficer: 'subtree', unitHead: 'subtree', unitAdmin: 'subtree', provinceAdmin: 'province', homeAffairsOfficer: 'province', provincialLeader: 'totals' },
  // two records that may be one person's: decided by who may do so for both
  'duplicate.decide':    { recordsOfficer: 'subtree', homeAffairsOfficer: 'province' },
  'audit.read':          { auditor: 'province' },
} as const satisfies Record<string, Partial<Record<Holder, Reach>>>

export type Permission = keyof typeof POLICY
export const PERMISSIONS = Object.keys(POLICY) as Permission[]

/** Roles that read of a record only what their sub-system works with (Quy chế, Điều 2 khoản 1 điểm e; Điều 16, 17, 27). */
export const READS_ONLY: Partial<Record<Holder, SubSystem>> = {
  finance: 'salary',
  politicalSchool: 'training',
  partyBody: 'training',
}

/** Roles whose daily work a record is. Everybody else states, once a day and record, what they look for. */
export const ON_DUTY: readonly Holder[] = ['person', 'recordsOfficer', 'unitHead', 'mandate']

/** A role held over a unit and everything below it, for a time. Days are `YYYY-MM-DD`. */
export type Grant = {
  role: Holder
  unitId: string
  unitPath: string
  unitName: string
  from: string
  until: string | null
  /** Of a mandate: in whose place, how, by which document. */
  mandated?: Mandated
  /** Of an agreement: what it lets see, and what for. */
  agreed?: { places: readonly Place[]; documentNo: string; purpose: string }
}

/** The person at the browser. `today` travels with the actor, so that a grant's dates are judged on the day asked for. */
export type Actor = {
  userId: string
  personId: string | null
  personName: string
  sessionId: string
  today: string
  grants: readonly Grant[]
}

/** What is to be seen or changed: whose it is, and where that person or unit stands in the tree (`/dt/sgddt/thpt-x/`). */
export type Subject = { personId: string | null; unitPath: string }

export const inForce = (grant: Grant, day: string) => grant.from <= day && (grant.until === null || day <= grant.until)

const reachOf = (role: Holder, permission: Permission): Reach | null =>
  (POLICY[permission] as Partial<Record<Holder, Reach>>)[role] ?? null

/** Which parts of a record a grant speaks of; null for all of it. */
export const placesOf = ({ role, agreed }: Grant): readonly Place[] | null => {
  const sub = READS_ONLY[role]
  return agreed?.places ?? (sub ? SUB_SYSTEMS[sub].places : null)
}

const covers = (grant: Grant, place: Place | undefined) => {
  const places = placesOf(grant)
  return place === undefined || places === null || coversPlace(places, place)
}

/** The grants in force that let this actor do this to this subject; with a place, to that part of the record. */
export const grantsFor = (actor: Actor, permission: Permission, subject: Subject, place?: Place): Grant[] =>
  actor.grants.filter((grant) => {
    if (!inForce(grant, actor.today) || !covers(grant, place)) return false
    switch (reachOf(grant.role, permission)) {
      case 'self':
        return actor.personId !== null && actor.personId === subject.personId
      case 'subtree':
        return subject.unitPath.startsWith(grant.unitPath)
      case 'province':
        return true
      default:
        return false
    }
  })

/** Sections of this record that a body writes for its sub-system: a draft like any other, which the unit checks and signs. */
export const sectionsWritten = (actor: Actor, subject: Subject): SectionId[] =>
  grantsFor(actor, 'record.editPart', subject).flatMap(({ role }) => {
    const sub = READS_ONLY[role]
    return sub ? [...SUB_SYSTEMS[sub].writes] : []
  })

/** May this actor do this to this subject? One grant in force that allows it is enough. */
export const can = (actor: Actor, permission: Permission, subject: Subject, place?: Place): boolean =>
  grantsFor(actor, permission, subject, place).length > 0

/** The same rule for a list: everything, or these units and people, or nothing. */
export type Within = 'everything' | 'nothing' | { unitPaths: string[]; personId: string | null }

export function within(actor: Actor, permission: Permission, place?: Place): Within {
  const paths = new Set<string>()
  let personId: string | null = null
  for (const grant of actor.grants) {
    if (!inForce(grant, actor.today) || !covers(grant, place)) continue
    const reach = reachOf(grant.role, permission)
    if (reach === 'province') return 'everything'
    if (reach === 'subtree') paths.add(grant.unitPath)
    if (reach === 'self') personId = actor.personId
  }
  if (paths.size === 0 && personId === null) return 'nothing'
  return { unitPaths: [...paths].sort(), personId }
}

/** Has this actor the permission anywhere at all? For doors and menus only. */
export const mayAnywhere = (actor: Actor, permission: Permission) =>
  actor.grants.some((grant) => inForce(grant, actor.today) && reachOf(grant.role, permission) !== null)
