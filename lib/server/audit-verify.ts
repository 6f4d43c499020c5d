/** npm run audit:verify — recomputes the chain of the log. Exit 0 when it holds, 1 at the first broken link. */
import 'server-only'
import { verifyAudit } from './audit-seal'
import { db } from './db'

const { seals, events, unsealed, head, broken } = await verifyAudit(db)
console.log(
  broken
    ? `Nhật ký bị đứt ở niêm phong số ${broken.seal}: ${broken.why}.`
    : `Nhật ký nguyên vẹn: ${events} dòng trong ${seals} niêm phong, ${unsealed} dòng chưa niêm phong. Đầu chuỗi ${head ?? 'chưa có'}.`,
)
await db.$disconnect()
process.exit(broken ? 1 : 0)
