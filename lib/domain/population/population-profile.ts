import { z } from 'zod'
import { Address, Reference } from '../exchange/connection-profile'

const HeaderName = z.string().regex(/^[A-Za-z0-9-]{1,60}$/, 'A header has letters, digits and hyphens.')
const Code = z.string().regex(/^[A-Za-z0-9._-]{1,35}$/)

/** How this installation reaches the population database: everything about the service that is not the question itself. */
export const PopulationProfile = z.strictObject({
  /** In Vietnamese: people read it. */
  title: z.string().min(1).max(120),
  url: Address,
  /** MaTichHop: the number of the integration that was agreed with the other side. */
  integration: z.string().regex(/^\d{1,20}$/),
  /** Of the public service or the work that asks: MaDVC with one side, MaDichVu with the other. */
  service: z.strictObject({ as: z.enum(['MaDVC', 'MaDichVu']), code: Code }),
  /** A day of birth on the wire: the written rule and the working callers differ. */
  birthDate: z.enum(['yyyyMMdd', 'yyyy-MM-dd']).default('yyyyMMdd'),
  /** Basic authorisation with hex(SHA-256(url + user + time + secret)) in place of a password. */
  digest: z
    .strictObject({
      user: z.string().min(1),
      secret: Reference,
      url: Address,
      timeHeader: HeaderName.default('Timestamp'),
      unit: z.enum(['ms', 's']).default('ms'),
    })
    .optional(),
  headers: z
    .record(HeaderName, z.union([z.strictObject({ text: z.string().max(500) }), z.strictObject({ secret: Reference })]))
    .default({}),
  tls: z
    .strictObject({
      certificate: Reference.optional(),
      key: Reference.optional(),
      authority: Reference.optional(),
      serverName: z.string().optional(),
    })
    .optional(),
  /** MaCanBo by the name of the portal's account: each question is asked in the name of somebody the other side knows. */
  officers: z.record(z.string(), z.string().regex(/^[A-Za-z0-9._-]{1,20}$/)),
  /** Ask by itself when identity values were approved, in the name of this officer; absent: only when somebody asks. */
  automatic: z.strictObject({ officer: z.string().regex(/^[A-Za-z0-9._-]{1,20}$/) }).optional(),
  quotaPerDay: z.int().min(1).max(1_000_000),
  pace: z
    .strictObject({
      perSecond: z.int().min(1).max(100).default(5),
      connectMs: z.int().min(100).default(5_000),
      callMs: z.int().min(100).default(10_000),
    })
    .prefault({}),
})

export type PopulationProfile = z.output<typeof PopulationProfile>
