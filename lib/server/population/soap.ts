import 'server-only'
import { type AskedIdentity, wireName } from '@/lib/domain/population/asked-identity'
import type { PopulationProfile } from '@/lib/domain/population/population-profile'

export type Question = { requestNo: string; officerCode: string; identity: AskedIdentity }

/** XacThucThongTinCongDan of `http://dancuquocgia.bca`, SOAP 1.1. The other side reads the elements in this order. */
export function questionXml(question: Question, { integration, service, birthDate }: PopulationProfile): string {
  const { requestNo, officerCode, identity } = question
  const elements = [
    ['MaYeuCau', requestNo],
    [service.as, service.code],
    ['MaTichHop', integration],
    ['MaCanBo', officerCode],
    [identity.citizenId.length === 9 ? 'SoCMND' : 'SoDinhDanh', identity.citizenId],
    ['HoVaTen', wireName(identity.fullName)],
  ].map(([name, value]) => `<dc:${name}>${escaped(value ?? '')}</dc:${name}>`)
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:dc="http://dancuquocgia.bca">' +
    `<soapenv:Header/><soapenv:Body><dc:XacThucThongTinCongDan>${elements.join('')}${born(identity.birth, birthDate)}` +
    '</dc:XacThucThongTinCongDan></soapenv:Body></soapenv:Envelope>'
  )
}

/** A whole day, or the year where the record knows no more. */
function born(birth: string, form: PopulationProfile['birthDate']): string {
  const value =
    birth.length === 10
      ? `<dc:NgayThangNam>${form === 'yyyyMMdd' ? birth.replaceAll('-', '') : birth}</dc:NgayThangNam>`
      : `<dc:Nam>${birth.slice(0, 4)}</dc:Nam>`
  return `<dc:NgayThangNamSinh>${value}</dc:NgayThangNamSinh>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)

export type Heard = { kind: 'answer'; exists: boolean } | { kind: 'quota' } | { kind: 'fault' } | { kind: 'garbled' }

/**
 * The one word that is read of an answer: whether these three values are somebody's. Everything else it may hold is
 * passed over. A declaration of entities, or two answers in one, is none.
 */
export function readAnswer(xml: string): Heard {
  if (!/<(\w+:)?Envelope[\s>]/.test(xml) || !/<\/(\w+:)?Envelope>\s*$/.test(xml) || xml.includes('<!'))
    return { kind: 'garbled' }
  if (/<(\w+:)?Fault[\s>]/.test(xml)) return /QUOTA|VUOT_HAN_MUC/i.test(xml) ? { kind: 'quota' } : { kind: 'fault' }
  const said = [...xml.matchAll(/<(?:\w+:)?TonTai>\s*(true|false)\s*<\/(?:\w+:)?TonTai>/g)]
  return said.length === 1 ? { kind: 'answer', exists: said[0]?.[1] === 'true' } : { kind: 'garbled' }
}
