import { expect, test } from 'vitest'
import { ConnectionProfile } from '@/lib/domain/exchange/connection-profile'

const login = {
  id: 'bo-noi-vu',
  title: 'Bộ Nội vụ, kết nối thẳng',
  baseUrl: 'https://csdlqg.example.vn',
  orgCode: '000.00.00.H20',
  entrance: { kind: 'login', username: 'dongthap', password: 'env:NATIONAL_PASSWORD' },
}
const complaintsOf = (profile: object) =>
  ConnectionProfile.safeParse(profile).error?.issues.map(({ path }) => path.join('.')) ?? []

test('R171: the three ways of connecting are profiles, and differ in nothing but words', () => {
  const lgsp = {
    ...login,
    entrance: { kind: 'clientCredentials', url: 'https://lgsp.example.vn/token' },
    headers: { lgspaccesstoken: { base64json: { AccessKey: 'env:LGSP_KEY', PartnerCode: { text: 'H20' } } } },
  }
  const xRoad = {
    ...login,
    entrance: { kind: 'none' },
    headers: { ApiKey: { secret: 'file:/run/secrets/ndxp-key' } },
    xRoad: { client: 'VN/GOV/H20/HOSO', service: 'VN/GOV/G09/CBCCVC/m0001' },
    tls: { certificate: 'file:/etc/portal/client.pem', key: 'file:/etc/portal/client.key' },
  }
  for (const profile of [login, lgsp, xRoad]) expect(complaintsOf(profile)).toEqual([])
  expect(ConnectionProfile.parse(login)).toMatchObject({
    messagePath: '/apisyncmsg/syncmsg/servicem0001',
    wire: { absent: 'empty', personKey: 'citizenId', unitCode: 'agencyCode' },
    pace: { connections: 4, perSecond: 20 },
  })
})

test.each([
  ['a secret written out', { entrance: { ...login.entrance, password: 'mat-khau' } }, 'entrance.password'],
  ['a secret header written out', { headers: { ApiKey: { secret: 'abc' } } }, 'headers.ApiKey.secret'],
  ['a line in the clear', { baseUrl: 'http://csdlqg.example.vn' }, 'baseUrl'],
  ['a setting nobody knows', { retries: 3 }, ''],
  ['half an X-Road name', { xRoad: { client: 'VN', service: 'VN/GOV/G09/CBCCVC' } }, 'xRoad.client'],
])('refused: %s', (_name, wrong, where) => {
  expect(complaintsOf({ ...login, ...wrong })).toEqual([where])
})

test('in the clear only on this machine', () => {
  expect(complaintsOf({ ...login, baseUrl: 'http://127.0.0.1:4010' })).toEqual([])
})
