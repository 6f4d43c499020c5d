/** Whether text from an address can be an id at all; the database refuses to compare with anything else. */
export const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
