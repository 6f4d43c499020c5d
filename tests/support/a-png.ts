import { crc32, deflateSync } from 'node:zlib'

type Point = [red: number, green: number, blue: number, alpha: number]

/** A picture with a transparent ground, point by point. */
export function aPng(width: number, height: number, point: (x: number, y: number) => Point): Buffer {
  const lines = Array.from({ length: height }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: width }, (_, x) => point(x, y)).flat()]),
  )
  return pngOf(width, height, deflateSync(Buffer.concat(lines)))
}

/** Of whatever is said to be its points. */
export function pngOf(width: number, height: number, packed: Uint8Array): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from('Author\0Ai đó')),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** A blue stroke as of a pen. */
export const aSignature = () =>
  aPng(420, 150, (x, y) => {
    const at = 75 + 45 * Math.sin(x / 28) * Math.cos(x / 90)
    return Math.abs(y - at) < 5 ? [13, 51, 140, 255] : [0, 0, 0, 0]
  })

/** A red ring with a star, as of a seal. */
export const aSeal = () =>
  aPng(400, 400, (x, y) => {
    const [dx, dy] = [x - 200, y - 200]
    const far = Math.hypot(dx, dy)
    const ray = Math.abs(Math.sin(2.5 * Math.atan2(dy, dx) + Math.PI / 4)) * 60
    const drawn = (far > 180 && far < 196) || (far > 120 && far < 127) || far < 20 + ray
    return drawn ? [191, 13, 26, 235] : [0, 0, 0, 0]
  })
