'use client'

import { useRouter } from 'next/navigation'
import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react'
import { tellLock } from '@/components/lock/lock-signal'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import { CutFrame } from './cut-frame'
import { type Cut, jpegOf, WHOLE } from './photo-cut'
import { SendProgress } from './send-progress'
import { type Upload, upload } from './upload'

/** Choose a picture, cut it to 4 × 6, send it. It is cut here: what lies outside the frame never leaves the device. */
export function PhotoDialog({ recordId, onClose }: { recordId: string; onClose: () => void }) {
  const id = useId()
  const router = useRouter()
  const canvas = useRef<HTMLCanvasElement>(null)
  const under = useRef<Upload>(null)
  const [picture, setPicture] = useState<ImageBitmap | null>(null)
  const [cut, setCut] = useState<Cut>(WHOLE)
  const [share, setShare] = useState<number | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  useEffect(() => () => picture?.close(), [picture])

  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    setFault(null)
    setCut(WHOLE)
    const opened = file ? await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null) : null
    setPicture(opened)
    if (file && !opened) setFault('Không mở được tệp này như một ảnh. Chọn ảnh JPEG hoặc PNG khác.')
  }
  const send = async () => {
    if (share !== null || !picture || !canvas.current) return
    setFault(null)
    setShare(0)
    const blob = await jpegOf(canvas.current)
    if (blob) {
      under.current = upload(
        blob,
        { record: recordId, section: 'identity', code: 'photo', name: 'anh-4x6.jpg' },
        setShare,
      )
      const answer = await under.current.answer
      setShare(null)
      if (answer.id !== undefined) {
        router.refresh()
        return onClose()
      }
      if (answer.code === 'sessionLocked') tellLock('locked')
      return setFault(answer.message ?? 'Chưa gửi được ảnh. Bấm gửi lại.')
    }
    setShare(null)
    setFault('Máy này chưa cắt được ảnh. Thử trình duyệt khác.')
  }
  return (
    <dialog
      ref={opened}
      className="question evidence-dialog"
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      onCancel={() => under.current?.cancel()}
    >
      <h2 id={`${id}-title`}>Ảnh màu 4×6</h2>
      <div className="evidence-fields">
        <div className="field">
          <label htmlFor={`${id}-file`}>Ảnh</label>
          <input
            className="input"
            type="file"
            id={`${id}-file`}
            accept="image/jpeg,image/png"
            onChange={choose}
            aria-describedby={`${id}-hint`}
          />
          <p className="hint" id={`${id}-hint`}>
            Ảnh chụp trong 6 tháng, thấy rõ mặt. Phần ngoài khung không gửi đi.
          </p>
        </div>
        {picture && <CutFrame canvas={canvas} picture={picture} cut={cut} onCut={setCut} />}
      </div>
      <div role="alert">{fault && <Fault id={`${id}-fault`}>{fault}</Fault>}</div>
      {share !== null && <SendProgress share={share} />}
      <p className="acts">
        <Button
          onClick={() => {
            under.current?.cancel()
            onClose()
          }}
        >
          {share === null ? 'Đóng' : 'Dừng gửi'}
        </Button>
        {picture && (
          <Button look="main" icon="up" onClick={send} aria-busy={share !== null}>
            Gửi ảnh
          </Button>
        )}
      </p>
    </dialog>
  )
}

const opened = (dialog: HTMLDialogElement | null) => {
  if (dialog && !dialog.open) dialog.showModal()
}
