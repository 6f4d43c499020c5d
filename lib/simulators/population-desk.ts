import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** The demonstration's account at the simulated population database. It opens nothing but this simulator. */
export const DEMO_POPULATION = {
  user: 'dongthap',
  secret: 'mo-phong',
  url: 'https://dancu.mo-phong/xacthuc',
  integration: '003',
}

/** A citizen as that database has them; `born` yyyyMMdd or yyyy. */
export type Citizen = { number: string; name: string; born: string }

const MOST_SKEW_MS = 5 * 60_000
/** One in so many of those nobody told of is known there under another day of birth. */
const ONE_IN = 25

type Told = { citizens?: Citizen[]; quota?: number | null }

/**
 * XacThucThongTinCongDan of the population database: SOAP 1.1, digest in place of a password, one answer, TonTai. Whoever
 * was told by `PUT /__sim/population` is judged by that; of the others most are as they are asked for, and which are not
 * follows from the seed and the number alone.
 */
export class PopulationDesk {
  #citizens = new Map<string, Citizen>()
  #quota: number | null = null
  #asked = 0

  constructor(private readonly seed: string) {}

  tell({ citizens, quota }: Told) {
    if (citizens) this.#citizens = new Map(citizens.map((citizen) => [citizen.number, citizen]))
    if (quota !== undefined) this.#quota = quota
    this.#asked = 0
  }

  answer(xml: string, headers: IncomingHttpHeaders, now: Date): string {
    if (!mayAsk(headers, now)) return fault('AUTH', 'Xác thực không thành công')
    const question = read(xml)
    if (!question) return fault('INPUT', 'Gói tin không đúng cấu trúc')
    if (this.#quota !== null && this.#asked >= this.#quota) return fault('QUOTA', 'Đã vượt hạn mức trong ngày')
    this.#asked += 1
    return envelope(
      `<XacThucThongTinCongDanResponse xmlns="http://dancuquocgia.bca"><MaYeuCau>${question.requestNo}</MaYeuCau>` +
        `<KetQuaXacThuc><TonTai>${this.#knows(question)}</TonTai></KetQuaXacThuc></XacThucThongTinCongDanResponse>`,
    )
  }

  #knows({ number, name, born }: Citizen): boolean {
    const citizen = this.#citizens.get(number)
    if (citizen)
      return spelled(citizen.name) === spelled(name) && (citizen.born === born || citizen.born.slice(0, 4) === born)
    const chance = createHash('sha256').update(`${this.seed} ${number}`).digest().readUInt32BE()
    return chance % ONE_IN !== 0
  }
}

/** Accents count, the size of letters does not. */
const spelled = (name: string) => name.normalize('NFC').trim().toLocaleUpperCase('vi')

/** In the order in which the service reads them; what comes in another is not understood. */
const QUESTION =
  /<\w+:XacThucThongTinCongDan>\s*<\w+:MaYeuCau>([^<]{1,40})<\/\w+:MaYeuCau>\s*<\w+:(?:MaDVC|MaDichVu)>[^<]+<\/\w+:(?:MaDVC|MaDichVu)>\s*<\w+:MaTichHop>(\d+)<\/\w+:MaTichHop>\s*<\w+:MaCanBo>([^<]{1,20})<\/\w+:MaCanBo>\s*<\w+:(?:SoDinhDanh>(\d{12})|SoCMND>(\d{9}))<\/[\w:]+>\s*<\w+:HoVaTen>([^<]{1,100})<\/\w+:HoVaTen>\s*<\w+:NgayThangNamSinh>\s*<\w+:(?:NgayThangNam>(\d{8}|\d{4}-\d\d-\d\d)|Nam>(\d{4}))<\/[\w:]+>/

function read(xml: string): (Citizen & { requestNo: string }) | null {
  const [, requestNo, integration, , citizenId, oldNumber, name, day, year] = QUESTION.exec(xml) ?? []
  if (!requestNo || !name || integration !== DEMO_POPULATION.integration) return null
  const number = citizenId ?? oldNumber ?? ''
  return { requestNo, number, name: unescaped(name), born: (day ?? year ?? '').replaceAll('-', '') }
}

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

function mayAsk({ authorization = '', timestamp }: IncomingHttpHeaders, now: Date): boolean {
  const time = String(timestamp ?? '')
  const at = time.length > 11 ? Number(time) : Number(time) * 1000
  if (!(Math.abs(at - now.getTime()) <= MOST_SKEW_MS)) return false
  const { user, secret, url } = DEMO_POPULATION
  const proof = createHash('sha256')
    .update(url + user + time + secret)
    .digest('hex')
  return authorization === `Basic ${Buffer.from(`${user}:${proof}`).toString('base64')}`
}

const envelope = (body: string) =>
  '<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">' +
  `<soap:Body>${body}</soap:Body></soap:Envelope>`

const fault = (code: string, message: string) =>
  envelope(`<soap:Fault><faultcode>${code}</faultcode><faultstring>${message}</faultstring></soap:Fault>`)
