/** How long the router keeps a section that was opened; the section pages say the same number to Next. */
const KEPT_SECONDS = 600

const opened = new Map<string, number>()

/** A section stands on the screen: with the line cut one can come back to it. */
export const noteOpened = (path: string, at: number) => void opened.set(path, at)

/** The router has thrown away what it kept. */
export const forgetOpened = () => opened.clear()

export const isReachable = (path: string, at: number) => at - (opened.get(path) ?? 0) < (KEPT_SECONDS - 5) * 1000
