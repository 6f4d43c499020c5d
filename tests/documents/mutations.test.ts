import { beforeAll, describe, expect, test } from 'vitest'
import { approvalPdf } from '@/lib/documents/approval-pdf'
import { readCertificate } from '@/lib/documents/pdf-signature/certificate'
import { readStore, writeStore } from '@/lib/documents/pdf-signature/security-store'
import { verifyPdf } from '@/lib/documents/pdf-signature/verify'
import { signPdf } from '@/lib/simulators/vgca/tool-pdf'
import { aChain, ecKeys, rsaKeys } from './a-chain'
import { prepare, SIGNED_AT, signWith } from './a-signed-pdf'
import { aStatement } from './a-statement'
import { authorityOf, proofsOf, stamped } from './an-authority'
import { sealed, signedByPerson } from './an-export'

/** Set it to find a failure again: `MUTATION_SEED=17 npx vitest … mutations`. */
const SEED = Number(process.env.MUTATION_SEED ?? Date.now() % 1_000_000)
const EACH = 4_000
const LONGEST_MS = 200

const chain = aChain('Chuỗi bị thử')
const keys = authorityOf(chain)
const files: Record<string, () => Promise<Uint8Array>> = {
  'RSA, PKCS #1 v1.5': async () => signWith(chain.signer({ keys: rsaKeys() }), await prepare()),
  'ECDSA P-256 with a time stamp': async () => stamped(signWith(chain.signer(), await prepare()), keys),
  'ECDSA P-384 with a time stamp': async () =>
    stamped(signWith(chain.signer({ keys: ecKeys('P-384') }), await prepare()), keys),
  'RSASSA-PSS, by a tool': async () => {
    const { key, certificate, intermediates: issuers } = chain.signer({ keys: rsaKeys() })
    return signPdf(await approvalPdf(aStatement()), { key, certificate, issuers }, { pss: true })
  },
  'with what it was judged by behind it': async () => {
    const paper = stamped(signWith(chain.signer(), await prepare()), keys)
    return writeStore(paper, await proofsOf(paper, keys, readCertificate(chain.root)!))
  },
  'person and agency': async () => sealed(chain.signer(), await signedByPerson(chain.signer())),
}

/** Numbers below `end`, always the same ones after the same seed (mulberry32). */
function numbers(seed: number) {
  let state = seed
  return (end: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end
  }
}

type Draw = ReturnType<typeof numbers>
const HEX = '0123456789abcdefABCDEF'

/** Ways to spoil a file; the signature itself, a few thousand digits in tens of thousands, is drawn more often than its share. */
const SPOILS: ((file: Buffer, draw: Draw, signature: [number, number]) => Uint8Array)[] = [
  (file, draw) => changed(file, draw(file.length), (byte) => byte ^ (1 + draw(255))),
  (file, draw) => changed(file, draw(file.length), (byte) => byte ^ (1 << draw(8))),
  (file, draw, [from, to]) => changed(file, from + draw(to - from), () => HEX.charCodeAt(draw(HEX.length))),
  (file, draw, [from, to]) => changed(file, from + draw(to - from), () => HEX.charCodeAt(draw(16))),
  (file, draw) => {
    const at = draw(file.length)
    return Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + draw(64))])
  },
  (file, draw) => {
    const [at, from] = [draw(file.length), draw(file.length)]
    return Buffer.concat([file.subarray(0, at), file.subarray(from, from + 1 + draw(256)), file.subarray(at)])
  },
  (file, draw) => {
    const [at, from] = [draw(file.length), draw(file.length)]
    const copy = Buffer.from(file)
    file.copy(copy, at, from, from + 1 + draw(256))
    return copy
  },
  (file, draw) => file.subarray(0, draw(file.length)),
  (file, draw) => Buffer.concat([file, Buffer.alloc(1 + draw(64), draw(256))]),
]

function changed(file: Buffer, at: number, change: (byte: number) => number): Uint8Array {
  const copy = Buffer.from(file)
  copy[at] = change(copy[at] ?? 0)
  return copy
}

describe(`files spoilt at random, seed ${SEED}`, () => {
  let seeds: [string, Buffer][]
  beforeAll(async () => {
    console.log(`MUTATION_SEED=${SEED}`)
    seeds = await Promise.all(
      Object.entries(files).map(async ([name, make]): Promise<[string, Buffer]> => [name, Buffer.from(await make())]),
    )
  })

  test.each(Object.keys(files))(
    '%s: none is valid, none is thrown at, each is judged at once',
    async (name) => {
      const file = seeds.find(([one]) => one === name)![1]
      const judge = (bytes: Uint8Array) => verifyPdf(bytes, { anchors: [chain.root], at: SIGNED_AT })
      expect((await judge(file)).reasons).toEqual([])
      const draw = numbers(SEED)
      const text = file.toString('latin1')
      const gaps = [...text.matchAll(/\/Contents\s*<([0-9a-fA-F]{400,})>/g)]
      const gap = gaps.at(-1)!
      const start = gap.index + gap[0].indexOf('<') + 1
      const signature: [number, number] = [start, start + gap[1]!.replace(/0+$/, '').length]
      const kept = readStore(file)
      const signed = kept && Buffer.from(kept.signed)
      let longest = 0
      for (let round = 0; round < EACH; round++) {
        const bytes = SPOILS[draw(SPOILS.length)]!(file, draw, signature)
        // What is left of a file without what we wrote behind its signature is the signed file.
        if (file.equals(bytes) || signed?.equals(bytes)) continue
        const began = process.cpuUsage()
        const { valid } = await judge(bytes)
        longest = Math.max(longest, process.cpuUsage(began).user / 1000)
        expect(valid, `round ${round} of seed ${SEED}`).toBe(false)
      }
      expect(longest).toBeLessThan(LONGEST_MS)
    },
    180_000,
  )
})
