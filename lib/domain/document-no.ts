/** “15/QĐ-SGDĐT”, “88/SNV”, “QĐ số 27”: how a decision or an official letter is named. */
const NUMBER = /\d+\s*\/\s*[\p{L}\d][\p{L}\d\-/]*|(?<=(?:số|qđ|cv|ttr|tb)[\s.:]+)\d[\p{L}\d\-/]*/iu

/** The number of the document that words refer to; null where they name none. */
export const documentNoIn = (words: string): string | null => NUMBER.exec(words)?.[0].replace(/\s/g, '') ?? null
