/** npm run --silent audit:check -- file.jsonl [--fingerprint a1b2:…]: judges an export of the log without database or server. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { checkAuditExport } from '../documents/audit-export'

const { values, positionals } = parseArgs({
  options: { fingerprint: { type: 'string' } },
  allowPositionals: true,
})
const [file] = positionals
if (file === undefined) {
  console.error('Cách dùng: npm run --silent audit:check -- nhat-ky.jsonl [--fingerprint vân-tay-khóa]')
  process.exit(2)
}
const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: 0 })
const { statement, fingerprint, fault } = await checkAuditExport(lines)
const stranger = values.fingerprint !== undefined && fingerprint !== null && values.fingerprint !== fingerprint
if (fault !== null || stranger) {
  console.log(
    `Tệp nhật ký không nguyên vẹn: ${fault ?? `khóa ký là ${fingerprint}, không phải ${values.fingerprint}`}.`,
  )
  process.exit(1)
}
console.log(
  `Tệp nhật ký nguyên vẹn: ${statement?.events} dòng trong ${statement?.seals} niêm phong, ${statement?.exportedBy} xuất lúc ${statement?.exportedAt}.\n` +
    `Đầu chuỗi lúc xuất: niêm phong số ${statement?.chainHead.id}, ${statement?.chainHead.hash}.\n` +
    `Vân tay khóa ký: ${fingerprint}${values.fingerprint === undefined ? '; so với vân tay Sở Nội vụ đã công bố' : ''}.`,
)
