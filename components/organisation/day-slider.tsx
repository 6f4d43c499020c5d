'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { sayDay } from '@/lib/domain/calendar'

type DaySliderProps = {
  /** Where the slider stops, in order. */
  days: readonly string[]
  on: string
  today: string
  /** The address of the list without its day. */
  path: string
}

/** The tree on any day: a slider over the days on which something changed, and a field for every other day. */
export function DaySlider({ days, on, today, path }: DaySliderProps) {
  const router = useRouter()
  const words = useRef<HTMLOutputElement>(null)
  const at = days.findLastIndex((day) => day <= on)
  const dayAt = (index: string) => days[Number(index)] ?? today
  const hrefOn = (day: string) => (day === today ? path : `${path}${path.includes('?') ? '&' : '?'}on=${day}`)
  return (
    <div className="day-slider">
      <label htmlFor="tree-day">Cây đơn vị ngày</label>
      <input
        id="tree-day"
        type="range"
        min={0}
        max={days.length - 1}
        step={1}
        key={on}
        defaultValue={Math.max(at, 0)}
        aria-valuetext={sayDay(on)}
        onInput={(event) => {
          const day = dayAt(event.currentTarget.value)
          event.currentTarget.setAttribute('aria-valuetext', sayDay(day))
          if (words.current) words.current.textContent = sayDay(day)
        }}
        // Once the hand or the key lets go: every stop on the way is not a page.
        onKeyUp={(event) => router.replace(hrefOn(dayAt(event.currentTarget.value)), { scroll: false })}
        onPointerUp={(event) => router.replace(hrefOn(dayAt(event.currentTarget.value)), { scroll: false })}
      />
      <output ref={words} htmlFor="tree-day">
        {sayDay(on)}
      </output>
      <form action="/administration/units" className="day-field">
        <label className="vh" htmlFor="tree-day-typed">
          Ngày khác
        </label>
        <input className="input input--day" id="tree-day-typed" name="on" type="date" defaultValue={on} />
        <Button look="small" type="submit">
          Xem ngày này
        </Button>
      </form>
      {on !== today && <Link href={path}>Về hôm nay</Link>}
    </div>
  )
}
