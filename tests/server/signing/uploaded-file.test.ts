import '../../support/every-way'
import { expect, test } from 'vitest'
import { uploadedFile } from '@/lib/server/signing/uploaded-file'

const MIB = 1024 * 1024

function posted(field: string, bytes: Uint8Array) {
  const form = new FormData()
  form.set(field, new Blob([new Uint8Array(bytes)]), 'da-ky.pdf')
  return new Request('https://ho-so.test/api/signing/upload?t=x', { method: 'POST', body: form })
}

test('the file of the form is read, whatever its name', async () => {
  const { bytes, name } = await uploadedFile(posted('uploadfile', Buffer.from('%PDF-1.7')))
  expect(Buffer.from(bytes).toString()).toBe('%PDF-1.7')
  expect(name).toBe('da-ky.pdf')
})

test('a file above 20 MB is refused, whether its length is told or not', async () => {
  await expect(uploadedFile(posted('uploadfile', Buffer.alloc(20 * MIB + 1)))).rejects.toMatchObject({ status: 413 })
  let sent = 0
  const endless = new ReadableStream({
    pull(stream) {
      sent += MIB
      stream.enqueue(Buffer.alloc(MIB))
    },
  })
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const init = { method: 'POST', body: endless, headers, duplex: 'half' } as RequestInit
  await expect(uploadedFile(new Request('https://ho-so.test/', init))).rejects.toMatchObject({ status: 413 })
  expect(sent).toBeLessThan(25 * MIB)
})

test('what is no form, or has no such file, is refused', async () => {
  await expect(uploadedFile(posted('file', Buffer.from('x')))).rejects.toMatchObject({ status: 400 })
  const plain = new Request('https://ho-so.test/', { method: 'POST', body: '%PDF-1.7' })
  await expect(uploadedFile(plain)).rejects.toMatchObject({ status: 400 })
  const broken = { 'content-type': 'multipart/form-data; boundary=x' }
  const garbled = new Request('https://ho-so.test/', { method: 'POST', body: 'không phải', headers: broken })
  await expect(uploadedFile(garbled)).rejects.toMatchObject({ status: 400 })
})
