import { now } from '@/lib/server/clock'
import { clientOf, hasClients } from '@/lib/server/one-stop/clients'
import { slowedDown } from '@/lib/server/one-stop/slowed-down'
import { StaffNumber, verifyStaff } from '@/lib/server/one-stop/verify-staff'

/** Whether the bearer of a number is on the staff, where and as what: for portals and one-stop offices (R163). */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  if (!hasClients()) return new Response(null, { status: 404 })
  const at = now()
  const client = clientOf(request.headers.get('authorization'), at)
  if (!client) return answer(401, { error: 'invalid_token' })
  const slowed = await slowedDown(`client ${client.id}`, 'staff', at)
  if (slowed) return slowed
  const number = StaffNumber.safeParse((await params).id)
  return answer(200, number.success ? await verifyStaff(client, number.data, at) : { valid: false })
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
