/** `npm run admin:create -- --citizen-id 087…`: run by lib/start/admin-create.ts, which prepares the database for it. */
import { parseArgs } from 'node:util'
import { messageOf } from '@/lib/domain/messages'
import { Refusal } from '@/lib/domain/refusal'
import { transact } from '@/lib/server/call'
import { now, today } from '@/lib/server/clock'
import { FirstAdministrator, makeFirstAdministrator } from '@/lib/server/people/first-administrator'

const { values } = parseArgs({
  options: { 'citizen-id': { type: 'string' }, name: { type: 'string' }, unit: { type: 'string' } },
})

try {
  const input = FirstAdministrator.parse({
    citizenId: values['citizen-id'],
    fullName: values.name,
    unitCode: values.unit,
  })
  const slip = await makeFirstAdministrator({ transact, input, now: now(), today: today() })
  console.log(`Quản trị cấp tỉnh · Province administrator: ${slip.username}`)
  console.log(`Mật khẩu dùng một lần · One-time password: ${slip.oneTimePassword}`)
  process.exit(0)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error([messageOf(error), ...Object.values(error.fields ?? {})].join(' '))
  process.exit(1)
}
