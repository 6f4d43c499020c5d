import { expect, test } from 'vitest'
import { OVERVIEW_STAGES, QUALITY_STAGES } from '@/lib/domain/people-stages'
import { OVERVIEW_HEADS, QUALITY_HEADS } from '@/lib/domain/stage-heads'

test('each column counts a stage that is counted, once, under words of its own', () => {
  for (const [heads, stages] of [
    [OVERVIEW_HEADS, OVERVIEW_STAGES],
    [QUALITY_HEADS, QUALITY_STAGES],
  ] as const) {
    expect(heads.every(({ stage }) => stages.includes(stage as never))).toBe(true)
    expect(new Set(heads.map(({ stage }) => stage)).size).toBe(heads.length)
    expect(new Set(heads.map(({ head }) => head)).size).toBe(heads.length)
  }
})
