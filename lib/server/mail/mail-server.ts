import 'server-only'
import { createTransport } from 'nodemailer'
import type { Letter } from '@/lib/domain/mail/letter'
import { mailSettings } from './mail-settings'

/** Hands a letter to the mail server. `id` makes the second of two deliveries recognisable as the first. */
export type Deliver = (letter: Letter, id: string) => Promise<void>

/** Why a letter was not taken: a code without words, since a server's words may repeat what was sent. */
export class MailProblem extends Error {
  constructor(
    readonly code: string,
    /** The server will say the same tomorrow. */
    readonly final: boolean,
  ) {
    super(code)
  }
}

/** The mail server of this installation; null without one. */
export function mailServer(): { deliver: Deliver; close: () => void } | null {
  const settings = mailSettings()
  if (!settings) return null
  const transport = createTransport({ ...connectionOf(settings.server), ...PATIENCE }, { from: settings.from })
  const host = settings.from.replace(/^.*@|>.*$/g, '')
  return {
    deliver: async (letter, id) => {
      await transport.sendMail({ ...letter, messageId: `<${id}@${host}>` }).catch((error: unknown) => {
        throw problemOf(error)
      })
    },
    close: () => transport.close(),
  }
}

/** `smtps://name:password@host` speaks TLS from the start, `smtp://…` begins it before anything is said. */
function connectionOf(server: string) {
  const { protocol, hostname, port, username, password } = new URL(server)
  const secure = protocol === 'smtps:'
  return {
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    // A password does not cross a network in the open; to a program on this machine it crosses none.
    requireTLS: !LOOPBACK.test(hostname),
    ignoreTLS: LOOPBACK.test(hostname),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  }
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

function problemOf(error: unknown): MailProblem {
  const { code = 'UNKNOWN', responseCode } = error as { code?: string; responseCode?: number }
  // What is wrong with our own account there is mended by the installation's keeper; the letter waits.
  const final = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH'
  return new MailProblem(responseCode ? `${code} ${responseCode}` : code, final)
}
