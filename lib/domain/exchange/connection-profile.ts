import { z } from 'zod'

/** Where a secret is kept: in a variable of the environment, or in a file of its own. */
export type SecretReference = string

export const Reference = z
  .string()
  .regex(
    /^(env:[A-Z][A-Z0-9_]*|file:\/.+)$/,
    'A secret is named here, never written: "env:NAME" or "file:/path/to/secret".',
  )

const HeaderName = z.string().regex(/^[A-Za-z0-9-]{1,60}$/, 'A header has letters, digits and hyphens.')

/** `VN/GOV/H20/CCVC`: the parts of an X-Road identifier, each of the characters that X-Road allows. */
const XRoadName = z
  .string()
  .regex(/^[A-Za-z0-9'()+,.=?_-]+(\/[A-Za-z0-9'()+,.=?_-]+){2,4}$/, 'An X-Road identifier has 3 to 5 parts.')

const isOnThisMachine = (url: string) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)

/** Outside this machine the line is encrypted, or there is none. */
export const Address = z
  .url({ protocol: /^https?$/ })
  .refine(
    (url) => url.startsWith('https:') || isOnThisMachine(url),
    'Outside this machine the address begins with https.',
  )

const Login = z.strictObject({
  kind: z.literal('login'),
  path: z.string().startsWith('/').default('/apiauth/oauth/login'),
  username: z.string().min(1),
  password: Reference,
})

const ClientCredentials = z.strictObject({
  kind: z.literal('clientCredentials'),
  url: Address,
  scope: z.string().optional(),
  /** Absent where the static headers are the client's credential, as at the provincial gateways. */
  client: z.strictObject({ id: z.string().min(1), secret: Reference, as: z.enum(['basic', 'form']) }).optional(),
})

const HeaderValue = z.union([
  z.strictObject({ text: z.string().max(500) }),
  z.strictObject({ secret: Reference }),
  /** `lgspaccesstoken` of the provincial gateways: base64 of a small JSON object. */
  z.strictObject({ base64json: z.record(z.string(), z.union([Reference, z.strictObject({ text: z.string() })])) }),
])

/** How this installation reaches the national database: everything about the channel that is not the record itself. */
export const ConnectionProfile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** In Vietnamese: people read it. */
  title: z.string().min(1).max(120),
  baseUrl: Address,
  /** The agency the account is bound to (QCVN 102:2016 or QĐ 20/2020/QĐ-TTg, as the counterpart wants). */
  orgCode: z.string().min(1).max(35),
  messagePath: z.string().startsWith('/').default('/apisyncmsg/syncmsg/servicem0001'),
  /** Where the counterpart tells what it holds (docs/operations.md); absent where it does not. */
  reportPath: z.string().startsWith('/').optional(),
  /** Where it gives its list of units; absent where it does not. */
  unitListPath: z.string().startsWith('/').optional(),
  entrance: z.discriminatedUnion('kind', [Login, ClientCredentials, z.strictObject({ kind: z.literal('none') })]),
  /** Sent with the call for a token and with every message. */
  headers: z.record(HeaderName, HeaderValue).default({}),
  /** X-Road message protocol for REST 1.0: the call goes to our own security server under `/r1/`. */
  xRoad: z
    .strictObject({
      client: XRoadName,
      service: XRoadName,
      userId: z.string().optional(),
      representedParty: z.string().optional(),
    })
    .optional(),
  tls: z
    .strictObject({
      certificate: Reference.optional(),
      key: Reference.optional(),
      authority: Reference.optional(),
      serverName: z.string().optional(),
    })
    .optional(),
  wire: z
    .strictObject({
      /** A value that is not given: an empty string, no name at all, or null. Lists are present whatever this says: an absent list and an empty one are different commands. */
      absent: z.enum(['empty', 'omit', 'null']).default('empty'),
      /** Under what the counterpart keeps a person (NĐ 27/2026: số định danh cá nhân). */
      personKey: z.enum(['citizenId', 'staffNumber', 'unitAndStaffNumber']).default('citizenId'),
      /** Which code of a unit is sent. */
      unitCode: z.enum(['agencyCode', 'legacyCode', 'nationalCode']).default('agencyCode'),
    })
    .prefault({}),
  pace: z
    .strictObject({
      connections: z.int().min(1).max(32).default(4),
      /** Of all workers together; null: as fast as the answers come. */
      perSecond: z.int().min(1).max(1000).nullable().default(20),
      connectMs: z.int().min(100).default(5_000),
      /** Of one call, to the last byte of its answer. */
      callMs: z.int().min(100).default(10_000),
    })
    .prefault({}),
})

export type ConnectionProfile = z.output<typeof ConnectionProfile>
export type HeaderSource = z.output<typeof HeaderValue>
