import 'server-only'

/** Where a request comes from. The nearest proxy appends the address it saw, so the last one is not of the visitor's own making. */
export function originOf(header: (name: string) => string | null | undefined) {
  const address =
    header('x-forwarded-for')
      ?.split(',')
      .at(-1)
      ?.trim()
      .replace(/^::ffff:/, '') || 'unknown'
  return { address, agent: (header('user-agent') ?? '').slice(0, 200) }
}
