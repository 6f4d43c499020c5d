'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { useAct } from '@/components/people/use-act'
import { Button } from '@/components/ui/button'
import type { ListName } from '@/lib/domain/lists/specs'
import type { Result } from '@/lib/domain/result'

type View = { id: string; name: string; href: string; unitName: string | null; mine: boolean; isDefault: boolean }
type NewView = { list: ListName; name: string; query: string; unitId: string | null; isDefault: boolean }

type SavedViewsProps = {
  list: ListName
  views: readonly View[]
  /** The list as it stands, to be kept. */
  query: string
  /** Units it can be shared with, the nearest first. */
  units: readonly { id: string; name: string }[]
  save: (view: NewView) => Promise<Result<{ href: string }>>
  remove: (view: { id: string }) => Promise<Result<void>>
  choose: (choice: { list: ListName; id: string | null }) => Promise<Result<void>>
}

/** Lists kept under a name: opened, made the one a list begins with, removed; and the one on the screen kept. */
export function SavedViews({ list, views, query, units, save, remove, choose }: SavedViewsProps) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const saving = useAct(save)
  const removing = useAct(remove)
  const choosing = useAct(choose)
  const refused = saving.refused ?? removing.refused ?? choosing.refused
  const again = () => router.refresh()
  const keep = (data: FormData) => {
    const unitId = String(data.get('unit') ?? '')
    saving.run(
      {
        ...{ list, query, name: String(data.get('name') ?? ''), unitId: unitId === '' ? null : unitId },
        isDefault: data.get('default') === 'on',
      },
      () => {
        form.current?.reset()
        again()
      },
    )
  }
  return (
    <details className="views" key={query}>
      <summary>Bộ lọc đã lưu{views.length > 0 && ` (${views.length})`}</summary>
      <div>
        {views.length > 0 && (
          <ul>
            {views.map(({ id, name, href, unitName, mine, isDefault }) => (
              <li key={id}>
                <Link href={href} prefetch={false}>
                  {name}
                </Link>
                {unitName && <span className="meta">dùng chung, {unitName}</span>}
                {isDefault && <span className="meta">mặc định</span>}
                <Button look="small" onClick={() => choosing.run({ list, id: isDefault ? null : id }, again)}>
                  {isDefault ? 'Bỏ mặc định' : 'Đặt mặc định'}
                  <span className="vh"> {name}</span>
                </Button>
                {mine && (
                  <Button look="small" onClick={() => removing.run({ id }, again)}>
                    Xóa<span className="vh"> {name}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        <form ref={form} action={keep}>
          <label htmlFor="view-name">Lưu danh sách đang xem, đặt tên</label>
          <input
            className="input"
            id="view-name"
            name="name"
            autoComplete="off"
            aria-invalid={saving.fields.name ? true : undefined}
            aria-describedby={saving.fields.name && 'view-name-fault'}
          />
          {saving.fields.name && (
            <span className="bad" id="view-name-fault">
              {saving.fields.name}
            </span>
          )}
          {units.length > 0 && (
            <>
              <label htmlFor="view-unit">Dùng cho</label>
              <select className="input" id="view-unit" name="unit" defaultValue="">
                <option value="">Riêng tôi</option>
                {units.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name} và đơn vị trực thuộc
                  </option>
                ))}
              </select>
            </>
          )}
          <label className="choice">
            <input type="checkbox" name="default" />
            Mở danh sách này đầu tiên
          </label>
          <Button look="small" type="submit">
            Lưu bộ lọc
          </Button>
        </form>
        <p role="status">{refused && !saving.fields.name ? refused.message : saving.value ? 'Đã lưu bộ lọc.' : ''}</p>
      </div>
    </details>
  )
}
