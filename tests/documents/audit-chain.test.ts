import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHAIN_START, faultOf, type SealedEvent, sealHash } from '@/lib/documents/audit-chain'

const event = (id: number, actorName: string): SealedEvent => ({
  id: BigInt(id),
  at: new Date('2026-11-27T08:40:00Z'),
  action: 'record.viewed',
  actorId: null,
  actorName,
  subjectType: null,
  subjectId: null,
  subjectName: null,
  unitPath: null,
  detail: { fields: ['phone'] },
  address: null,
  sessionId: null,
})

const sealOf = (events: SealedEvent[]) => ({
  id: 1n,
  fromTx: 0n,
  untilTx: 9n,
  count: events.length,
  previousHash: CHAIN_START,
  hash: sealHash(CHAIN_START, events),
})

test('a seal holds for what was sealed, and for nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 6 }), fc.nat(5), fc.string(), (names, at, other) => {
      const events = names.map((name, index) => event(index, name))
      const seal = sealOf(events)
      expect(faultOf(seal, null, events)).toBeNull()
      const place = at % events.length
      fc.pre(events[place]!.actorName.normalize('NFC') !== other.normalize('NFC'))
      expect(faultOf(seal, null, events.with(place, event(place, other)))).toBe('nội dung đã bị sửa')
      expect(faultOf(seal, null, events.toSpliced(place, 1))).toMatch(/lúc niêm phong là/)
    }),
  )
})

test('a seal follows the one before it', () => {
  const events = [event(1, 'A')]
  expect(faultOf(sealOf(events), { ...sealOf([]), hash: 'f'.repeat(64) }, events)).toBe(
    'không nối với niêm phong trước',
  )
})
