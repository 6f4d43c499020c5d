import { sign } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import type { Actor } from '@/lib/domain/policy'
import { cancelBatch } from '@/lib/server/approvals/cancel-batch'
import { completeBatch } from '@/lib/server/approvals/complete-batch'
import { prepareBatch } from '@/lib/server/approvals/prepare-batch'
import { startSignature } from '@/lib/server/approvals/start-signature'
import { type Call, transact } from '@/lib/server/call'
import { db } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { type Simulator, startNationalSimulator } from '@/lib/simulators/national-simulator'
import { pem } from '@/lib/start/demo-keys'
import type { Unit } from '@/prisma/generated/client'
import { aChain, type Signer } from '../documents/a-chain'
import { authorityOf } from '../documents/an-authority'
import { actorOf, aPerson, aUnit, NOW } from './builders'

/** The authority these tests trust, once `trust()` was called. */
export const chain = aChain('Chuỗi của các phép thử')

type Authority = { simulator: Simulator; turn: (wish: AuthorityWish) => Promise<void> }
type AuthorityWish = { down?: boolean; revoked?: Record<string, string> }

/** Trusts an authority, and starts its services: time stamps, and who was revoked. Nobody asks them after this file's tests. */
export async function trust(trusted: ReturnType<typeof aChain> = chain): Promise<Authority> {
  const folder = join(env.DATA_FOLDER, 'anchors')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${readCertificate(trusted.root)?.fingerprint}.pem`), pem(trusted.root))
  const keys = authorityOf(trusted)
  const simulator = await startNationalSimulator({ port: 0, authority: () => keys })
  const place = `${simulator.url}/authority`
  env.TSA_URLS.push(`${place}/tsa`)
  env.OCSP_URLS.push(`${place}/ocsp`)
  env.CRL_URLS.push(`${place}/0.crl`)
  const turn = async (wish: AuthorityWish) => {
    await fetch(`${simulator.url}/__sim/authority`, { method: 'PUT', body: JSON.stringify(wish) })
  }
  return { simulator, turn }
}

/** A unit with a head who has a registered certificate. */
export async function aUnitWithHead() {
  const unit = await aUnit()
  const head = await aHead(unit)
  const key = chain.signer({ name: head.person.fullName })
  await register(head.user.id, unit, key)
  return { unit, head, key, actor: head.actor }
}

export async function aHead(unit: Unit) {
  const head = await aPerson(unit, { name: 'Ngô Thanh Liêm' })
  return { ...head, actor: await actorOf(head, unit, 'unitHead') }
}

export function register(userId: string, unit: Unit, signer: Signer) {
  const certificate = readCertificate(signer.certificate)!
  const { fingerprint, subject, issuer, serial, notBefore, notAfter } = certificate
  const der = new Uint8Array(signer.certificate)
  const kept = { fingerprint, subject, issuer, serial, der, validFrom: notBefore, validUntil: notAfter }
  return db.signerCertificate.create({ data: { ...kept, userId, unitId: unit.id } })
}

export const call = <Input>(actor: Actor, input: Input, now = NOW): Call<Input> => ({ transact, actor, input, now })

export const openMonth = (actor: Actor, unit: Unit, now = NOW) =>
  prepareBatch(call(actor, { unitId: unit.id, kind: 'monthly', reason: '' }, now))

export const openAdHoc = (actor: Actor, unit: Unit, reason = 'Cấp hộ chiếu công vụ', now = NOW) =>
  prepareBatch(call(actor, { unitId: unit.id, kind: 'adHoc', reason }, now))

export const start = (actor: Actor, batchId: string, { certificate, intermediates }: Signer, now = NOW) =>
  startSignature(
    call(actor, { batchId, certificate: base64(certificate), intermediates: intermediates.map(base64) }, now),
  )

export const complete = (actor: Actor, batchId: string, signature: string, now = NOW) =>
  completeBatch(call(actor, { batchId, signature }, now))

/** What a page does with an opened key, from the first half to the second. */
export async function signBatch(actor: Actor, batchId: string, signer: Signer, now = NOW) {
  const { attributes } = await start(actor, batchId, signer, now)
  return complete(actor, batchId, base64(sign('sha256', Buffer.from(attributes, 'base64'), signer.key)), now)
}

export const cancel = (actor: Actor, batchId: string) => cancelBatch(call(actor, { batchId }))

export const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** What only the owner of the tables can do: change what is append-only. */
export const owner = async (statement: string, values: unknown[]) => {
  const client = new Client(process.env.DATABASE_OWNER_URL)
  await client.connect()
  await client.query(statement, values).finally(() => client.end())
}
