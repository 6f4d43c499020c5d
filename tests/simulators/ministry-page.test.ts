import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Simulator } from '@/lib/simulators/national-simulator'
import { startNationalSimulator } from '@/lib/simulators/national-simulator'
import { aFile, envelope, logIn, send } from './wire'

let simulator: Simulator
beforeEach(async () => {
  simulator = await startNationalSimulator({ port: 0 })
})
afterEach(() => simulator.close())

const open = async (path: string) => {
  const answer = await fetch(`${simulator.url}${path}`)
  return { status: answer.status, policy: answer.headers.get('content-security-policy'), html: await answer.text() }
}

test('the page shows what is held, one by one, and says that it is a simulation', async () => {
  const token = await logIn(simulator)
  await send(simulator, token, envelope('ADD', aFile('087085001234', { HoVaTen: 'Nguyễn Thị <b>Sen</b>' })))
  await send(simulator, token, envelope('ADD', aFile('087085009999', { HoVaTen: 'Lê Văn Tám' })))
  const { html, policy } = await open('/')
  expect(policy).toContain("default-src 'none'")
  expect(html).toContain('2 hồ sơ.')
  expect(html).toContain('Nguyễn Thị &lt;b&gt;Sen&lt;/b&gt;')
  expect(html).toContain('Không phải dữ liệu của Bộ Nội vụ')
  const found = await open('/?q=tám')
  expect(found.html).toContain('1 hồ sơ.')
  expect(found.html).not.toContain('087085001234')
  const file = await open('/files/087085009999')
  expect(file.html).toContain('DS_QUATRINH_CONGTAC: 1 dòng')
  expect(file.html).toContain('201009')
  expect((await open('/files/1')).html).toContain('Không giữ hồ sơ này')
})

test('many are shown page by page', async () => {
  const token = await logIn(simulator)
  for (let index = 0; index < 51; index++)
    await send(simulator, token, envelope('ADD', aFile(String(87_000_000_000 + index).padStart(12, '0'))))
  expect((await open('/')).html).toContain('page=2')
  expect((await open('/?page=2')).html.match(/<th scope="row">/g)).toHaveLength(1)
})

test('beside a real installation it does not start', () => {
  const env = { ...process.env, DATABASE_URL: 'postgresql://elsewhere/portal', DEMO: '', PORTAL_MODE: '' }
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'national-simulator'], { env, encoding: 'utf8' })
  expect([status, stderr]).toEqual([1, expect.stringContaining('only in a demonstration')])
})
