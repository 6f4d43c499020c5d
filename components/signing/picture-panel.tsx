'use client'

import { useRouter } from 'next/navigation'
import { type ChangeEvent, useRef, useState } from 'react'
import { type UnitChoice, UnitSelect } from '@/components/people/unit-select'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import { Fault } from '@/components/ui/fault'
import { Panel } from '@/components/ui/panel'
import type { Result } from '@/lib/domain/result'

type Props = {
  /** The agencies whose seal this reader may set; null for one's own signature. */
  units: readonly UnitChoice[] | null
  title: string
  /** What stands there now, as the page may show it; of several agencies none is shown. */
  shown: string | null
  hint: string
  set: (input: { unitId: string | null; file: string | null }) => Promise<Result<unknown>>
}

/** The picture that stands where one signs or seals; without one, words do. */
export function PicturePanel({ units, title, shown, hint, set }: Props) {
  const router = useRouter()
  const { run, busy, refused } = useAct(set)
  const [file, setFile] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const id = units ? 'seal-picture' : 'own-picture'
  const unitNow = () =>
    units && (document.querySelector<HTMLSelectElement>('#picture-unit')?.value ?? units[0]?.id ?? null)
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? []
    setFile(chosen ? await base64Of(chosen) : '')
  }
  const done = () => {
    if (input.current) input.current.value = ''
    setFile('')
    router.refresh()
  }
  const several = (units?.length ?? 0) > 1
  const fault = refused && (refused.fields?.file ?? refused.message)
  return (
    <Panel title={title}>
      {shown ? (
        // biome-ignore lint/performance/noImgElement: the picture is in the page itself, there is nothing to load
        <img className="signature-picture" src={shown} alt={title} />
      ) : (
        !several && <p>Chưa có hình. Ô chữ ký in tên và thời gian ký.</p>
      )}
      <div className="stack">
        {units && several && (
          <>
            <label htmlFor="picture-unit">Cơ quan có con dấu</label>
            <UnitSelect id="picture-unit" name="pictureUnit" units={units} chosen={units[0]?.id ?? null} />
          </>
        )}
        <label htmlFor={id}>Ảnh PNG nền trong suốt</label>
        <input
          ref={input}
          className="input"
          id={id}
          type="file"
          accept="image/png,.png"
          onChange={choose}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault ${id}-hint` : `${id}-hint`}
        />
        <div role="alert">{fault && <Fault id={`${id}-fault`}>{fault}</Fault>}</div>
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
        <p className="acts">
          <Button aria-busy={busy} onClick={() => run({ unitId: unitNow(), file }, done)}>
            Dùng hình này
          </Button>
          {(shown || several) && (
            <Button look="small" aria-busy={busy} onClick={() => run({ unitId: unitNow(), file: null }, done)}>
              Bỏ hình
            </Button>
          )}
        </p>
      </div>
    </Panel>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
