/** What may be brought as a paper. */
export const EVIDENCE_KINDS = ['pdf', 'jpeg', 'png'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** 20 MB, as people count them; the page says so before a file is chosen. */
export const MOST_EVIDENCE_BYTES = 20_000_000

/** Why a file is not taken. */
export type EvidenceFault =
  | 'evidenceEmpty'
  | 'evidenceTooLarge'
  | 'evidenceKindUnknown'
  | 'evidenceMisnamed'
  | 'evidenceTruncated'
  | 'evidenceDamaged'
  | 'evidencePassword'
  | 'evidenceScript'
  | 'evidenceInside'
  | 'evidencePictureTooLarge'

/** Thrown where the bytes are read; the door turns it into a refusal with its sentence. */
export class UnfitEvidence extends Error {
  constructor(
    readonly fault: EvidenceFault,
    /** Of a misnamed file: what it says it is, and what it is. */
    readonly misnamed?: { said: string; is: EvidenceKind },
  ) {
    super(fault)
    this.name = 'UnfitEvidence'
  }
}
