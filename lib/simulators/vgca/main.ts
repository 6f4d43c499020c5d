/**
 * `npm run vgca-simulator -- thutruong`: the simulated VGCA Sign Service on this machine, with the demonstration key of that account
 * (`DATA_FOLDER/demo-keys/<account>.p12`) on its token. VGCA_SIMULATOR_PORT (8987), DATA_FOLDER (data).
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readToken } from './token-file'
import { VGCA_FAULTS } from './vgca-faults'
import { startVgcaSimulator } from './vgca-simulator'

const { VGCA_SIMULATOR_PORT = '8987', DATA_FOLDER = 'data' } = process.env
const [account = 'thutruong', wrong = account === 'giamdoc.snv' ? 'thutruong' : 'giamdoc.snv'] = process.argv.slice(2)
const token = (name: string) => {
  const path = join(DATA_FOLDER, 'demo-keys', name)
  return existsSync(`${path}.p12`) ? readToken(path, 'demo-key') : null
}

const usual = token(account)
if (!usual) {
  console.error(
    `There is no key ${join(DATA_FOLDER, 'demo-keys', `${account}.p12`)}: start the demonstration first (npm start).`,
  )
  process.exit(1)
}
const other = token(wrong)
const simulator = await startVgcaSimulator({
  port: Number(VGCA_SIMULATOR_PORT),
  tokens: { usual, ...(other && { wrong: other }) },
  holder: account,
  say: (line) => console.log(`${new Date().toISOString()} ${line}`),
})
console.log(
  `Công cụ VGCA MÔ PHỎNG (không phải công cụ thật) · simulated tool: ${simulator.url}, khóa của · key of ${account}`,
)
console.log(
  `Mở một lần và chấp nhận chứng chỉ · open once and accept the certificate: ${simulator.url.replace('wss', 'https')}`,
)
console.log(
  `Lỗi thử · faults: curl -k -d '{"kind":"userCancels"}' ${simulator.url.replace('wss', 'https')}/__sim/faults`,
)
console.log(`  ${VGCA_FAULTS.join(' ')}`)

const end = () => void simulator.close().then(() => process.exit(0))
process.once('SIGTERM', end)
process.once('SIGINT', end)
