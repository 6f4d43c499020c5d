import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { Environment, read } from '@/lib/server/env'
import { readSettings } from '@/lib/start/settings'

const example = parseEnv(readFileSync('.env.example', 'utf8'))
const whatTheLauncherAdds = {
  DATABASE_URL: 'postgresql://portal_application@localhost/portal',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  SECOND_FACTOR_KEY: 'y'.repeat(32),
  PORTAL_MODE: 'demonstration',
}

test('.env.example names everything the application reads', () => {
  expect(Object.keys(example)).toEqual(expect.arrayContaining(Object.keys(Environment.shape)))
})

test('.env.example, copied, starts a demonstration', () => {
  expect(readSettings(example)).toMatchObject({ port: 3000, mode: 'demonstration', databaseUrl: null })
  expect(read({ ...example, ...whatTheLauncherAdds })).toMatchObject({
    DATA_FOLDER: 'data',
  })
})

test('what is missing is named', () => {
  expect(() => read({})).toThrow(/DATABASE_URL[\s\S]*NEXTAUTH_SECRET|NEXTAUTH_SECRET[\s\S]*DATABASE_URL/)
})

test('a real installation has no day of its own', () => {
  const day = { ...whatTheLauncherAdds, PORTAL_TODAY: '2026-11-27' }
  expect(read(day).PORTAL_TODAY).toBe('2026-11-27')
  expect(() => read({ ...day, PORTAL_MODE: 'production' })).toThrow('PORTAL_TODAY')
})

test('letters need a server, a sender and an address of the portal, or none of them', () => {
  const mail = { SMTP_URL: 'smtps://cong:mat-khau@mail.vn', MAIL_FROM: 'hoso@dongthap.gov.vn' }
  expect(() => read({ ...whatTheLauncherAdds, ...mail })).toThrow('belong together')
  expect(read({ ...whatTheLauncherAdds, ...mail, PORTAL_URL: 'https://hoso.vn' }).MAIL_FROM).toBe(mail.MAIL_FROM)
  const wrong = () => read({ ...whatTheLauncherAdds, ...mail, SMTP_URL: 'https://cong:mat-khau@mail.vn' })
  expect(wrong).toThrow(/SMTP_URL/)
  expect(wrong).not.toThrow(/mat-khau/)
})

test('the ways of signing are named, the tool listens on the signer’s machine only, and it needs the portal’s address', () => {
  expect(read(whatTheLauncherAdds).SIGNING_WAYS).toEqual(['keyFile', 'upload'])
  expect(() => read({ ...whatTheLauncherAdds, SIGNING_WAYS: 'usb' })).toThrow('SIGNING_WAYS')
  const withTool = { ...whatTheLauncherAdds, SIGNING_WAYS: 'vgca,upload' }
  expect(() => read(withTool)).toThrow('PORTAL_URL')
  expect(read({ ...withTool, PORTAL_URL: 'https://ho-so.test' }).VGCA_TOOL_URL).toBe('wss://127.0.0.1:8987')
  expect(() => read({ ...withTool, VGCA_TOOL_URL: 'wss://10.1.2.3:8987' })).toThrow('VGCA_TOOL_URL')
})
