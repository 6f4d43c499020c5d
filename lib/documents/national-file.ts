/** A row of a list, as the national database wants it: every name present, every value a string, "" for not given. */
export type NationalRow = Record<string, string>

/** A person's file (HOSO_CBCCVC): groups of values and lists, beside the number under which it is kept. */
export type NationalFile = {
  SoHieuCBCCVC_BNDP: string
  [group: string]: string | NationalRow[] | Record<string, string | NationalRow[]>
}
