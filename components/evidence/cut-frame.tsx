'use client'

import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useId } from 'react'
import { type Cut, draw, FRAME, MOST_ZOOM, moved } from './photo-cut'

type CutFrameProps = {
  canvas: RefObject<HTMLCanvasElement | null>
  picture: ImageBitmap
  cut: Cut
  onCut: (cut: Cut) => void
}

const STEPS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -0.02, y: 0 },
  ArrowRight: { x: 0.02, y: 0 },
  ArrowUp: { x: 0, y: -0.02 },
  ArrowDown: { x: 0, y: 0.02 },
}

/** The frame of the form over the picture: dragged, or moved with the arrow keys; the slider comes nearer. */
export function CutFrame({ canvas, picture, cut, onCut }: CutFrameProps) {
  const id = useId()
  useEffect(() => {
    if (canvas.current) draw(canvas.current, picture, cut)
  }, [canvas, picture, cut])

  const drag = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons !== 1) return
    const { width, height } = event.currentTarget.getBoundingClientRect()
    onCut(moved(picture, cut, { x: -event.movementX / width, y: -event.movementY / height }))
  }
  const step = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    if (!by) return
    event.preventDefault()
    onCut(moved(picture, cut, by))
  }
  return (
    <div className="cut">
      <canvas
        ref={canvas}
        {...FRAME}
        tabIndex={0}
        role="img"
        aria-label="Ảnh trong khung 4×6"
        aria-describedby={`${id}-how`}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={step}
      />
      <div className="cut-acts">
        <label htmlFor={`${id}-zoom`}>Lại gần</label>
        <input
          type="range"
          id={`${id}-zoom`}
          min={1}
          max={MOST_ZOOM}
          step={0.05}
          value={cut.zoom}
          onChange={({ target }) => onCut(moved(picture, { ...cut, zoom: Number(target.value) }, { x: 0, y: 0 }))}
        />
        <p className="hint" id={`${id}-how`}>
          Kéo ảnh, hoặc dùng các phím mũi tên, cho mặt nằm giữa khung.
        </p>
      </div>
    </div>
  )
}
