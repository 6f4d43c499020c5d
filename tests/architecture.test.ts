import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** Which rooms and packages each room may look into. What is not listed is out of bounds. */
const MAY_IMPORT: Record<string, string[]> = {
  'lib/catalogue': ['zod'],
  'lib/domain': ['lib/catalogue', 'zod'],
  'lib/documents': [
    'lib/catalogue',
    'lib/domain',
    ...['pdf-lib', 'fontkit', '@expo-google-fonts/tinos', 'zod', 'node:'],
  ],
  'lib/server': [
    ...['lib/catalogue', 'lib/domain', 'lib/documents', 'prisma/generated'],
    ...['@prisma', 'pg', 'next', 'next-auth', 'react', 'zod', 'server-only', '@node-rs/argon2', 'nodemailer', 'node:'],
  ],
  'lib/simulators': ['lib/catalogue', 'node-forge', 'node:'],
  'lib/start': ['lib/documents', 'prisma/migrate', 'pg', 'node-forge', 'node:'],
  components: ['lib/catalogue', 'lib/domain', 'react', 'react-dom', 'next', 'next-auth/react'],
  app: [
    'components',
    'lib/catalogue',
    'lib/domain',
    'lib/documents',
    'lib/server',
    'react',
    'next',
    'next-auth',
    'zod',
  ],
}
/** Heavy: a page may ask for them at the moment they are needed, and not before. */
const ONLY_ON_DEMAND: Record<string, string[]> = { components: ['node-forge'] }

/** Sentences and their carrier: total by type, and judged by reading. */
const SENTENCES = /(-words|messages|refusal)\.ts$/

const ROOMS = Object.keys(MAY_IMPORT)
/** Programs of their own, which nobody imports and which read the environment themselves. */
const READS_ENVIRONMENT = ['lib/server/env.ts', 'lib/simulators/main.ts', 'lib/simulators/vgca/main.ts']
/** Tables of data may be as long as their data. */
const TABLES =
  /^lib\/catalogue\/(sections|code-lists)\/|^prisma\/seed\/|^tests\/domain\/rules\/examples|^lib\/domain\/messages\.ts$|^lib\/server\/audit-words\.ts$|^tests\/support\/doors\//

test.each(Object.entries(MAY_IMPORT))('%s looks only where it may', (room, allowed) => {
  const trespasses = sourceFiles(room).flatMap((file) =>
    importsOf(file)
      .filter(({ path, awaited }) => {
        const doors = [room, ...allowed, ...(awaited ? (ONLY_ON_DEMAND[room] ?? []) : [])]
        return !doors.some((door) => opens(door, path))
      })
      .map(({ path }) => `${file} → ${path}`),
  )
  expect(trespasses).toEqual([])
})

test('everything of lib/server stays on the server', () => {
  const open = sourceFiles('lib/server').filter((file) => importsOf(file)[0]?.path !== 'server-only')
  expect(open).toEqual([])
})

test('the worker loads nothing of Next: it has no request to answer', () => {
  const seen = new Set<string>()
  const waiting = ['lib/server/worker.ts']
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(file)) continue
    seen.add(file)
    const loaded = importsOf(file, withoutTypes).map(({ path }) => path)
    expect(loaded.filter((path) => opens('next', path)).map((path) => `${file} → ${path}`)).toEqual([])
    waiting.push(...loaded.flatMap((path) => [`${path}.ts`, `${path}/index.ts`]))
  }
  expect(seen.size).toBeGreaterThan(100)
})

test('the environment is read in one place', () => {
  const readers = ROOMS.filter((room) => room !== 'lib/start')
    .flatMap(sourceFiles)
    .filter((file) => readFileSync(file, 'utf8').includes('process.env'))
  expect(readers.filter((file) => !READS_ENVIRONMENT.includes(file))).toEqual([])
})

test('every rule is called by a test', () => {
  const called = sourceFiles('tests').flatMap((file) => importsOf(file).map(({ path }) => `${path}.ts`))
  // A folder of rules of one kind is tested as a whole.
  const isCalled = (file: string) =>
    called.includes(file) || (file.split('/').length > 3 && called.some((path) => dirname(path) === dirname(file)))
  const rules = sourceFiles('lib/domain').filter((file) => hasBehaviour(file) && !SENTENCES.test(file))
  expect(rules.filter((file) => !isCalled(file))).toEqual([])
})

test('files stay short enough to be read', () => {
  const files = [...ROOMS, 'prisma', 'tests'].flatMap(sourceFiles).filter((file) => !TABLES.test(file))
  const lengths = files.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([])
  expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThanOrEqual(200)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60)
})

test('no file is named after nothing', () => {
  const nothing = /\/(utils?|helpers?|common|shared|misc|types|data|info)\.tsx?$/
  expect([...ROOMS, 'prisma', 'tests'].flatMap(sourceFiles).filter((file) => nothing.test(file))).toEqual([])
})

const sourceFiles = (room: string) =>
  existsSync(room)
    ? readdirSync(room, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated/'))
        .map((file) => `${room}/${file}`)
    : []

/** A file of types only has nothing to test. */
const hasBehaviour = (file: string) => /^export (async )?(function|const|class)/m.test(readFileSync(file, 'utf8'))

/** What is gone when the program runs. */
const withoutTypes = (source: string) => source.replace(/^(?:import|export) type [^']*'[^']+'/gm, '')

const importsOf = (file: string, reading = (source: string) => source) =>
  [...reading(readFileSync(file, 'utf8')).matchAll(/(?:\bfrom |^import |\bimport\(\s*)'([^'\n]+)'/gm)].map(
    ([statement, path]) => ({
      path: fromRoot(file, path!),
      awaited: statement.startsWith('import('),
    }),
  )

function fromRoot(file: string, path: string) {
  if (path.startsWith('@/')) return path.slice(2)
  return path.startsWith('.') ? relative('.', resolve(dirname(file), path)) : path
}

/** `next` opens `next` and `next/link`, not `next-auth`; `node:` opens all of Node. */
const opens = (door: string, path: string) =>
  path === door || path.startsWith(`${door}/`) || (door.endsWith(':') && path.startsWith(door))
