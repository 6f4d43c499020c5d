import 'server-only'
import { lookup } from 'node:dns/promises'
import type { ConnectionProfile } from '@/lib/domain/exchange/connection-profile'
import { MOST_SKEW_MS, STEPS, type Step, type StepResult } from '@/lib/domain/exchange/connection-steps'
import { Entrance } from '../national/entrance'
import { type HttpAnswer, NoAnswer } from '../national/http'
import { Line } from '../national/line'
import { SecretMissing, type SecretReader } from '../national/secrets'

class Failed extends Error {}

/**
 * Walks from the secrets to an answer of the service, and says at each step what was found. The call carries an empty
 * message, which every counterpart refuses in its own words: nothing of anybody is sent.
 */
export async function tryConnection(
  profile: ConnectionProfile,
  secret: SecretReader,
  now: Date,
): Promise<StepResult[]> {
  const results: StepResult[] = []
  const run = async <T>(step: Step, work: () => Promise<[T, string]>): Promise<T> => {
    try {
      const [value, found] = await work()
      results.push({ step, state: 'good', found })
      return value
    } catch (error) {
      if (!(error instanceof Failed)) throw error
      results.push({ step, state: 'bad', found: error.message })
      throw error
    }
  }
  try {
    const line = await run('secrets', async () => [openLine(profile, secret), 'đủ'])
    await run('name', async () => [null, await addressOf(profile)])
    const answer = await run('line', () => reach(line, now))
    const token = await run('token', () => enter(line))
    await run('call', () => call(line, token))
    await run('clock', async () => [null, skew(answer, now)])
  } catch (error) {
    if (!(error instanceof Failed)) throw error
  }
  const tried = results.map(({ step }) => step)
  return [
    ...results,
    ...STEPS.filter((step) => !tried.includes(step)).map((step) => ({
      step,
      state: 'skipped' as const,
      found: 'chưa thử, bước trước hỏng',
    })),
  ]
}

function openLine(profile: ConnectionProfile, secret: SecretReader): Line {
  try {
    const line = new Line(profile, secret)
    const { entrance } = profile
    if (entrance.kind === 'login') secret(entrance.password)
    if (entrance.kind === 'clientCredentials' && entrance.client) secret(entrance.client.secret)
    return line
  } catch (error) {
    if (error instanceof SecretMissing) throw new Failed(`không có ${error.reference}`)
    throw new Failed('khóa hoặc chứng thư của máy chủ không đọc được')
  }
}

async function addressOf({ baseUrl }: ConnectionProfile): Promise<string> {
  const { hostname } = new URL(baseUrl)
  const found = await lookup(hostname.replace(/^\[|\]$/g, '')).catch(() => null)
  if (!found) throw new Failed(`không tìm thấy ${hostname}`)
  return `${hostname} là ${found.address}`
}

async function reach(line: Line, now: Date): Promise<[HttpAnswer, string]> {
  try {
    const answer = await line.post(new URL(line.profile.baseUrl), '', {})
    const { certificateUntil } = answer
    if (!certificateUntil) return [answer, 'nối được, không mã hóa (chỉ trong máy này)']
    const days = Math.floor((certificateUntil.getTime() - now.getTime()) / 86_400_000)
    return [answer, `nối được; chứng thư của nơi nhận còn ${days} ngày`]
  } catch (error) {
    if (error instanceof NoAnswer) throw new Failed(error.message)
    throw error
  }
}

async function enter(line: Line): Promise<[string, string]> {
  const token = await new Entrance(line).token()
  if (token === '') return ['', 'kênh này không cần']
  if (typeof token === 'string') return [token, 'nhận được']
  throw new Failed(token.kind === 'blocked' ? 'bị từ chối' : 'không có trả lời dùng được')
}

async function call(line: Line, token: string): Promise<[null, string]> {
  const { url, headers } = line.messageCall()
  try {
    const authorization = token === '' ? {} : { authorization: `Bearer ${token}` }
    const { status, headers: heard, text } = await line.postJson(url, {}, { ...headers, ...authorization })
    const fault = heard['x-road-error']
    if (fault) throw new Failed(`nền tảng trao đổi báo ${fault}`)
    // 400, or 200 with a complaint: the service read our empty message and refused it, which is what was wanted.
    if (status === 400 || (status === 200 && text.includes('err_code')))
      return [null, `dịch vụ trả lời (HTTP ${status})`]
    throw new Failed(`HTTP ${status}`)
  } catch (error) {
    if (error instanceof NoAnswer) throw new Failed(error.message)
    throw error
  }
}

function skew({ headers }: HttpAnswer, now: Date): string {
  const theirs = Date.parse(headers.date ?? '')
  if (Number.isNaN(theirs)) return 'nơi nhận không cho biết giờ'
  const seconds = Math.round(Math.abs(theirs - now.getTime()) / 1000)
  if (seconds * 1000 > MOST_SKEW_MS) throw new Failed(`lệch ${Math.round(seconds / 60)} phút`)
  return seconds < 2 ? 'khớp' : `lệch ${seconds} giây`
}
