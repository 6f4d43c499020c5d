import 'server-only'
import { env } from '../env'

/** Which server takes our letters, who they are from, and where their links lead. Null: this installation sends none. */
export function mailSettings() {
  const { SMTP_URL: server, MAIL_FROM: from, PORTAL_URL: portal } = env
  return server && from && portal ? { server, from, portal } : null
}

/** An address of the portal as it stands in a letter: of the settings, never of what a browser says of itself. */
export function portalAddress(path: string): string {
  const settings = mailSettings()
  if (!settings) throw new Error('SMTP_URL, MAIL_FROM and PORTAL_URL are not all set')
  return new URL(path, settings.portal).href
}
