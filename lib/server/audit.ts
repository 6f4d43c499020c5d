import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import type { Tx } from './db'

/** Everything the log can say. Its Vietnamese sentences stand with the audit page, total by this type. */
export type AuditAction =
  | 'signIn.accepted'
  | 'signIn.refused'
  | 'signIn.locked'
  | 'signOut'
  | 'session.ended'
  | 'session.locked'
  | 'session.unlocked'
  | 'session.proven'
  | 'password.changed'
  | 'password.reset'
  | 'password.linkSent'
  | 'password.resetBySelf'
  | 'email.confirmed'
  | 'email.removed'
  | 'terms.accepted'
  | 'secondFactor.enrolled'
  | 'secondFactor.codesRenewed'
  | 'secondFactor.givenUp'
  | 'secondFactor.reset'
  | 'access.refused'
  | 'account.issued'
  | 'account.viewed'
  | 'account.disabled'
  | 'account.enabled'
  | 'account.exempted'
  | 'account.handedOver'
  | 'incident.recorded'
  | 'channel.approved'
  | 'channel.tried'
  | 'staff.verified'
  | 'channel.resentAll'
  | 'population.asked'
  | 'population.checked'
  | 'message.written'
  | 'message.withdrawn'
  | 'role.granted'
  | 'role.withdrawn'
  | 'role.chosen'
  | 'role.extended'
  | 'role.restricted'
  | 'unit.created'
  | 'unit.operated'
  | 'unit.operationUndone'
  | 'unit.quotaSet'
  | 'unit.positionSet'
  | 'unit.imported'
  | 'person.created'
  | 'mandate.given'
  | 'mandate.revoked'
  | 'raise.recorded'
  | 'raise.tookEffect'
  | 'raise.cancelled'
  | 'movement.recorded'
  | 'movement.undone'
  | 'movement.tookEffect'
  | 'movement.reported'
  | 'handover.made'
  | 'handover.receipted'
  | 'package.received'
  | 'package.refused'
  | 'calendar.dayWritten'
  | 'calendar.dayRemoved'
  | 'person.citizenIdChanged'
  | 'duplicate.different'
  | 'duplicate.same'
  | 'record.viewed'
  | 'record.edited'
  | 'record.submitted'
  | 'record.withdrawn'
  | 'record.confirmed'
  | 'correction.asked'
  | 'correction.withdrawn'
  | 'correction.corrected'
  | 'correction.refused'
  | 'record.checked'
  | 'record.returned'
  | 'record.exported'
  | 'evidence.added'
  | 'evidence.linked'
  | 'evidence.removed'
  | 'evidence.expired'
  | 'value.checked'
  | 'value.checkTakenBack'
  | 'record.purposeStated'
  | 'view.questioned'
  | 'agreement.given'
  | 'agreement.revoked'
  | 'view.answered'
  | 'certificate.registered'
  | 'signing.pictureSet'
  | 'signing.pictureRemoved'
  | 'certificate.withdrawn'
  | 'certificate.enrolled'
  | 'certificate.enrolmentRefused'
  | 'approver.added'
  | 'approver.ended'
  | 'month.reopened'
  | 'signing.opened'
  | 'signing.addressRefused'
  | 'batch.frozen'
  | 'batch.cancelled'
  | 'batch.signatureRefused'
  | 'batch.approved'
  | 'batch.awaitsAuthority'
  | 'batch.stamped'
  | 'approval.withdrawalOpened'
  | 'approval.withdrawalAwaitsAuthority'
  | 'approval.withdrawalRefused'
  | 'approval.withdrawn'
  | 'proof.failed'
  | 'proof.restored'
  | 'export.requested'
  | 'export.signed'
  | 'export.awaitsAuthority'
  | 'export.issued'
  | 'export.refused'
  | 'export.cancelled'
  | 'export.signatureRefused'
  | 'document.downloaded'
  | 'delivery.accepted'
  | 'delivery.refused'
  | 'delivery.parked'
  | 'delivery.resent'
  | 'delivery.groupRepaired'
  | 'job.started'
  | 'job.done'
  | 'job.failed'
  | 'job.cancelled'
  | 'job.downloaded'
  | 'list.exported'
  | 'report.exported'
  | 'import.uploaded'
  | 'import.written'
  | 'import.removed'
  | 'import.expired'
  | 'word.mapped'
  | 'codeList.changed'
  | 'codeList.imported'
  | 'codeList.undone'
  | 'listView.saved'
  | 'listView.removed'
  | 'audit.read'
  | 'audit.exported'

export type AuditEntry = {
  action: AuditAction
  /** What it was done to. */
  subject?: {
    type:
      | 'record'
      | 'person'
      | 'user'
      | 'unit'
      | 'operation'
      | 'movement'
      | 'batch'
      | 'export'
      | 'signing'
      | 'approverRule'
      | 'delivery'
      | 'certificate'
      | 'job'
      | 'import'
      | 'page'
      | 'listView'
      | 'incident'
      | 'channel'
      | 'codeList'
    id: string
    name?: string
  }
  unitPath?: string
  /** Ids, field names, counts, reasons. Never answers: those are in the history. */
  detail?: Record<string, string | number | boolean | null | string[]>
}

/** Who acts where nobody is signed in: the worker, the door, the seed. */
export type Acting = Pick<Actor, 'userId' | 'personName' | 'sessionId'> | { personName: string; address?: string }

/** Demands the open transaction, so that nothing is done without its trace, and no trace stays of what was not done. */
export async function writeAudit(tx: Tx, acting: Acting, entry: AuditEntry, at: Date): Promise<void> {
  await tx.auditEvent.createMany({ data: rowOf(acting, entry, at) })
}

/** The same for what was done to many at once: one statement. */
export const writeAuditOfMany = (tx: Tx, acting: Acting, entries: readonly AuditEntry[], at: Date) =>
  insertRows(
    tx,
    entries.map((entry) => rowOf(acting, entry, at)),
  )

/** The same for what many did, each their own. */
export const writeAuditOfEach = (tx: Tx, done: readonly (readonly [Acting, AuditEntry])[], at: Date) =>
  insertRows(
    tx,
    done.map(([acting, entry]) => rowOf(acting, entry, at)),
  )

async function insertRows(tx: Tx, entries: readonly ReturnType<typeof rowOf>[]): Promise<void> {
  // As one text: thousands of entries as parameters of their own take longer to prepare than to write.
  const rows = JSON.stringify(entries)
  await tx.$executeRaw`
    INSERT INTO audit_event (at, action, actor_id, actor_name, session_id, address, subject_type, subject_id, subject_name,
      unit_path, detail)
    SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS entry (at timestamptz, action text, "actorId" uuid, "actorName" text,
      "sessionId" uuid, address text, "subjectType" text, "subjectId" text, "subjectName" text, "unitPath" text, detail jsonb)`
}

const rowOf = (acting: Acting, entry: AuditEntry, at: Date) => ({
  at,
  action: entry.action,
  actorId: 'userId' in acting ? acting.userId : null,
  actorName: acting.personName,
  sessionId: 'sessionId' in acting ? acting.sessionId : null,
  address: 'address' in acting ? (acting.address ?? null) : null,
  subjectType: entry.subject?.type ?? null,
  subjectId: entry.subject?.id ?? null,
  subjectName: entry.subject?.name ?? null,
  unitPath: entry.unitPath ?? null,
  detail: entry.detail ?? {},
})
