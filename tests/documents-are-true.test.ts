import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const guides = ['README.md', 'CONTRIBUTING.md', 'docs/operations.md', ...decisions()]
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

test.each(guides)('%s names files that are there', (guide) => {
  const named = codeIn(guide)
    .filter((code) => /^(app|components|docs|lib|prisma|tests)\/[\w./-]+$/.test(code))
    .concat(linksIn(guide))
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})

test.each(guides)('%s names commands that are there', (guide) => {
  const named = [...readFileSync(guide, 'utf8').matchAll(/npm (?:run )?(?:--silent )?([a-z:-]+)/g)].map(
    ([, name]) => name!,
  )
  const npm = ['install', 'ci', 'registry', 'and']
  expect(named.filter((name) => !npm.includes(name) && !scripts[name])).toEqual([])
})

function codeIn(guide: string) {
  return [...readFileSync(guide, 'utf8').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!)
}

function linksIn(guide: string) {
  const folder = join(guide, '..')
  return [...readFileSync(guide, 'utf8').matchAll(/\]\(([^)#]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !link.startsWith('http'))
    .map((link) => join(folder, link))
}

function decisions() {
  return readdirSync('docs/decisions').map((name) => `docs/decisions/${name}`)
}
