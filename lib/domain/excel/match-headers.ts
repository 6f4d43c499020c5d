import { plain } from '@/lib/catalogue/code-list'
import type { ColumnKey, ExcelSheet } from './columns'
import { EMPTY_WORDS, OTHER_NAMES, SHORT_WORDS } from './header-words'

/** Heads that say the same are one text: without accents, figures, brackets; short words in full. */
export function headerWords(header: string): string {
  const words = plain(header.normalize('NFC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/^\s*\(?\d+[.)]?\s+/, '')
    .replace(/\(\s*\d*\s*\)/g, ' ')
    .replace(/[^a-z0-9% ]+/g, ' ')
    .replace(/%/g, ' phan tram ')
    .split(' ')
    .filter(Boolean)
    .flatMap((word) => (SHORT_WORDS[word] ?? word).split(' '))
  return words.filter((word, at) => word !== words[at - 1]).join(' ')
}

/** Below this nothing is proposed: a wrong guess costs more than a choice by hand. */
const SURE = 0.84
/** So much better than the next must the best be. */
const AHEAD = 0.06

/** What each head most likely is; null where nobody should guess. Each column of ours is proposed once. */
export function matchHeaders(
  headers: readonly string[],
  sheet: ExcelSheet,
  remembered: ReadonlyMap<string, ColumnKey | null> = new Map(),
): (ColumnKey | null)[] {
  const names = namesOf(sheet)
  const known = new Set(names.keys())
  const guesses = headers.map((header) => {
    const words = headerWords(header)
    const before = remembered.get(words)
    if (before !== undefined && (before === null || known.has(before))) return { key: before, score: 2 }
    return guess(words, names)
  })
  const taken = new Map<ColumnKey, number>()
  for (const [at, { key, score }] of guesses.entries()) {
    const other = key === null ? undefined : taken.get(key)
    if (key !== null && (other === undefined || score > (guesses[other]?.score ?? 0))) taken.set(key, at)
  }
  return guesses.map(({ key }, at) => (key !== null && taken.get(key) === at ? key : null))
}

type Names = ReadonlyMap<ColumnKey, readonly Name[]>
type Name = { text: string; words: readonly string[] }

const NAMES = new WeakMap<ExcelSheet, Names>()

function namesOf(sheet: ExcelSheet): Names {
  const known = NAMES.get(sheet) ?? new Map(spelledNames(sheet).map(([key, own]) => [key, own.map(named)]))
  NAMES.set(sheet, known)
  return known
}

function spelledNames({ table, columns }: ExcelSheet): [ColumnKey, string[]][] {
  const said = new Set(table ? columns.map(({ label }) => headerWords(label)) : [])
  // “Họ và tên” beside a relative is the relative's.
  const others = (key: ColumnKey) => (OTHER_NAMES[key] ?? []).filter((name) => !said.has(name))
  const own = columns.map(({ key, label, field }): [ColumnKey, string[]] => [
    key,
    [label, field?.label ?? label, label.replace(/\s*\(.*\)\s*$/, '')].map(headerWords).concat(others(key)),
  ])
  const extra = table
    ? []
    : (['@unit', '@from'] as const).map((key): [ColumnKey, string[]] => [key, [...(OTHER_NAMES[key] ?? [])]])
  return [...own, ...extra]
}

const named = (text: string): Name => ({ text, words: wordsOf(text) })

function guess(words: string, names: Names): { key: ColumnKey | null; score: number } {
  if (words === '') return { key: null, score: 0 }
  const head = named(words)
  const scores = [...names].map(([key, own]) => ({ key, score: Math.max(...own.map((name) => likeness(head, name))) }))
  const [best, next] = scores.toSorted((a, b) => b.score - a.score)
  if (!best || best.score < SURE) return { key: null, score: 0 }
  return best.score === 1 || best.score - (next?.score ?? 0) >= AHEAD ? best : { key: null, score: 0 }
}

/** 1 for the same words; else how many of both they share. Nought for what is too short or too long to matter. */
function likeness(head: Name, name: Name): number {
  if (head.text === name.text) return 1
  const [left, right] = [head.words, name.words]
  const both = left.length + right.length
  if (2 * Math.min(left.length, right.length) < (SURE - 2 * AHEAD) * both || both === 0) return 0
  const rest = [...right]
  let shared = 0
  for (const word of left) {
    const at = rest.indexOf(word)
    if (at < 0) continue
    shared += 1
    rest.splice(at, 1)
  }
  return Math.min(0.99, (2 * shared) / both)
}

const wordsOf = (text: string) => text.split(' ').filter((word) => !EMPTY_WORDS.has(word))

/** The line of the heads among the first of a sheet: the one most of whose cells could be heads of ours. */
export function headLine(lines: readonly (readonly string[])[], sheet: ExcelSheet): number {
  const scores = lines.map((line) => {
    const filled = line.filter((cell) => cell.trim() !== '').length
    return filled < 2 ? 0 : matchHeaders(line, sheet).filter((key) => key !== null).length + filled / 1000
  })
  const best = Math.max(0, ...scores)
  return best < 1 ? 0 : scores.indexOf(best)
}
