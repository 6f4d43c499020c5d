import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Requirements on the organisation, its accounts and who may see what, and on the national exchange: each has a test named after it. */
const ORGANISATION = [...range(29, 45), 51, ...range(72, 77), 104, 105, 112, 114, 126]
const EXCHANGE = [...range(106, 113), 135, 138, 142, 145, 147, 163, ...range(171, 173)]
const WANTED = [...ORGANISATION, ...EXCHANGE]

/** Title of a test: `R31: …`, `R29, R126: …`, `R164, R3–R8: …`. */
const TITLE = /\b(?:test|it|describe)\b[^'"`\n]*['"`]((?:R\d+|[A-Z]+-\d+)(?:[,–]\s?(?:R\d+|[A-Z]+-\d+))*):\s/g
/** Of a table of cases the title stands on a line of its own. */
const ALONE = /^\s*(?:\]\s*(?:as const)?\s*)?\)?\(?['"`]((?:R\d+)(?:[,–]\s?R\d+)*):\s/gm

test('each requirement of the organisation and its accounts has a test named after it', () => {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(test|spec)\.ts$/.test(file),
  )
  const named = new Set(files.flatMap((file) => numbersIn(readFileSync(`tests/${file}`, 'utf8'))))
  expect(WANTED.filter((number) => !named.has(number)).map((number) => `R${number}`)).toEqual([])
})

test('a title names every number of a range, and nothing but titles counts', () => {
  expect(numbersIn("test('R164, R3–R5: every type', () => {")).toEqual([164, 3, 4, 5])
  expect(numbersIn("// R1: nothing\nconst x = 'R2'\n")).toEqual([])
})

function numbersIn(source: string): number[] {
  const titles = [...source.matchAll(TITLE), ...source.matchAll(ALONE)].flatMap(([, numbers]) => numbers ?? [])
  return titles.flatMap((title) =>
    title.split(/,\s?/).flatMap((part) => {
      const [first, last] = [...part.matchAll(/R(\d+)/g)].map(([, number]) => Number(number))
      return first === undefined ? [] : range(first, last ?? first)
    }),
  )
}

function range(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
