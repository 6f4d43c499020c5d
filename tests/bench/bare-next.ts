import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { NEXT } from '@/lib/start/build'
import type { Crew, Env } from '@/lib/start/crew'

/** A Next application of one page that does nothing but be as heavy as it is asked to be: the floor of the framework. */
const FILES: Record<string, string> = {
  'package.json': '{ "private": true, "type": "module" }\n',
  'next.config.js': `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(resolve('.'))} }, typescript: { ignoreBuildErrors: true } }\n`,
  'app/layout.jsx': `export default function Layout({ children }) {
  return <html lang="vi"><body>{children}</body></html>
}
`,
  'app/page.jsx': `export default async function Page({ searchParams }) {
  const rows = Number((await searchParams).rows ?? 1)
  return <main>{Array.from({ length: rows }, (_, at) => (
    <div className="row" key={at}><span className="no">{at}</span><div>Nội dung của một dòng như trong hồ sơ</div></div>
  ))}</main>
}
`,
}

/** Built once; a change of these files or of Next builds it again. */
export async function buildBareNext(crew: Crew, env: Env, folder: string): Promise<void> {
  const wanted = `${readFileSync('package-lock.json', 'utf8').length}\n${JSON.stringify(FILES)}`
  const stamp = join(folder, 'built-from')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  for (const [name, text] of Object.entries(FILES)) {
    const path = join(folder, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
  }
  await crew.run('Building the bare page', [NEXT, 'build', folder], { ...env, NODE_ENV: 'production' })
  writeFileSync(stamp, wanted)
}
