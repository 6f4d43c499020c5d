import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csv } from '@/lib/documents/csv'
import { ZipParts, zip } from '@/lib/documents/zip'
import { unzip } from './unzip'

const entries = fc
  .array(fc.uint8Array({ maxLength: 200 }), { minLength: 1, maxLength: 12 })
  .map((files) => files.map((bytes, index) => ({ name: `tệp-${index}.pdf`, bytes })))

test('packed in parts, by several hands, a zip is byte for byte the one packed at once', () => {
  fc.assert(
    fc.property(entries, fc.nat(12), (files, at) => {
      const first = new ZipParts()
      const head = files.slice(0, at).map((entry) => first.add(entry))
      const second = new ZipParts(first.soFar)
      const tail = files.slice(at).map((entry) => second.add(entry))
      const parts = Buffer.concat([...head, ...tail, ...second.close()])
      expect(parts.equals(zip(files))).toBe(true)
      expect([...unzip(parts)].map(([name, bytes]) => [name, Buffer.from(bytes)])).toEqual(
        files.map(({ name, bytes }) => [name, Buffer.from(bytes)]),
      )
    }),
  )
})

test('a list opens in Excel with its letters, and no cell of it is a formula', () => {
  const text = Buffer.from(
    csv([
      ['Họ và tên', 'Lý do'],
      ['=1+1', 'có "dấu"; và chấm phẩy'],
      ['-5', 'x'],
    ]),
  ).toString()
  expect(text).toBe('\ufeffHọ và tên;Lý do\r\n\'=1+1;"có ""dấu""; và chấm phẩy"\r\n\'-5;x\r\n')
})
