/** What a rehearsal has to say. What blocks is mended first; what warns is read and then done. */
export type FindingCode = BlockCode | WarningCode

export type BlockCode =
  | 'notInForce'
  | 'changedLater'
  | 'openedThatDay'
  | 'ontoItself'
  | 'receiverNotInForce'
  | 'codeTaken'
  | 'typeEnded'
  | 'typeNotUnder'
  | 'followerTypeNotUnder'
  | 'parentNotInForce'
  | 'legacyCodeMalformed'
  | 'agencyCodeMalformed'
  | 'agencyCodeTaken'
  | 'agencyCodeNotUnder'
  | 'underItself'
  | 'nothingChosen'
  | 'peopleOfAnother'
  | 'peopleTwice'
  | 'peopleLeft'
  | 'childrenLeft'
  | 'batchOpen'
  | 'treeBroken'

export type WarningCode =
  | 'rolesEnd'
  | 'noHead'
  | 'noOfficer'
  | 'submissionsFollow'
  | 'deliveriesFollow'
  | 'noAgencyCode'
  | 'agencyCodeOfOldParent'
  | 'overQuota'
  | 'placesEnded'
  | 'recordsRestated'

export type Finding = {
  severity: 'block' | 'warn'
  code: FindingCode
  /** Units meant, in the order the sentence names them. */
  unitIds?: string[]
  personIds?: string[]
  count?: number
  /** A code, a type, a label: what the sentence quotes. */
  word?: string
  /** The field of the form that is meant. */
  field?: string
}
