/** Stands in a document in place of an answer its reader may not see. No kind of answer looks like it. */
export const HIDDEN = '••••'
