/** Where a picture lies behind the frame: its middle, as shares of itself, and how much of it the frame takes in. */
export type Cut = { x: number; y: number; zoom: number }

export const WHOLE: Cut = { x: 0.5, y: 0.5, zoom: 1 }
export const MOST_ZOOM = 4

/** 4 × 6 cm at 300 dots to the inch and more: sharp in print, small on the line. */
export const FRAME = { width: 600, height: 900 }

type Size = { width: number; height: number }

/** The part of the picture the frame shows, in dots of the picture. */
export function partOf({ width, height }: Size, { x, y, zoom }: Cut) {
  const ratio = FRAME.width / FRAME.height
  const whole = width / height > ratio ? { width: height * ratio, height } : { width, height: width / ratio }
  const part = { width: whole.width / zoom, height: whole.height / zoom }
  const left = within(x * width - part.width / 2, width - part.width)
  const top = within(y * height - part.height / 2, height - part.height)
  return { left, top, ...part }
}

/** The cut moved by shares of the frame; it never leaves the picture. */
export function moved(size: Size, cut: Cut, by: { x: number; y: number }): Cut {
  const part = partOf(size, cut)
  const left = within(part.left + by.x * part.width, size.width - part.width)
  const top = within(part.top + by.y * part.height, size.height - part.height)
  return { ...cut, x: (left + part.width / 2) / size.width, y: (top + part.height / 2) / size.height }
}

const within = (at: number, most: number) => Math.min(Math.max(at, 0), Math.max(most, 0))

/** Draws what the frame shows. */
export function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, cut: Cut) {
  const pen = canvas.getContext('2d')
  if (!pen) return
  const { left, top, width, height } = partOf(picture, cut)
  pen.imageSmoothingQuality = 'high'
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, left, top, width, height, 0, 0, canvas.width, canvas.height)
}

/** The cut as a file. */
export const jpegOf = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
