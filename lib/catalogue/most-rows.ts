/** No table of the form has more rows, typed or pasted. Stands alone: the browser needs it without the kinds. */
export const MOST_ROWS = 200
