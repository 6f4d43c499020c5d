import 'server-only'
import { z } from 'zod'
import { Address, Reference } from '@/lib/domain/exchange/connection-profile'
import { FRESH_MINUTES, IDLE_MINUTES } from '@/lib/domain/sign-in-limits'
import { readWays } from '@/lib/domain/signing/ways'

/** Addresses of the web, parted by commas. */
const addresses = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
  .pipe(z.array(z.url({ protocol: /^https?$/ })))

/** What the application is told by its surroundings. The launcher says all of it; `.env.example` explains it. */
export const Environment = z.object({
  /** PostgreSQL, as the application's role: no tables made, no rows of append-only tables changed. */
  DATABASE_URL: z.url(),
  /** Signs session cookies. */
  NEXTAUTH_SECRET: z.string().min(32),
  /** Seals the secrets of second factors; several, parted by commas: the first seals, all open. */
  SECOND_FACTOR_KEY: z.string().min(32),
  /** A demonstration accepts the demo certificates and a day of its own; a real installation refuses both. */
  PORTAL_MODE: z.enum(['demonstration', 'production']).default('production'),
  /** `YYYY-MM-DD`: the day the portal takes for today. */
  PORTAL_TODAY: z.iso.date().optional(),
  /** Keys, trust anchors and secrets of this installation. */
  DATA_FOLDER: z.string().default('data'),
  /** Where uploaded and made files are kept, encrypted; `files` in the data folder if not set. */
  STORAGE_DIR: z.string().optional(),
  /** Keys of those files, `id:key` with commas between; the first seals. Or the path of a file that says the same. */
  FILE_KEYS: z.string().optional(),
  FILE_KEYS_FILE: z.string().optional(),
  /** After how long without a key or a click the screen locks. */
  IDLE_MINUTES: z.coerce.number().int().min(1).max(60).default(IDLE_MINUTES),
  /** How long the password, given again before a signature or a change of roles, counts. */
  FRESH_MINUTES: z.coerce.number().int().min(1).max(60).default(FRESH_MINUTES),
  /** Signs what is exported of the log: 32 bytes of Ed25519 in base64url, or the path of a file with them. */
  AUDIT_KEY: z.string().optional(),
  AUDIT_KEY_FILE: z.string().optional(),
  /** Where people find the portal, as it is printed on slips and written into letters. */
  PORTAL_URL: z.url().optional(),
  /** The server that takes letters, `smtps://name:password@host` or `smtp://…`, and who they are from. Without both none is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().optional(),
  /** In which ways one may sign, with commas between: `vgca`, `remote`, `keyFile`, `upload`. */
  SIGNING_WAYS: z
    .string()
    .default('keyFile,upload')
    .transform((text, context) => {
      const ways = readWays(text)
      if (!ways) context.addIssue('must be some of vgca, remote, keyFile, upload, with commas between')
      return ways ?? []
    }),
  /** Where the VGCA Sign Service listens on the signer's own machine; only there. */
  VGCA_TOOL_URL: z
    .string()
    .regex(/^wss:\/\/(127\.0\.0\.1|localhost):\d{1,5}$/, 'must be wss:// on 127.0.0.1 or localhost, with a port')
    .default('wss://127.0.0.1:8987'),
  /** The service that holds keys or reaches SIMs, as people know it; where it is, as whom we come, and where our secret is kept. */
  REMOTE_SIGNING_NAME: z.string().optional(),
  REMOTE_SIGNING_URL: Address.optional(),
  REMOTE_SIGNING_CLIENT_ID: z.string().optional(),
  REMOTE_SIGNING_SECRET: Reference.optional(),
  /** How long the signer has to confirm on the telephone. */
  REMOTE_SIGNING_MINUTES: z.coerce.number().int().min(1).max(10).default(3),
  /** SHA-256 of the trusted authorities' certificates, hex, parted by commas; empty: every one in the folder of anchors counts. */
  ANCHOR_FINGERPRINTS: z
    .string()
    .default('')
    .transform((text) => text.replaceAll(':', '').toLowerCase())
    .pipe(z.string().regex(/^[0-9a-f, ]*$/, 'must be hex, with commas between'))
    .transform((text) => text.split(',').flatMap((part) => part.trim() || [])),
  /** How much a signed paper carries of what it was judged by: a time stamp (B-T), or also certificates and answers about revocation (B-LT). */
  SIGNATURE_LEVEL: z.enum(['B-T', 'B-LT']).default('B-T'),
  /** Authorities that stamp times (RFC 3161), parted by commas, in the order they are asked. Without one nothing is stamped. */
  TSA_URLS: addresses,
  /** 1: without a time stamp nothing is accepted. Else it is, says so, and is stamped as soon as an authority answers. */
  TSA_REQUIRED: z.enum(['0', '1']).default('0'),
  /** Where to ask whether a certificate was revoked, before the addresses it names itself: responders (OCSP), then lists (CRL). */
  OCSP_URLS: addresses,
  CRL_URLS: addresses,
  /** How long an authority may take to answer. */
  AUTHORITY_TIMEOUT_MS: z.coerce.number().int().min(100).default(5_000),
  /** A file that says how the national database is reached: see `docs/operations.md`. Without it nothing is sent. */
  NATIONAL_PROFILE: z.string().optional(),
  /** A file that says how the population database is asked: see `docs/operations.md`. Without it nobody is asked about. */
  POPULATION_PROFILE: z.string().optional(),
  /** A file that names the systems which may ask whether somebody is on the staff. Without it there is no such door. */
  API_CLIENTS: z.string().optional(),
  /** Whoever shows it reads `/metrics`; without it there is no such page. */
  METRICS_TOKEN: z.string().min(16).optional(),
})

export type Environment = z.infer<typeof Environment>

/** Read once. `next build` imports every module without serving anybody, so there it asks for nothing. */
export const env: Environment =
  process.env.NEXT_PHASE === 'phase-production-build' ? ({} as Environment) : read(process.env)

/** Refuses, by name, what is missing or wrong. */
export function read(source: Record<string, string | undefined>): Environment {
  // An empty line in an .env file means: not set.
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const { success, data, error } = Environment.safeParse(set)
  if (!success) throw new Error(`The environment is incomplete:\n${z.prettifyError(error)}`)
  if (data.PORTAL_TODAY && data.PORTAL_MODE === 'production') {
    throw new Error('PORTAL_TODAY is for demonstrations and tests; a real installation lives in the present.')
  }
  if ((data.SMTP_URL || data.MAIL_FROM) && !(data.SMTP_URL && data.MAIL_FROM && data.PORTAL_URL)) {
    throw new Error(
      'SMTP_URL, MAIL_FROM and PORTAL_URL belong together: a letter needs a server, a sender and an address.',
    )
  }
  if (data.SIGNING_WAYS.includes('vgca') && !data.PORTAL_URL) {
    throw new Error(
      'SIGNING_WAYS has vgca: set PORTAL_URL, by which the tool on the signer’s machine finds the portal.',
    )
  }
  const remote = [
    data.REMOTE_SIGNING_NAME,
    data.REMOTE_SIGNING_URL,
    data.REMOTE_SIGNING_CLIENT_ID,
    data.REMOTE_SIGNING_SECRET,
  ]
  if (data.SIGNING_WAYS.includes('remote') && !remote.every(Boolean)) {
    throw new Error('SIGNING_WAYS has remote: set REMOTE_SIGNING_NAME, _URL, _CLIENT_ID and _SECRET.')
  }
  return data
}

/** Where a connection profile's `env:NAME` is looked up; secrets are read when they are needed, and kept nowhere. */
export const surroundings: Record<string, string | undefined> = process.env
