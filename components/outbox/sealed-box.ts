export type SealingKey = CryptoKey

/** AES-GCM from the account's own 256 bits, base64; null where the browser has no cryptography (plain http). */
export async function sealingKey(base64: string): Promise<SealingKey | null> {
  if (globalThis.crypto?.subtle === undefined) return null
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

export async function seal(key: SealingKey, value: unknown) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  return { iv, box: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain) }
}

/** Rejects what was sealed with another key. */
export async function openBox<T>(key: SealingKey, iv: Uint8Array<ArrayBuffer>, box: ArrayBuffer): Promise<T> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, box)
  return JSON.parse(new TextDecoder().decode(plain)) as T
}
